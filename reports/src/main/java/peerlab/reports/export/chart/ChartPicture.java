package peerlab.reports.export.chart;

import java.util.ArrayList;
import java.util.List;

import peerlab.reports.export.drawing.Canvas;
import peerlab.reports.export.drawing.Canvas.Anchor;
import peerlab.reports.export.drawing.Canvas.Stroke;
import peerlab.reports.export.drawing.Palette;

/** A chart on paper: axes from round number to round number, lines, faults as bands, a legend. */
public final class ChartPicture {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 400;

    private static final double LEFT = 70;
    private static final double RIGHT = 700;
    private static final double TOP = 50;
    private static final double BOTTOM = 350;
    private static final int MOST_LEGEND = 8;

    private final Chart chart;
    private final Canvas canvas;
    private final Scale time;
    private final Scale value;

    private ChartPicture(Chart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        double end = 0;
        double least = 0;
        double most = 0;
        for (Chart.Line line : chart.lines()) {
            for (int i = 0; i < line.values().length; i++) {
                end = Math.max(end, line.seconds()[i]);
                least = Math.min(least, line.values()[i]);
                most = Math.max(most, line.values()[i]);
            }
        }
        for (Chart.Band band : chart.bands()) {
            end = Math.max(end, band.to());
        }
        this.time = Scale.over(0, end);
        this.value = Scale.over(least, most);
    }

    public static void draw(Chart chart, Canvas canvas) {
        ChartPicture picture = new ChartPicture(chart, canvas);
        picture.bands();
        picture.axes();
        for (int i = 0; i < chart.lines().size(); i++) {
            picture.line(chart.lines().get(i), Palette.of(i));
        }
        picture.legend();
    }

    private double x(double seconds) {
        return LEFT + time.share(seconds) * (RIGHT - LEFT);
    }

    private double y(double at) {
        return BOTTOM - value.share(at) * (BOTTOM - TOP);
    }

    private void bands() {
        for (Chart.Band band : chart.bands()) {
            canvas.box(x(band.from()), TOP, Math.max(1, x(band.to()) - x(band.from())), BOTTOM - TOP,
                    Palette.BAND);
        }
    }

    private void axes() {
        canvas.text(LEFT, 24, 15, Anchor.START, Palette.INK, chart.name());
        for (int i = 0; i <= value.steps(); i++) {
            double at = y(value.tick(i));
            canvas.line(LEFT, at, RIGHT, at, Stroke.of(Palette.GRID, 1));
            canvas.text(LEFT - 8, at + 4, 11, Anchor.END, Palette.INK, value.label(i));
        }
        for (int i = 0; i <= time.steps(); i++) {
            double at = x(time.tick(i));
            canvas.line(at, BOTTOM, at, BOTTOM + 5, Stroke.of(Palette.INK, 1));
            canvas.text(at, BOTTOM + 19, 11, Anchor.MIDDLE, Palette.INK, time.label(i));
        }
        canvas.line(LEFT, BOTTOM, RIGHT, BOTTOM, Stroke.of(Palette.INK, 1));
        canvas.text((LEFT + RIGHT) / 2, BOTTOM + 38, 12, Anchor.MIDDLE, Palette.INK, "time in s");
    }

    private void line(Chart.Line line, String colour) {
        double[] points = new double[2 * line.values().length];
        for (int i = 0; i < line.values().length; i++) {
            points[2 * i] = x(line.seconds()[i]);
            points[2 * i + 1] = y(line.values()[i]);
        }
        if (line.values().length == 1) {
            canvas.circle(points[0], points[1], 2.5, colour, Stroke.NONE);
        } else {
            canvas.polyline(points, Stroke.of(colour, 2));
        }
    }

    private void legend() {
        List<String> names = new ArrayList<>();
        chart.lines().forEach(line -> names.add(line.name()));
        if (names.size() < 2) {
            return;
        }
        double x = LEFT;
        for (int i = 0; i < Math.min(MOST_LEGEND, names.size()); i++) {
            canvas.box(x, 34, 10, 4, Palette.of(i));
            canvas.text(x + 14, 40, 11, Anchor.START, Palette.INK, names.get(i));
            x += 30 + 7 * names.get(i).length();
        }
    }
}
