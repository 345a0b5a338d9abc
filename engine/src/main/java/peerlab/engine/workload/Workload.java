package peerlab.engine.workload;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Payload;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.SelectorSpec;

/**
 * One step's operations. Each peer that is meant asks about the key; where there are several keys, each is asked about by
 * one of them, drawn for that key.
 */
public final class Workload {

    private static final Bytes USUAL_SIZE = new Bytes(64);

    private final ActionSpec.Operate action;
    private final Cluster cluster;
    private final Selector selector;
    private final Clients clients;
    private final RandomSource random;
    private final Function<Peer, Operation> offers;
    private final SelectorSpec from;
    private final Predicate<Peer> canAsk;
    private List<String> waiting = List.of();
    private int dealt;

    /**
     * @param offers the operation as the protocol of a peer offers it; null where it does not
     * @param random the step's own stream
     */
    public Workload(
            ActionSpec.Operate action,
            Cluster cluster,
            Selector selector,
            Clients clients,
            RandomSource random,
            Function<Peer, Operation> offers) {
        this.action = action;
        this.cluster = cluster;
        this.selector = selector;
        this.clients = clients;
        this.random = random;
        this.offers = offers;
        this.from = action.from().orElse(new SelectorSpec.Some(1, new SelectorSpec.All()));
        this.canAsk = peer -> peer.isUp() && offers.apply(peer) != null;
    }

    /** All of it at once. Returns whether anybody asked anything. */
    public boolean all() {
        List<String> keys = keys();
        boolean hasAsked = false;
        for (String key : keys) {
            hasAsked |= keys.size() > 1 ? one(key) : each(key);
        }
        return hasAsked;
    }

    /** The next key of those dealt out one by one; false when there are none left. */
    public boolean next() {
        if (waiting.isEmpty()) {
            waiting = keys();
        }
        if (dealt < waiting.size()) {
            one(waiting.get(dealt++));
        }
        return dealt < waiting.size();
    }

    private List<String> keys() {
        return clients.keys().choose(action.keys().orElse(new KeysSpec.Named("")), random);
    }

    private boolean each(String key) {
        if (from instanceof SelectorSpec.Some some && some.count() == 1) {
            return one(key);
        }
        List<PeerId> askers = selector.choose(from, canAsk, random);
        askers.forEach(asker -> ask(asker, key));
        return !askers.isEmpty();
    }

    private boolean one(String key) {
        PeerId asker = selector.chooseOne(from, canAsk, random);
        if (asker != null) {
            ask(asker, key);
        }
        return asker != null;
    }

    private void ask(PeerId asker, String key) {
        Peer peer = cluster.peer(asker);
        Operation operation = offers.apply(peer);
        Object value = operation.effect() == Operation.Effect.WRITES
                ? new Payload(key + "=" + clients.nextWrite(), action.size().orElse(USUAL_SIZE)) : null;
        cluster.touched(asker.index());
        clients.ask(peer, operation, key, value, Map.copyOf(action.options()));
    }
}
