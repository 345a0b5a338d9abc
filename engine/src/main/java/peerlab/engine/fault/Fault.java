package peerlab.engine.fault;

import java.util.List;

import peerlab.engine.base.PeerId;

/** Something that goes wrong, from its beginning to its end. */
interface Fault {

    /** Applies it, and returns whom it concerns, in the order of the scenario. */
    List<PeerId> begin(Scene scene);

    /** Undoes it: the state is then as if it had not been. */
    void end(Scene scene);
}
