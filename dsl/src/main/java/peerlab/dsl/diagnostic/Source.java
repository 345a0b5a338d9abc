package peerlab.dsl.diagnostic;

import java.util.List;

/**
 * The text of one file of a scenario, with its lines at hand for messages.
 *
 * @param file as the user named it, and as every {@link peerlab.engine.base.SourcePlace} in it says
 */
public record Source(String file, String text) {

    /** A line counted from 1, without its end; empty where the file has no such line. */
    public String line(int number) {
        List<String> lines = text.lines().skip(Math.max(0, number - 1L)).limit(1).toList();
        return number < 1 || lines.isEmpty() ? "" : lines.get(0);
    }

    /** True for a file whose name ends in a dot and this word, in any case. */
    public boolean endsIn(String ending) {
        return file.toLowerCase(java.util.Locale.ROOT).endsWith("." + ending);
    }
}
