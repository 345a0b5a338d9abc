package peerlab.reports.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.Unit;
import peerlab.reports.export.chart.Scale;
import peerlab.reports.export.drawing.Canvas;
import peerlab.reports.export.drawing.Canvas.Anchor;
import peerlab.reports.export.drawing.Canvas.Stroke;
import peerlab.reports.export.drawing.Palette;

/**
 * One metric of a comparison: along one axis, a line for each combination of the others, and at each mean how
 * sure it is.
 */
public final class ComparisonPicture {

    public static final int WIDTH = 720;

    private static final double LEFT = 80;
    private static final double RIGHT = 700;
    private static final double TOP = 40;
    private static final double BOTTOM = 340;
    private static final double LEGEND = 395;
    private static final double ROW = 18;
    private static final double CAP = 4;
    /** Side by side in their place, so that none hides another. */
    private static final double SPREAD = 0.4;
    private static final double APART = 10;
    private static final double HUNDRED = 100;

    private final Comparison comparison;
    private final String metric;
    private final String axis;
    private final List<String> along;
    private final Map<String, Map<String, Estimate>> lines = new LinkedHashMap<>();
    private final Scale scale;

    private ComparisonPicture(Comparison comparison, String metric) {
        this.comparison = comparison;
        this.metric = metric;
        this.axis = axis(comparison);
        this.along = comparison.valuesOf(axis);
        double least = 0;
        double most = 0;
        for (List<String> cell : comparison.cells()) {
            Estimate estimate = comparison.estimate(cell, metric);
            if (estimate.isKnown()) {
                double width = estimate.hasWidth() ? estimate.halfWidth() : 0;
                least = Math.min(least, factor() * (estimate.mean() - width));
                most = Math.max(most, factor() * (estimate.mean() + width));
                lines.computeIfAbsent(others(cell), name -> new LinkedHashMap<>())
                        .put(cell.get(comparison.axes().indexOf(axis)), estimate);
            }
        }
        this.scale = Scale.over(least, most);
    }

    /** How high the picture of a metric is: the legend takes a row for each line. */
    public static int height(Comparison comparison, String metric) {
        int lines = new ComparisonPicture(comparison, metric).lines.size();
        return (int) (LEGEND + (lines > 1 ? lines * ROW : 0));
    }

    public static void draw(Comparison comparison, String metric, Canvas canvas) {
        ComparisonPicture picture = new ComparisonPicture(comparison, metric);
        picture.axes(canvas);
        int number = 0;
        for (Map<String, Estimate> line : picture.lines.values()) {
            picture.line(line, number++, canvas);
        }
        picture.legend(canvas);
    }

    /** The one that has most values, the first of those. */
    private static String axis(Comparison comparison) {
        String best = comparison.axes().get(0);
        for (String other : comparison.axes()) {
            best = comparison.valuesOf(other).size() > comparison.valuesOf(best).size() ? other : best;
        }
        return best;
    }

    private String others(List<String> cell) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < cell.size(); i++) {
            String name = comparison.axes().get(i);
            if (!name.equals(axis) && comparison.valuesOf(name).size() > 1) {
                parts.add(name + " " + cell.get(i));
            }
        }
        return String.join(", ", parts);
    }

    private double factor() {
        return comparison.unit(metric) == Unit.RATIO ? HUNDRED : 1;
    }

    private String title() {
        String unit = switch (comparison.unit(metric)) {
            case RATIO -> " in %";
            case SECONDS -> " in s";
            case BYTES -> " in B";
            case BANDWIDTH -> " in bps";
            default -> "";
        };
        return metric + unit;
    }

    private double x(int place) {
        return LEFT + (place + 0.5) * (RIGHT - LEFT) / along.size();
    }

    private double y(double value) {
        return BOTTOM - scale.share(factor() * value) * (BOTTOM - TOP);
    }

    private void axes(Canvas canvas) {
        canvas.text(LEFT, 22, 15, Anchor.START, Palette.INK, title());
        for (int i = 0; i <= scale.steps(); i++) {
            double at = BOTTOM - scale.share(scale.tick(i)) * (BOTTOM - TOP);
            canvas.line(LEFT, at, RIGHT, at, Stroke.of(Palette.GRID, 1));
            canvas.text(LEFT - 8, at + 4, 11, Anchor.END, Palette.INK, scale.label(i));
        }
        for (int i = 0; i < along.size(); i++) {
            canvas.line(x(i), BOTTOM, x(i), BOTTOM + 5, Stroke.of(Palette.INK, 1));
            canvas.text(x(i), BOTTOM + 19, 11, Anchor.MIDDLE, Palette.INK, along.get(i));
        }
        canvas.line(LEFT, BOTTOM, RIGHT, BOTTOM, Stroke.of(Palette.INK, 1));
        canvas.text((LEFT + RIGHT) / 2, BOTTOM + 38, 12, Anchor.MIDDLE, Palette.INK, axis);
    }

    private void line(Map<String, Estimate> line, int number, Canvas canvas) {
        String colour = Palette.of(number);
        double width = Math.min(SPREAD * (RIGHT - LEFT) / along.size(), APART * lines.size());
        double shift = lines.size() == 1 ? 0 : width * (number / (lines.size() - 1.0) - 0.5);
        List<Double> points = new ArrayList<>();
        line.forEach((value, estimate) -> {
            double at = x(along.indexOf(value)) + shift;
            points.add(at);
            points.add(y(estimate.mean()));
            if (estimate.hasWidth()) {
                double high = y(estimate.mean() + estimate.halfWidth());
                double low = y(estimate.mean() - estimate.halfWidth());
                canvas.line(at, high, at, low, Stroke.of(colour, 1));
                canvas.line(at - CAP, high, at + CAP, high, Stroke.of(colour, 1));
                canvas.line(at - CAP, low, at + CAP, low, Stroke.of(colour, 1));
            }
            canvas.circle(at, y(estimate.mean()), 3, colour, Stroke.NONE);
        });
        if (points.size() > 2) {
            canvas.polyline(points.stream().mapToDouble(p -> p).toArray(), Stroke.of(colour, 1.5));
        }
    }

    private void legend(Canvas canvas) {
        if (lines.size() < 2) {
            return;
        }
        int number = 0;
        for (String name : lines.keySet()) {
            double at = LEGEND + ROW * number;
            canvas.box(LEFT, at - 4, 12, 4, Palette.of(number));
            canvas.text(LEFT + 18, at + 2, 11, Anchor.START, Palette.INK, name);
            number++;
        }
    }
}
