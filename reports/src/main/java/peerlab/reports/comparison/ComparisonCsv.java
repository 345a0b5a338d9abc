package peerlab.reports.comparison;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.Numerals;

/** A comparison as {@code comparison.csv}: a line for each cell and metric. */
public final class ComparisonCsv {

    private ComparisonCsv() {
    }

    public static String of(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>(comparison.axes());
        head.addAll(List.of("metric", "runs", "mean", "deviation", "low", "high", "min", "max"));
        line(head, text);
        for (List<String> cell : comparison.cells()) {
            for (String metric : comparison.metrics()) {
                Estimate estimate = comparison.estimate(cell, metric);
                List<String> cells = new ArrayList<>(cell);
                cells.addAll(List.of(metric, Integer.toString(estimate.count()), number(estimate.mean()),
                        number(estimate.deviation()), number(estimate.mean() - estimate.halfWidth()),
                        number(estimate.mean() + estimate.halfWidth()), number(estimate.least()),
                        number(estimate.most())));
                line(cells, text);
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numerals.of(value) : "";
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append(String.join(",", cells.stream().map(ComparisonCsv::quoted).toList())).append('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
