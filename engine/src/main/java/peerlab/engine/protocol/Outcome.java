package peerlab.engine.protocol;

/**
 * What became of a request, judged from outside.
 *
 * @param value what was read, for an operation that reads; else null
 * @param reason why it failed; empty where it succeeded
 */
public record Outcome(boolean isSuccess, Object value, String reason) {

    /** A value that was read and that no client ever wrote: what had been there before. */
    public static final Object ORIGINAL = new Original();

    /** What had been there before. */
    private record Original() {
        @Override
        public String toString() {
            return "original";
        }
    }

    public static Outcome success(Object value) {
        return new Outcome(true, value, "");
    }

    public static Outcome failure(String reason) {
        return new Outcome(false, null, reason);
    }
}
