package peerlab.reports.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.check.Figures;

/** A comparison as rows of text: a row for each cell, a column for each metric. */
public final class ComparisonText {

    private static final MathContext SHORT = new MathContext(4);

    private ComparisonText() {
    }

    /** The names of the columns, then the rows. */
    public static List<List<String>> rows(Comparison comparison, List<String> metrics) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(comparison.axes());
        head.addAll(metrics);
        rows.add(head);
        for (List<String> cell : comparison.cells()) {
            List<String> row = new ArrayList<>(cell);
            metrics.forEach(metric -> row.add(
                    of(comparison.estimate(cell, metric), comparison.unit(metric))));
            rows.add(row);
        }
        return rows;
    }

    /** {@code 91.3% +- 1.2%}, or the value alone where there is one. */
    public static String of(Estimate estimate, Unit unit) {
        if (!estimate.isKnown()) {
            return "-";
        }
        String mean = value(estimate.mean(), unit);
        return estimate.hasWidth() ? mean + " +- " + value(estimate.halfWidth(), unit) : mean;
    }

    private static String value(double value, Unit unit) {
        return Figures.value(new BigDecimal(value).round(SHORT).doubleValue(), unit);
    }
}
