package peerlab.engine;

import peerlab.engine.peer.Peer;
import peerlab.engine.protocol.Operation;
import peerlab.engine.workload.Workload;

/** What the protocols of a run offer of one step's operation. */
record Offered(StepRunner.Stage stage, String name) implements Workload.Offers {

    @Override
    public Operation operation(Peer peer) {
        return stage.operation(peer, name);
    }

    @Override
    public Operation writing(Peer peer) {
        return stage.writing(peer);
    }
}
