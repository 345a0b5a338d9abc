package peerlab.dsl.grammar;

import java.util.Optional;

/**
 * What surrounds a file while it is read: where its statements go, and which parameters they have declared.
 */
public interface Environment {

    /**
     * Takes a statement of the top level as soon as it is complete. {@code params} and {@code include} act
     * at once, so that a script can use the parameters in its next line.
     */
    void state(Phrase phrase);

    /**
     * The value of a parameter declared so far, with {@code --set} applied: a {@code Long}, {@code Double},
     * {@code Ratio}, {@code Span}, {@code Bytes}, {@code Boolean} or {@code String}; empty where none is so
     * named.
     */
    Optional<Object> param(String name);

    /** Says that statements of the file could not be read: what seems to be missing may be among them. */
    default void lose() {
    }
}
