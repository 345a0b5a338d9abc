package lab;

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
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Outcome;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Timer;

/** A protocol that comes to no end at one place. */
public final class Loiterer implements ProtocolProvider {

    /** Counted down when it has arrived there. */
    public final CountDownLatch there = new CountDownLatch(1);

    private final String place;

    public Loiterer(String place) {
        this.place = place;
    }

    private record Hello(int number) implements Message {
    }

    private record Round(int number) implements Timer {
    }

    private void passing(String reached) {
        if (place.equals(reached)) {
            linger();
        }
    }

    private void linger() {
        there.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("woken up", e);
        }
    }

    @Override
    public String name() {
        return "loiterer";
    }

    @Override
    public String summary() {
        return "comes to no end";
    }

    @Override
    public List<Operation> operations() {
        passing("operations");
        return List.of(new Operation("poke", "pokes", Operation.Effect.NEITHER, ""));
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        passing("deploy");
        return new Deployment() {
            @Override
            public Protocol create(PeerSetup setup) {
                passing("create");
                return new Part(setup.member().id());
            }

            @Override
            public Outcome judge(Request request, Object answer, Population population) {
                passing("judge");
                return Outcome.success(answer);
            }
        };
    }

    private final class Part implements Protocol {

        private final PeerId self;

        Part(PeerId self) {
            this.self = self;
        }

        @Override
        public void onStart(Context peer) {
            passing("start");
            peer.startTimer(new Round(1), Span.seconds(1));
        }

        @Override
        public void onTimer(Timer timer, Context peer) {
            passing("timer");
            peer.send(self, new Hello(1));
        }

        @Override
        public void onMessage(PeerId from, Message message, Context peer) {
            passing("message");
        }

        @Override
        public void onRequest(Request request, Context peer) {
            passing("request");
            peer.reply(request, "done");
        }

        @Override
        public void onLeave(Context peer) {
            passing("leave");
        }

        @Override
        public Map<String, Object> inspect() {
            passing("inspect");
            return Map.of("isEndOfRun", false);
        }

        @Override
        public List<PeerId> neighbours() {
            passing("end");
            return List.of();
        }
    }
}
