package peerlab.engine.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.network.Network;
import peerlab.engine.network.PartitionRule;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.SelectorSpec;

/**
 * Applies faults to peers and links. What it begins it can end, and the state is then as if it had not been.
 */
public final class FaultInjector {

    private final Cluster cluster;
    private final Network network;
    private final Selector selector;
    private final Map<Long, Active> active = new LinkedHashMap<>();

    public FaultInjector(Cluster cluster, Network network, Selector selector) {
        this.cluster = cluster;
        this.network = network;
        this.selector = selector;
    }

    /** A fault that has begun: its mark, whom it concerns, and how to undo it. */
    public record Active(long id, FaultSpec spec, Optional<String> mark, List<PeerId> who, Runnable undo,
            Consumer<Active> ended) {
    }

    /**
     * Begins a fault; {@code id} names it until it ends, and {@code ended} hears of that, whoever ends it.
     */
    public Active begin(
            long id, FaultSpec spec, Optional<String> mark, RandomSource random, Consumer<Active> ended) {
        Active begun = switch (spec.verb()) {
            case "partition" -> partition(id, (FaultSpec.Partition) spec, mark, random, ended);
            default -> throw new IllegalStateException("a fault that nobody applies: " + spec);
        };
        active.put(id, begun);
        return begun;
    }

    /** Ends a fault, if it has not ended already. */
    public void end(long id) {
        Active over = active.remove(id);
        if (over != null) {
            over.undo().run();
            over.ended().accept(over);
        }
    }

    /** The faults under a mark, or all that are active. */
    public List<Long> activeUnder(Optional<String> mark) {
        return active.values().stream()
                .filter(fault -> mark.isEmpty() || fault.mark().equals(mark))
                .map(Active::id).toList();
    }

    private Active partition(
            long id, FaultSpec.Partition spec, Optional<String> mark, RandomSource random,
                    Consumer<Active> ended) {
        int[] sides = new int[cluster.size()];
        boolean isAgainstRest = spec.sides().size() == 1;
        Arrays.fill(sides, isAgainstRest ? 1 : PartitionRule.NO_SIDE);
        List<PeerId> who = new ArrayList<>();
        for (int side = 0; side < spec.sides().size(); side++) {
            List<PeerId> members = members(spec.sides().get(side), who, random);
            for (PeerId member : members) {
                sides[member.index()] = side;
            }
            who.addAll(members);
        }
        spec.bridge().ifPresent(bridge -> selector.choose(bridge, peer -> true, random)
                .forEach(peer -> sides[peer.index()] = PartitionRule.NO_SIDE));
        PartitionRule rule = new PartitionRule(sides, spec.oneWay());
        network.add(rule);
        return new Active(id, spec, mark, who, () -> network.remove(rule), ended);
    }

    /**
     * The members of a side. Who is named belongs to it whether up or not, so that a peer that comes up later
     * finds itself on its side; who is chosen is up. "Others" are those up whom no side before it has named.
     */
    private List<PeerId> members(SelectorSpec side, List<PeerId> named, RandomSource random) {
        if (!(side instanceof SelectorSpec.Others) || named.isEmpty()) {
            boolean isNamed = side instanceof SelectorSpec.Named || side instanceof SelectorSpec.Numbered;
            return selector.choose(side, isNamed ? peer -> true : Peer::isUp, random);
        }
        List<PeerId> others = new ArrayList<>(selector.choose(new SelectorSpec.All(), Peer::isUp, random));
        others.removeAll(new HashSet<>(named));
        return others;
    }
}
