package peerlab.engine.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
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

    private final Cluster cluster;
    private final Selector selector;
    private final Clients clients;
    private final RandomSource random;
    private final Offers offers;
    private final Keys.Choice keys;
    private final Sizes sizes;
    private final Map<String, Object> options;
    private final Optional<Ratio> writes;
    private final SelectorSpec from;
    private final Predicate<Peer> canAsk;
    private List<String> waiting = List.of();
    private List<PeerId> askers = List.of();
    private boolean hasAsked;
    private int dealt;

    /** What the protocol of a peer offers of one step; null where it does not. */
    public interface Offers {

        Operation operation(Peer peer);

        /** The operation by which its reads write where some of them do. */
        Operation writing(Peer peer);
    }

    /** @param random the step's own stream */
    public Workload(
            ActionSpec.Operate action,
            Cluster cluster,
            Selector selector,
            Clients clients,
            RandomSource random,
            Offers offers) {
        this.cluster = cluster;
        this.selector = selector;
        this.clients = clients;
        this.random = random;
        this.offers = offers;
        this.keys = clients.keys().choice(action.keys().orElse(new KeysSpec.Named("")), random);
        this.sizes = new Sizes(action, random);
        this.options = action.options();
        this.writes = action.habits().writes();
        this.from = action.from().orElse(new SelectorSpec.Some(1, new SelectorSpec.All()));
        this.canAsk = peer -> peer.isUp() && offers.operation(peer) != null;
    }

    /** All of it at once. */
    public void all() {
        List<String> chosen = keys.next();
        for (String key : chosen) {
            hasAsked |= chosen.size() > 1 ? one(key) : each(key);
        }
    }

    /** The next of the keys, or of the peers where there is one key; false when there is none left. */
    public boolean next() {
        if (dealt == 0) {
            waiting = keys.next();
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

    /** Those who ask in closed loops. */
    public List<PeerId> loops() {
        return askers();
    }

    /**
     * One turn of a closed loop.
     *
     * @return false where the asker cannot ask, or there is no key to ask about
     */
    public boolean turn(PeerId asker, Runnable whenAnswered) {
        List<String> chosen = canAsk.test(cluster.peer(asker)) ? keys.next() : List.of();
        if (chosen.isEmpty()) {
            return false;
        }
        hasAsked = true;
        int[] open = {chosen.size()};
        chosen.forEach(key -> ask(asker, key, () -> {
            if (--open[0] == 0) {
                whenAnswered.run();
            }
        }));
        return true;
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
        ask(asker, key, Clients.NOTHING);
    }

    private void ask(PeerId asker, String key, Runnable whenAnswered) {
        Peer peer = cluster.peer(asker);
        Operation operation = offers.operation(peer);
        if (writes.isPresent() && random.nextChance(writes.get().value())) {
            operation = offers.writing(peer);
        }
        boolean isWrite = operation.effect() == Operation.Effect.WRITES;
        Object value = isWrite ? new Payload(key + "=" + clients.nextWrite(), sizes.of(key)) : null;
        cluster.touched(asker.index());
        clients.ask(peer, operation, key, value, isWrite ? options : sizes.said(key), whenAnswered);
    }
}
