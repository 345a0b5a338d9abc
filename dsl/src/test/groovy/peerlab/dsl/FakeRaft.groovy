package peerlab.dsl

import peerlab.engine.base.RandomSource
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Operation
import peerlab.engine.protocol.ProtocolProvider

/** A second protocol by name only, with a leader and a named property. */
class FakeRaft implements ProtocolProvider {
    String name() { 'raft' }

    String summary() { 'consensus' }

    List<Operation> operations() {
        [new Operation('propose', 'proposals', Operation.Effect.NEITHER, 'append to the log')]
    }

    List<String> properties() { ['at most one leader per term'] }

    boolean hasLeaders() { true }

    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        throw new UnsupportedOperationException('nothing runs here')
    }
}
