package peerlab.reports.console;

import peerlab.engine.check.Verdict;

/**
 * How a text for a terminal is to look.
 *
 * @param hasColours whether ANSI colours are wanted
 * @param hasWallTime whether to tell how long the simulation took: the one thing that differs from run to
 *     run
 */
public record Style(boolean hasColours, boolean hasWallTime) {

    /** The same characters for every run of a scenario with a seed. */
    public static final Style COMPARABLE = new Style(false, false);

    String painted(Verdict verdict, String text) {
        int colour = switch (verdict) {
            case PASS -> 32;
            case FAIL -> 31;
            case INCONCLUSIVE -> 33;
        };
        return painted(colour, text);
    }

    /** Steps back: what explains, beside what is claimed. */
    String faint(String text) {
        return painted(2, text);
    }

    private String painted(int code, String text) {
        return hasColours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
