package peerlab.reports.export.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.engine.base.Numerals;
import peerlab.reports.console.Visible;

/**
 * The last value of every metric in the text format of Prometheus: a distribution as a summary, all else as a
 * gauge, since a run that is over counts no further. What a name is narrowed by is a label.
 */
public final class PrometheusText {

    private static final Pattern NARROWED = Pattern.compile("(?s)(\\w+)\\['(.*)'\\]\\.(.*)");
    private static final Map<String, String> QUANTILES =
            Map.of("p50", "0.5", "p90", "0.9", "p95", "0.95", "p99", "0.99");
    /** What only a summary or a histogram may end with. */
    private static final Pattern KEPT_FOR_OTHERS = Pattern.compile("_(count|sum|bucket|total|info)$");

    private final StringBuilder text = new StringBuilder();
    /** The lines of each metric by its name: those of one name have to stand together. */
    private final Map<String, StringBuilder> samples = new LinkedHashMap<>();
    private final Map<String, String> heads = new LinkedHashMap<>();

    private PrometheusText() {
    }

    /** @param metrics as {@code metrics.json} has them */
    public static void write(Map<String, Object> metrics, OutputStream out) throws IOException {
        PrometheusText prometheus = new PrometheusText();
        metrics.forEach(prometheus::metric);
        prometheus.samples.forEach((name, lines) -> prometheus.text.append(prometheus.heads.get(name))
                .append(lines));
        out.write(prometheus.text.toString().getBytes(UTF_8));
    }

    private void metric(String dotted, Object value) {
        Matcher narrowed = NARROWED.matcher(dotted);
        boolean isNarrowed = narrowed.matches();
        String plain = isNarrowed ? narrowed.group(1) + "." + narrowed.group(3) : dotted;
        String label = isNarrowed ? "of=\"" + escaped(narrowed.group(2)) + "\"" : "";
        boolean isSummary = value instanceof Map<?, ?>;
        String name = name(plain) + (isNarrowed ? "_each" : "");
        heads.putIfAbsent(name, "# HELP " + name + " " + help(plain, isNarrowed) + "\n# TYPE " + name + " "
                + (isSummary ? "summary" : "gauge") + "\n");
        StringBuilder lines = samples.computeIfAbsent(name, n -> new StringBuilder());
        if (value instanceof Map<?, ?> distribution) {
            summary(name, label, distribution, lines);
        } else {
            lines.append(name).append(label.isEmpty() ? "" : "{" + label + "}").append(' ')
                    .append(number(value)).append('\n');
        }
    }

    private static void summary(String name, String label, Map<?, ?> distribution, StringBuilder lines) {
        for (String quantile : List.of("p50", "p90", "p95", "p99")) {
            lines.append(name).append('{').append(label.isEmpty() ? "" : label + ",")
                    .append("quantile=\"").append(QUANTILES.get(quantile)).append("\"} ")
                    .append(number(distribution.get(quantile))).append('\n');
        }
        String labels = label.isEmpty() ? "" : "{" + label + "}";
        double count = distribution.get("count") instanceof Number number ? number.doubleValue() : 0;
        double mean = distribution.get("mean") instanceof Number number ? number.doubleValue() : 0;
        lines.append(name).append("_sum").append(labels).append(' ').append(Numerals.of(count * mean))
                .append('\n');
        lines.append(name).append("_count").append(labels).append(' ').append(Numerals.of(count))
                .append('\n');
    }

    private static String help(String plain, boolean isNarrowed) {
        return Visible.of(plain + (isNarrowed ? ", for each" : "") + ", at the end of the run.")
                .replace("\\", "\\\\");
    }

    /** {@code gets.successRate} is {@code peerlab_gets_success_rate}. */
    private static String name(String dotted) {
        String snake = dotted.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String name = KEPT_FOR_OTHERS.matcher("peerlab_" + snake).replaceAll("");
        return name.equals("peerlab_" + snake) ? name : name + "_all";
    }

    private static String number(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Numerals.of(number.doubleValue()) : "NaN";
    }

    private static String escaped(String label) {
        return Visible.of(label).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
