package peerlab.engine.fault;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;

/** Something that goes wrong, from its beginning to its end. */
interface Fault {

    /** Applies it, and returns whom it concerns, in the order of the scenario. */
    List<PeerId> begin(Scene scene);

    /** Lets what it does to the peers themselves happen, once it is known that it has begun. */
    default void act(Scene scene) {
    }

    /** Undoes it: the state is then as if it had not been. */
    void end(Scene scene);

    /** What a reader of the run's report should know of it. */
    default Optional<String> remark() {
        return Optional.empty();
    }
}
