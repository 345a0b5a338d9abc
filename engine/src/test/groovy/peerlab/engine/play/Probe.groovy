package peerlab.engine.play

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.protocol.Context
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Failure
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Operation
import peerlab.engine.protocol.Parameter
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.Population
import peerlab.engine.protocol.Protocol
import peerlab.engine.protocol.ProtocolProvider
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Timer

/**
 * A protocol whose behaviour a spec writes down as closures; it keeps a diary of all that reaches its peers.
 */
class Probe implements ProtocolProvider {

    static record Word(String text) implements Message {}

    static record Bell(String name) implements Timer {}

    final List<String> diary = []
    Closure onStart = { Context peer, PeerSetup setup -> }
    Closure onTimer = { Context peer, Bell bell -> }
    Closure onMessage = { Context peer, PeerId from, Word word -> }
    Closure onRequest = { Context peer, Request request -> peer.reply(request, 'done') }
    Closure onStorageLost = { Context peer -> }
    Closure values = { PeerId id -> [:] }

    @Override
    String name() { 'probe' }

    @Override
    String summary() { 'does what a spec says' }

    @Override
    List<Parameter> parameters() { [] }

    @Override
    List<Operation> operations() {
        [new Operation('put', 'puts', Operation.Effect.WRITES, ''),
                new Operation('get', 'gets', Operation.Effect.READS, ''),
         new Operation('poke', 'pokes', Operation.Effect.NEITHER, '')]
    }

    @Override
    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        new Site(this)
    }

    static class Site implements Deployment {

        final Probe probe

        Site(Probe probe) {
            this.probe = probe
        }

        @Override
        Protocol create(PeerSetup setup) { new Part(probe, setup) }

        @Override
        List<PeerId> closest(String key, int count, Population population) {
            population.members().findAll { population.isUp(it) }.take(count)
        }
    }

    static class Part implements Protocol {

        final Probe probe
        final PeerSetup setup

        Part(Probe probe, PeerSetup setup) {
            this.probe = probe
            this.setup = setup
        }

        private void note(Context peer, String what) {
            probe.diary << "${peer.now()} ${peer.self()} $what".toString()
        }

        @Override
        void onStart(Context peer) {
            note(peer, "starts via ${setup.contacts()}, saved ${setup.saved().orElse('nothing')}")
            probe.onStart(peer, setup)
        }

        @Override
        void onLeave(Context peer) { note(peer, 'leaves') }

        @Override
        void onStorageLost(Context peer) { probe.onStorageLost(peer) }

        @Override
        void onTimer(Timer timer, Context peer) {
            note(peer, 'hears ' + (timer as Bell).name())
            probe.onTimer(peer, timer)
        }

        @Override
        void onMessage(PeerId from, Message message, Context peer) {
            note(peer, "is told ${(message as Word).text()} by $from")
            probe.onMessage(peer, from, message)
        }

        @Override
        void onRequest(Request request, Context peer) {
            note(peer, "is asked ${request.operation()} ${request.key()}".trim())
            probe.onRequest(peer, request)
        }

        @Override
        Map<String, Object> inspect() { probe.values(setup.member().id()) }
    }
}
