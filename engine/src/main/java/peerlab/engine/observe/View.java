package peerlab.engine.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.Offset;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.spec.Expression;

/** The run at this instant, to look at. */
public interface View {

    SimTime now();

    /** Every peer of the scenario, up or not, by index. */
    List<PeerId> peers();

    PeerView peer(PeerId id);

    /**
     * A reading of a metric.
     *
     * @param over the window for rates, counters and distributions; cumulative where absent
     * @throws IllegalArgumentException where no such metric exists in this run
     */
    Reading reading(Expression.Metric metric, Optional<Span> over);

    /**
     * The present value of a metric: cumulative for counters, rates and distributions, NaN where nothing was
     * measured.
     */
    default double metric(String name) {
        return reading(new Expression.Metric(name, Optional.empty(), SourcePlace.NOWHERE), Optional.empty())
                .at(now().nanos());
    }

    /** The truth of a property that a protocol names. */
    boolean holds(String property);

    /** Who knows whom. */
    Topology topology();

    /**
     * Requests of one kind ({@code gets}) that failed at or after an instant, the first ones, in the order of
     * failing.
     */
    List<FailedOperation> failures(String plural, SimTime from);

    /** The faults that are active, in the order in which they began. */
    default List<FaultView> faults() {
        return List.of();
    }

    /** One peer at this instant. */
    interface PeerView {
        PeerId id();

        String group();

        /** The region that it lives in; empty where it lives in none. */
        default String region() {
            return "";
        }

        String protocol();

        /** What it is called in its protocol, as hexadecimal digits; empty where its name is all there is. */
        default String identity() {
            return "";
        }

        boolean isUp();

        /** False while a peer has never been up. */
        boolean hasBegun();

        /** Whether it keeps to its protocol. */
        default boolean isHonest() {
            return true;
        }

        /** When it last came up or went down. */
        SimTime since();

        /** What its protocol shows; empty while it is down. */
        Map<String, Object> values();

        List<PeerId> neighbours();

        /** True while a fault keeps it from doing anything. */
        default boolean isPaused() {
            return false;
        }

        /** True while a fault makes it slow. */
        default boolean isSlow() {
            return false;
        }

        /** How far its clock is ahead of true time. */
        default Offset clockOffset() {
            return Offset.NONE;
        }
    }

    /**
     * A fault that is active.
     *
     * @param text as its step says it: {@code partition minority}
     * @param until when it will end by itself; absent where it lasts to the end of the run
     */
    record FaultView(String text, SimTime since, Optional<SimTime> until, List<PeerId> who) {
    }
}
