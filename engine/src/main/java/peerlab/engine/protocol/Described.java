package peerlab.engine.protocol;

/**
 * Something that can say what it consists of, field by field and in a fixed order. One description serves
 * the fingerprint, the trace, the inspector and the size.
 *
 * <p>A record describes itself by its components. A message on a hot path may say the same by hand.
 */
public interface Described {

    default void describe(Fields fields) {
        RecordFields.describe(this, fields);
    }

    /** The word for its kind: {@code FindNode}. */
    default String type() {
        return getClass().getSimpleName();
    }
}
