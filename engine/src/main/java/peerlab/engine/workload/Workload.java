package peerlab.engine.workload;

import java.util.List;
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
 * One step's operations. Each peer that is meant asks about the key; where there are several keys, each is
 * asked about by one of them, drawn for that key.
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
    private List<PeerId> askers = List.of();
    private boolean hasAsked;
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

    /** All of it at once. */
    public void all() {
        List<String> keys = keys();
        for (String key : keys) {
            hasAsked |= keys.size() > 1 ? one(key) : each(key);
        }
    }

    /** The next of the keys, or of the peers where there is one key; false when there is none left. */
    public boolean next() {
        if (dealt == 0) {
            waiting = keys();
            askers = waiting.size() == 1 ? askers() : List.of();
        }
        int all = Math.max(waiting.size(), askers.size());
        if (dealt < all) {
            hasAsked |= askers.isEmpty() ? one(waiting.get(dealt))
                    : askIfAble(askers.get(dealt), waiting.get(0));
            dealt++;
        }
        return dealt < all;
    }

    /** Whether anybody has asked anything yet. */
    public boolean hasAsked() {
        return hasAsked;
    }

    private List<String> keys() {
        return clients.keys().choose(action.keys().orElse(new KeysSpec.Named("")), random);
    }

    private boolean each(String key) {
        boolean isAsked = false;
        for (PeerId asker : askers()) {
            isAsked |= askIfAble(asker, key);
        }
        return isAsked;
    }

    private List<PeerId> askers() {
        if (from instanceof SelectorSpec.Some some && some.count() == 1) {
            PeerId asker = selector.chooseOne(from, canAsk, random);
            return asker == null ? List.of() : List.of(asker);
        }
        return selector.choose(from, canAsk, random);
    }

    /**
     * Between being chosen and its turn a peer may have gone down; those who are chosen because they are down
     * ask nothing.
     */
    private boolean askIfAble(PeerId asker, String key) {
        boolean isAble = canAsk.test(cluster.peer(asker));
        if (isAble) {
            ask(asker, key);
        }
        return isAble;
    }

    private boolean one(String key) {
        PeerId asker = selector.chooseOne(from, canAsk, random);
        return asker != null && askIfAble(asker, key);
    }

    private void ask(PeerId asker, String key) {
        Peer peer = cluster.peer(asker);
        Operation operation = offers.apply(peer);
        Object value = operation.effect() == Operation.Effect.WRITES
                ? new Payload(key + "=" + clients.nextWrite(), action.size().orElse(USUAL_SIZE)) : null;
        cluster.touched(asker.index());
        clients.ask(peer, operation, key, value, action.options());
    }
}
