package peerlab.cli;

import java.util.Locale;

import peerlab.engine.Progress;

/**
 * The line that tells a waiting person how far a run has come. It is there for a terminal only, and leaves
 * no trace.
 */
final class ProgressLine {

    private static final long QUIET_NANOS = 1_000_000_000L;

    private final Terminal terminal;
    private final String name;
    private int shown;

    ProgressLine(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    /** Shows where the run stands, once it has taken more than a second. */
    void update(Progress progress, long wallNanos) {
        if (terminal.errIsTerminal() && wallNanos >= QUIET_NANOS) {
            show(text(progress, wallNanos));
        }
    }

    /** Takes the line away. */
    void erase() {
        if (shown > 0) {
            terminal.err().print("\r" + " ".repeat(shown) + "\r");
            terminal.err().flush();
            shown = 0;
        }
    }

    private void show(String text) {
        String cut = text.length() < terminal.width() ? text : text.substring(0, terminal.width() - 1);
        terminal.err().print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
        terminal.err().flush();
        shown = Math.max(shown, cut.length());
    }

    private String text(Progress progress, long wallNanos) {
        long now = progress.now().nanos();
        long end = progress.end().nanos();
        long share = end == 0 ? 100 : Math.min(100, (long) (100.0 * now / end));
        String rate = rate(progress.events() / (wallNanos / 1e9));
        return progress.events() == 0 ? name + "  setting up"
                : String.format(Locale.ROOT, "%s  %.1f s of %s  %d %%  %s events/s",
                name, now / 1e9, progress.end(), share, rate);
    }

    /** In thousands and millions: what a person reads at a glance. */
    static String rate(double perSecond) {
        if (perSecond >= 1e6) {
            return String.format(Locale.ROOT, "%.1f million", perSecond / 1e6);
        }
        return perSecond >= 1e3
                ? String.format(Locale.ROOT, "%.0f thousand", perSecond / 1e3)
                : String.format(Locale.ROOT, "%.0f", perSecond);
    }
}
