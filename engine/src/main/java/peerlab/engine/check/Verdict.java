package peerlab.engine.check;

/** What became of a promise. */
public enum Verdict {
    PASS, FAIL,
    /** The run ended before a deadline, or the condition never had a value. */
    INCONCLUSIVE;

    /** The worse of two: a failure outweighs a doubt, a doubt a success. */
    public Verdict and(Verdict other) {
        if (this == FAIL || other == FAIL) {
            return FAIL;
        }
        return this == INCONCLUSIVE || other == INCONCLUSIVE ? INCONCLUSIVE : PASS;
    }

    /** As it is written in files: {@code pass}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
