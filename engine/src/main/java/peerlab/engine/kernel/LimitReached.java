package peerlab.engine.kernel;

/** A run has done as much as it may. */
public final class LimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String limit;

    public LimitReached(String limit, String sentence) {
        super(sentence, null, false, false);
        this.limit = limit;
    }

    /** The name of the limit. */
    public String limit() {
        return limit;
    }
}
