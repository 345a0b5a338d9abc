package peerlab.reports.export.chart;

import peerlab.engine.base.Numerals;

/** Values between two round numbers, in steps of a round number. */
public record Scale(double from, double step, int steps) {

    private static final int TICKS = 6;

    public static Scale over(double least, double most) {
        double range = most > least ? most - least : Math.max(1, Math.abs(most));
        double step = 1;
        for (double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(range / TICKS)));
                ; power *= 10) {
            for (double factor : new double[] {1, 2, 5}) {
                step = factor * power;
                if (range / step <= TICKS) {
                    double from = StrictMath.floor(least / step) * step;
                    double to = least + range;
                    return new Scale(from, step, (int) StrictMath.ceil((to - from) / step - 1e-9));
                }
            }
        }
    }

    public double share(double at) {
        return (at - from) / (step * steps);
    }

    public double tick(int number) {
        return from + number * step;
    }

    /** What stands at a tick: adding up steps leaves a last bit behind. */
    public String label(int number) {
        double at = tick(number);
        double near = StrictMath.rint(at * 1e9) / 1e9;
        return Numerals.of(Math.abs(at) < 1e-6 && at != 0 ? at : near);
    }
}
