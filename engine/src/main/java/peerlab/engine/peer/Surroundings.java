package peerlab.engine.peer;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.observe.Witnesses;

/** What all peers of a run have in common. */
interface Surroundings {

    Kernel kernel();

    Outbox outbox();

    Witnesses witnesses();

    /** Where all that they do takes place. */
    OwnThread thread();

    /** The stream above those of the peers. */
    RandomSource random();

    boolean isMember(PeerId peer);

    /** The algorithm of a peer is about to be called: whom to name if it throws. */
    void called(int peer);

    /** The state of a peer is about to change. */
    void touched(int peer);
}
