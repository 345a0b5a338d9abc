package peerlab.engine.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.network.Network;
import peerlab.engine.network.PartitionRule;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.spec.FaultSpec;

/** Applies faults to peers and links. What it begins it can end, and the state is then as if it had not been. */
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

    /** A fault that has begun: whom it concerns, and how to undo it. */
    public record Active(long id, FaultSpec spec, Optional<String> mark, List<PeerId> who, Runnable undo) {
    }

    /** Begins a fault; {@code id} names it until it ends. */
    public Active begin(long id, FaultSpec spec, Optional<String> mark, RandomSource random) {
        Active begun = switch (spec.verb()) {
            case "partition" -> partition(id, (FaultSpec.Partition) spec, mark, random);
            default -> throw new IllegalStateException("a fault that nobody applies: " + spec);
        };
        active.put(id, begun);
        return begun;
    }

    /** Ends a fault; empty where it has ended already. */
    public Optional<Active> end(long id) {
        Active ended = active.remove(id);
        if (ended != null) {
            ended.undo().run();
        }
        return Optional.ofNullable(ended);
    }

    /** The faults under a mark, or all that are active. */
    public List<Long> activeUnder(Optional<String> mark) {
        return active.values().stream()
                .filter(fault -> mark.isEmpty() || fault.mark().equals(mark))
                .map(Active::id).toList();
    }

    private Active partition(long id, FaultSpec.Partition spec, Optional<String> mark, RandomSource random) {
        int[] sides = new int[cluster.size()];
        boolean isAgainstRest = spec.sides().size() == 1;
        Arrays.fill(sides, isAgainstRest ? 1 : PartitionRule.NO_SIDE);
        List<PeerId> who = new ArrayList<>();
        for (int side = 0; side < spec.sides().size(); side++) {
            List<PeerId> members = selector.choose(spec.sides().get(side), Peer::isUp, random);
            for (PeerId member : members) {
                sides[member.index()] = side;
            }
            who.addAll(members);
        }
        spec.bridge().ifPresent(bridge -> selector.choose(bridge, peer -> true, random)
                .forEach(peer -> sides[peer.index()] = PartitionRule.NO_SIDE));
        PartitionRule rule = new PartitionRule(sides, spec.oneWay());
        network.add(rule);
        return new Active(id, spec, mark, who, () -> network.remove(rule));
    }
}
