package peerlab.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Timer;

/**
 * A small protocol for specs: each peer greets the next one every second, and misbehaves where that is asked
 * for.
 */
class Beacons implements ProtocolProvider {

    /** Counted down when a handler has begun not to return, and when it was asked to end. */
    final CountDownLatch hangs = new CountDownLatch(1);

    record Hello(long round) implements Message {
    }

    record Round(long number) implements Timer {
    }

    @Override
    public String name() {
        return "beacons";
    }

    @Override
    public String summary() {
        return "Each peer greets the next one every second";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.word("misbehaves", "no", List.of("no", "throws", "hangs", "floods"), "how"));
    }

    @Override
    public List<Class<? extends Message>> messages() {
        return List.of(Hello.class);
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        List<PeerId> peers = members.stream().map(Member::id).toList();
        return setup -> new Beacon(setup, peers);
    }

    /** One peer. */
    private final class Beacon implements Protocol {

        private final PeerId next;
        private final String misbehaviour;

        Beacon(PeerSetup setup, List<PeerId> peers) {
            this.next = peers.get((peers.indexOf(setup.member().id()) + 1) % peers.size());
            this.misbehaviour = setup.member().parameters().word("misbehaves");
        }

        @Override
        public void onStart(Context peer) {
            peer.startTimer(new Round(1), Span.seconds(1));
        }

        @Override
        public void onTimer(Timer timer, Context peer) {
            long round = ((Round) timer).number();
            peer.send(next, new Hello(round));
            peer.startTimer(new Round(round + 1), Span.seconds(1));
        }

        @Override
        public void onMessage(PeerId from, Message message, Context peer) {
            switch (misbehaviour) {
                case "throws" -> throw new IllegalStateException("no manners");
                case "hangs" -> neverReturns();
                case "floods" -> peer.send(peer.self(), message);
                default -> { }
            }
        }

        private void neverReturns() {
            hangs.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Map<String, Object> inspect() {
            return Map.of();
        }
    }
}
