package peerlab.engine.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.network.Network;
import peerlab.engine.observe.View.FaultView;
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

    /**
     * On what occasion a fault begins.
     *
     * @param mark the name of the step
     * @param until when it is to end, in nanoseconds; {@code Long.MAX_VALUE} for never
     * @param random the stream of the step, and of nobody else
     */
    public record Occasion(Optional<String> mark, long until, RandomSource random) {
    }

    /** Whoever asks for a fault: it hears what becomes of it. */
    public interface Owner {

        /** It has begun, and is known whom it concerns; what it does to them follows. */
        void begun(Active fault);

        /** It has gone for a while, or come back, without being over. */
        void flapped(Active fault);

        /** It is over, whoever ended it. */
        void ended(Active fault);
    }

    /** A fault that has begun: the number that names it, its mark, and whom it concerns. */
    public static final class Active {

        private final long id;
        private final FaultSpec spec;
        private final Occasion occasion;
        private final Fault fault;
        private final Owner owner;
        private final long since;
        private List<PeerId> who = List.of();
        private boolean isInForce = true;

        private Active(long id, FaultSpec spec, Occasion occasion, Owner owner, long since) {
            this.id = id;
            this.spec = spec;
            this.occasion = occasion;
            this.fault = Faults.of(spec);
            this.owner = owner;
            this.since = since;
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

        /** False while it is gone for a while. */
        public boolean isInForce() {
            return isInForce;
        }

        /** What a reader of the run's report should know of it. */
        public Optional<String> remark() {
            return fault.remark();
        }

        RandomSource random() {
            return occasion.random();
        }

        /** Lets it go for a while, or come back. */
        void flap() {
            isInForce = !isInForce;
            owner.flapped(this);
        }

        private FaultView view() {
            boolean isEndKnown = occasion.until() != Long.MAX_VALUE;
            return new FaultView((spec.verb() + " " + spec.words()).strip(), new SimTime(since),
                    isEndKnown ? Optional.of(new SimTime(occasion.until())) : Optional.empty(), who);
        }
    }

    /** Begins a fault; {@code id} names it until it ends. */
    public Active begin(long id, FaultSpec spec, Occasion occasion, Owner owner) {
        Active begun = new Active(id, spec, occasion, owner, kernel.now());
        Scene scene = scene(begun);
        begun.who = List.copyOf(begun.fault.begin(scene));
        active.put(id, begun);
        owner.begun(begun);
        begun.fault.act(scene);
        return begun;
    }

    private Scene scene(Active of) {
        return new Scene(kernel, cluster, network, selector, hooks, of);
    }

    /** Ends a fault, if it has not ended already. */
    public void end(long id) {
        Active over = active.remove(id);
        if (over != null) {
            over.fault.end(scene(over));
            over.owner.ended(over);
        }
    }

    /** The faults under a mark, or all that are active. */
    public List<Long> activeUnder(Optional<String> mark) {
        return active.values().stream()
                .filter(fault -> mark.isEmpty() || fault.occasion.mark().equals(mark))
                .map(Active::id).toList();
    }

    /** What is in force at this instant, in the order of beginning. */
    public List<FaultView> views() {
        return active.values().stream().filter(Active::isInForce).map(Active::view).toList();
    }
}
