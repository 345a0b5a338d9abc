package student;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Step;
import peerlab.engine.protocol.Timer;

/** A protocol that does its work in a thread of its own, once it is poked. */
public final class Threaded implements ProtocolProvider {

    /** What it asks for there. */
    public static final Map<String, BiConsumer<Context, Request>> DEEDS = Map.of(
            "send", (peer, request) -> peer.send(PeerId.of(1), new Note()),
            "timer", (peer, request) -> peer.startTimer(new Tick(), Span.seconds(1)),
            "cancel", (peer, request) -> peer.cancelTimer(new Tick()),
            "reply", (peer, request) -> peer.reply(request, "done"),
            "random", (peer, request) -> peer.random().nextInt(6),
            "step", (peer, request) -> peer.step(new Seen()),
            "save", (peer, request) -> peer.save("all"));

    private final BiConsumer<Context, Request> deed;

    public Threaded(BiConsumer<Context, Request> deed) {
        this.deed = deed;
    }

    /** A message. */
    public record Note() implements Message {
    }

    /** A timer. */
    public record Tick() implements Timer {
    }

    /** A step. */
    public record Seen() implements Step {
    }

    @Override
    public String name() {
        return "threaded";
    }

    @Override
    public String summary() {
        return "works in threads";
    }

    @Override
    public List<Operation> operations() {
        return List.of(new Operation("poke", "pokes", Operation.Effect.NEITHER, ""));
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        return setup -> new Worker();
    }

    private final class Worker implements Protocol {

        @Override
        public void onMessage(PeerId from, Message message, Context peer) {
        }

        @Override
        public void onRequest(Request request, Context peer) {
            Thread thread = new Thread(() -> work(request, peer), "my worker");
            thread.setUncaughtExceptionHandler((where, thrown) -> { });
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void work(Request request, Context peer) {
            deed.accept(peer, request);
        }
    }
}
