package peerlab.engine.spec;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/**
 * What every link does to every message, before any fault.
 *
 * @param profile the named network that it begins with
 * @param jitter what each message takes beyond its latency
 * @param isFifo whether messages of one link arrive in the order in which they were sent
 * @param duplicate copies that arrive as well
 * @param reorder messages that others overtake
 * @param bandwidths what lines carry; of two for one peer the later counts
 * @param connections whether peers connect first, and what that takes
 * @param between latencies from region to region; where none is given the latency of all others counts
 */
public record NetworkSpec(
        Optional<ProfileSpec> profile,
        LatencySpec latency,
        Optional<JitterSpec> jitter,
        boolean isFifo,
        LossSpec loss,
        MishapSpec duplicate,
        MishapSpec reorder,
        CorruptSpec corrupt,
        List<BandwidthSpec> bandwidths,
        Optional<ConnectionsSpec> connections,
        Optional<NatSpec> nat,
        List<RegionSpec> regions,
        List<BetweenSpec> between,
        SourcePlace place) {

    /** What a scenario without a network block gets: 50 ms each way, nothing lost. */
    public static final NetworkSpec DEFAULT =
            new NetworkSpec(new Distribution.Fixed(Span.millis(50)), Ratio.NONE, SourcePlace.NOWHERE);

    public NetworkSpec {
        bandwidths = List.copyOf(bandwidths);
        regions = List.copyOf(regions);
        between = List.copyOf(between);
    }

    /** Each message takes a time of its own, and is lost by chance. */
    public NetworkSpec(Distribution latency, Ratio loss, SourcePlace place) {
        this(Optional.empty(), new LatencySpec.Drawn(latency, false), Optional.empty(), false,
                new LossSpec(loss), MishapSpec.NEVER, MishapSpec.NEVER, CorruptSpec.NEVER, List.of(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), place);
    }

    public NetworkSpec with(ProfileSpec other) {
        return new NetworkSpec(Optional.of(other), latency, jitter, isFifo, loss, duplicate, reorder, corrupt,
                bandwidths, connections, nat, regions, between, place);
    }

    public NetworkSpec with(LatencySpec other) {
        return new NetworkSpec(profile, other, jitter, isFifo, loss, duplicate, reorder, corrupt, bandwidths,
                connections, nat, regions, between, place);
    }

    public NetworkSpec with(JitterSpec other) {
        return new NetworkSpec(profile, latency, Optional.of(other), isFifo, loss, duplicate, reorder,
                corrupt, bandwidths, connections, nat, regions, between, place);
    }

    public NetworkSpec inOrder(boolean isInOrder) {
        return new NetworkSpec(profile, latency, jitter, isInOrder, loss, duplicate, reorder, corrupt,
                bandwidths, connections, nat, regions, between, place);
    }

    public NetworkSpec with(LossSpec other) {
        return new NetworkSpec(profile, latency, jitter, isFifo, other, duplicate, reorder, corrupt,
                bandwidths, connections, nat, regions, between, place);
    }

    public NetworkSpec duplicating(MishapSpec other) {
        return new NetworkSpec(profile, latency, jitter, isFifo, loss, other, reorder, corrupt, bandwidths,
                connections, nat, regions, between, place);
    }

    public NetworkSpec reordering(MishapSpec other) {
        return new NetworkSpec(profile, latency, jitter, isFifo, loss, duplicate, other, corrupt, bandwidths,
                connections, nat, regions, between, place);
    }

    public NetworkSpec with(CorruptSpec other) {
        return new NetworkSpec(profile, latency, jitter, isFifo, loss, duplicate, reorder, other, bandwidths,
                connections, nat, regions, between, place);
    }

    public NetworkSpec withLines(List<BandwidthSpec> others) {
        return new NetworkSpec(profile, latency, jitter, isFifo, loss, duplicate, reorder, corrupt, others,
                connections, nat, regions, between, place);
    }

    public NetworkSpec with(ConnectionsSpec other) {
        return new NetworkSpec(profile, latency, jitter, isFifo, loss, duplicate, reorder, corrupt,
                bandwidths, Optional.of(other), nat, regions, between, place);
    }

    public NetworkSpec with(NatSpec other) {
        return new NetworkSpec(profile, latency, jitter, isFifo, loss, duplicate, reorder, corrupt,
                bandwidths, connections, Optional.of(other), regions, between, place);
    }

    public NetworkSpec withRegions(List<RegionSpec> others, List<BetweenSpec> latencies) {
        return new NetworkSpec(profile, latency, jitter, isFifo, loss, duplicate, reorder, corrupt,
                bandwidths, connections, nat, others, latencies, place);
    }

    /** The same, as some place of a file says it. */
    public NetworkSpec at(SourcePlace other) {
        return new NetworkSpec(profile, latency, jitter, isFifo, loss, duplicate, reorder, corrupt,
                bandwidths, connections, nat, regions, between, other);
    }
}
