package peerlab.engine.protocol;

import java.util.Optional;
import java.util.function.Supplier;

/** Which hooks are played by somebody else's code, and which behaviours that brings along. */
@FunctionalInterface
public interface Hooks {

    /** Nobody's: the reference plays everything. */
    Hooks REFERENCE = (hook, group) -> Optional.empty();

    /** Makes one instance for one peer of a group, where the hook is taken. */
    Optional<Supplier<?>> of(String hook, String group);

    /** Makes one instance for one peer of a behaviour of somebody's own, by the full name of its class. */
    default Optional<Supplier<? extends Behaviour>> behaviour(String type) {
        return Optional.empty();
    }
}
