package peerlab.reports.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import peerlab.reports.Xml;
import peerlab.reports.console.Visible;
import peerlab.reports.export.drawing.SvgCanvas;

/** A comparison as one page that needs nothing else: {@code comparison.html}. */
public final class ComparisonPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --ground: #f7f6f3; --surface: #fff; --ink: #1d2329; --line: #e2dfd8; }
            @media (prefers-color-scheme: dark) {
                :root { --ground: #13171b; --surface: #1a2026; --ink: #e5e9ed; --line: #2d353d; }
            }
            body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem; background: var(--ground);
                color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.4rem; }
            div { overflow-x: auto; }
            table { border-collapse: collapse; background: var(--surface); font-variant-numeric: tabular-nums; }
            th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; white-space: nowrap; }
            figure { margin: 1.5rem 0; padding: .5rem; background: #fff; border: 1px solid var(--line);
                border-radius: 6px; max-width: 46rem; }
            figure svg { width: 100%%; height: auto; display: block; }
            </style>
            </head>
            <body>
            """;

    private ComparisonPage() {
    }

    /** @param metrics those that are shown; all are in {@code comparison.csv} */
    public static String of(String title, Comparison comparison, List<String> metrics) {
        StringBuilder page = new StringBuilder(HEAD.formatted(text(title)));
        page.append("<h1>").append(text(title)).append("</h1>\n");
        boolean isSure = comparison.cells().stream().anyMatch(cell -> metrics.stream()
                .anyMatch(metric -> comparison.estimate(cell, metric).hasWidth()));
        page.append("<p>").append(isSure ? "Means over the seeds, and how far the mean over all seeds may "
                + "lie from them (95% confidence, Student's law)." : "One run each.")
                .append(" All other metrics are in <code>comparison.csv</code>.</p>\n");
        table(ComparisonText.rows(comparison, metrics), page);
        for (String metric : metrics) {
            page.append("<figure role=\"img\" aria-label=\"").append(text(metric)).append("\">\n")
                    .append(picture(comparison, metric)).append("</figure>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    /** A metric as a drawing in SVG. */
    public static String picture(Comparison comparison, String metric) {
        SvgCanvas canvas = new SvgCanvas(ComparisonPicture.WIDTH,
                ComparisonPicture.height(comparison, metric));
        ComparisonPicture.draw(comparison, metric, canvas);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            canvas.writeTo(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes every byte", impossible);
        }
        String svg = bytes.toString(UTF_8);
        return svg.substring(svg.indexOf("<svg"));
    }

    private static void table(List<List<String>> rows, StringBuilder page) {
        page.append("<div><table>\n");
        for (int i = 0; i < rows.size(); i++) {
            String tag = i == 0 ? "th" : "td";
            page.append("<tr>");
            rows.get(i).forEach(cell -> page.append('<').append(tag).append('>')
                    .append(text(cell.replace(" +- ", " \u00b1 "))).append("</").append(tag).append('>'));
            page.append("</tr>\n");
        }
        page.append("</table></div>\n");
    }

    private static String text(String text) {
        return Xml.escaped(Visible.of(text));
    }
}
