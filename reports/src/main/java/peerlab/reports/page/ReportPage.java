package peerlab.reports.page;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The page that shows a run, {@code report.html}: one file, which needs no network and no other file. The
 * same run directory gives the same bytes, but for what the directory itself says of the machine.
 */
public final class ReportPage {

    /** What the page is called in a run directory. */
    public static final String FILE = "report.html";
    /** What every such page has within its first thousand bytes. */
    public static final String SIGN = "<title>Peerlab report</title>";

    private static final String LICENCES = "uPlot 1.6.32, which draws the charts:\n\n";
    private static final String DATA = "{{data}}";

    private final ReportData data;

    /** Of the run that left these files, whose messages look like this on a wire. */
    public ReportPage(RunFiles files, Encoding encoding) {
        this.data = new ReportData(files, encoding);
    }

    /**
     * Writes the page; the stream stays open.
     *
     * @throws ReportException where the folder holds no whole run
     */
    public void write(OutputStream out) throws IOException {
        String page = PageParts.text("page.html");
        for (Map.Entry<String, String> part : List.of(
                Map.entry("{{chart-style}}", PageParts.text("uPlot.min.css")),
                Map.entry("{{style}}", PageParts.text("page.css")),
                Map.entry("{{licences}}", LICENCES + PageParts.text("uPlot.LICENSE")),
                Map.entry("{{chart-script}}", PageParts.text("uPlot.iife.min.js")),
                Map.entry("{{script}}", PageParts.script()))) {
            page = page.replace(part.getKey(), part.getValue());
        }
        int at = page.indexOf(DATA);
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        Writer text = new OutputStreamWriter(buffered, StandardCharsets.UTF_8);
        text.write(page.substring(0, at));
        text.flush();
        data.write(buffered);
        text.write(page.substring(at + DATA.length()));
        text.flush();
        buffered.flush();
    }
}
