package peerlab.engine.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.network.Network;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Selector;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.spec.FaultSpec;

/**
 * Applies faults to peers and links. What it begins it can end, and the state is then as if it had not been.
 */
public final class FaultInjector {

    private final Kernel kernel;
    private final Cluster cluster;
    private final Network network;
    private final Selector selector;
    private final Hooks hooks;
    private final Map<Long, Active> active = new LinkedHashMap<>();

    /** @param hooks what somebody brings along: a behaviour of one's own is among it */
    public FaultInjector(
            Kernel kernel, Cluster cluster, Network network, Selector selector, Hooks hooks) {
        this.kernel = kernel;
        this.cluster = cluster;
        this.network = network;
        this.selector = selector;
        this.hooks = hooks;
    }

    /** A fault that has begun: the number that names it, its mark, and whom it concerns. */
    public static final class Active {

        private final long id;
        private final FaultSpec spec;
        private final Optional<String> mark;
        private final Fault fault;
        private final Scene scene;
        private final Consumer<Active> ended;
        private List<PeerId> who = List.of();

        private Active(long id, FaultSpec spec, Optional<String> mark, Scene scene,
                Consumer<Active> ended) {
            this.id = id;
            this.spec = spec;
            this.mark = mark;
            this.fault = Faults.of(spec);
            this.scene = scene;
            this.ended = ended;
        }

        public long id() {
            return id;
        }

        public FaultSpec spec() {
            return spec;
        }

        public List<PeerId> who() {
            return who;
        }
    }

    /**
     * Begins a fault; {@code id} names it until it ends, and {@code ended} hears of that, whoever ends it.
     *
     * @param random the stream of the step that asks for it
     */
    public Active begin(
            long id, FaultSpec spec, Optional<String> mark, RandomSource random, Consumer<Active> ended) {
        Scene scene = new Scene(kernel, cluster, network, selector, hooks, random);
        Active begun = new Active(id, spec, mark, scene, ended);
        begun.who = List.copyOf(begun.fault.begin(begun.scene));
        active.put(id, begun);
        return begun;
    }

    /** Ends a fault, if it has not ended already. */
    public void end(long id) {
        Active over = active.remove(id);
        if (over != null) {
            over.fault.end(over.scene);
            over.ended.accept(over);
        }
    }

    /** The faults under a mark, or all that are active. */
    public List<Long> activeUnder(Optional<String> mark) {
        return active.values().stream()
                .filter(fault -> mark.isEmpty() || fault.mark.equals(mark))
                .map(Active::id).toList();
    }
}
