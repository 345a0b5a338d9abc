package peerlab.grading;

import java.util.Locale;

/** How much is asked of a solution: each tier takes the one before it for granted. */
public enum Tier {
    /** It does what the paper says. */
    CORRECT,
    /** It still does when peers crash. */
    CRASH,
    /** It still does when the network splits and heals. */
    PARTITION,
    /** It does so with few messages. */
    EFFICIENT,
    /** It does so at N, 2N, 5N and 10N peers. */
    SCALABLE;

    /** As a grade sheet writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
