package peerlab.engine.workload;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Payload;
import peerlab.engine.protocol.Recording;
import peerlab.engine.protocol.Recording.Recorded;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.SelectorSpec;

/** The operations of a recording, asked one after another. One of them is in memory at a time. */
public final class ReplayedWorkload {

    private static final Bytes USUAL_SIZE = new Bytes(64);
    private static final String USUAL_OPERATION = "get";

    private final Recording recording;
    private final SelectorSpec from;
    private final Cluster cluster;
    private final Selector selector;
    private final Clients clients;
    private final RandomSource random;
    private final BiFunction<Peer, String, Operation> offers;
    private final Optional<Long> pace;
    private Optional<Recorded> next;
    private long asked;
    private boolean hasAsked;

    /**
     * @param replay what the step says of it
     * @param random the step's own stream
     * @param offers an operation as the protocol of a peer offers it; null where it does not
     */
    public ReplayedWorkload(
            Recording recording, ActionSpec.Replay replay, Cluster cluster, Selector selector,
            Clients clients, RandomSource random, BiFunction<Peer, String, Operation> offers) {
        this.recording = recording;
        this.pace = replay.every().map(Span::nanos);
        this.from = replay.from().orElse(new SelectorSpec.Some(1, new SelectorSpec.All()));
        this.cluster = cluster;
        this.selector = selector;
        this.clients = clients;
        this.random = random;
        this.offers = offers;
        this.next = recording.next();
    }

    /** When the next one is due, in nanoseconds after the beginning; empty at the end. */
    public Optional<Long> due() {
        return next.map(recorded -> pace.map(every -> asked * every).orElse(recorded.time().nanos()));
    }

    /** Asks the next one, where a peer is up that can be asked. */
    public void ask() {
        Recorded recorded = next.orElseThrow();
        String name = recorded.operation().orElse(USUAL_OPERATION);
        Predicate<Peer> canAsk = peer -> peer.isUp() && offers.apply(peer, name) != null;
        SelectorSpec who = recorded.peer().<SelectorSpec>map(SelectorSpec.Named::new).orElse(from);
        PeerId asker = selector.chooseOne(who, canAsk, random);
        if (asker != null && canAsk.test(cluster.peer(asker))) {
            ask(cluster.peer(asker), recorded, name);
            hasAsked = true;
        }
        next = recording.next();
        asked++;
    }

    private void ask(Peer peer, Recorded recorded, String name) {
        Operation operation = offers.apply(peer, name);
        boolean isWrite = operation.effect() == Operation.Effect.WRITES;
        Object value = isWrite
                ? new Payload(recorded.key() + "=" + clients.nextWrite(), recorded.size().orElse(USUAL_SIZE))
                : null;
        Map<String, Object> options = isWrite || recorded.size().isEmpty()
                ? Map.of() : Map.of("size", recorded.size().get());
        cluster.touched(peer.id().index());
        clients.ask(peer, operation, recorded.key(), value, options);
    }

    /** Whether anybody has asked anything yet. */
    public boolean hasAsked() {
        return hasAsked;
    }
}
