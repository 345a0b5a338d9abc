package peerlab.engine.protocol;

/**
 * Something that clients may ask of a protocol.
 *
 * @param name the verb in a scenario: {@code get}
 * @param plural the first word of its metrics: {@code gets}
 * @param effect what it does to the key, so that a history of answers can be judged
 */
public record Operation(String name, String plural, Effect effect, String summary) {

    /** What an operation does to the value under its key. */
    public enum Effect { READS, WRITES, NEITHER }
}
