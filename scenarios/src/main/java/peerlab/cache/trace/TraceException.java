package peerlab.cache.trace;

/** A trace cannot be read: where, why, and the remedy. */
public final class TraceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    TraceException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
