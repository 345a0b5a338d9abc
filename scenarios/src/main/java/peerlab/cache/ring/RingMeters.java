package peerlab.cache.ring;

import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Meter.Counter;
import peerlab.engine.protocol.Meter.Samples;

/** The counters of one run's cache rings. */
final class RingMeters {

    private static final double NANOS_OF_SECOND = 1e9;

    private final Meter meter;
    private final Counter keysMoved;
    private final Counter fallThroughs;
    private final Counter repairs;
    private final Counter standIns;
    private final Counter handOvers;
    private final Counter hedges;
    private final Counter repeats;
    private final Counter turnedAway;
    private final Counter inVain;
    private final Samples stays;
    private final Counter originRequests;
    private final Counter originBytes;
    private final Counter originWrites;

    RingMeters(Meter meter) {
        this.meter = meter;
        this.keysMoved = meter.counter(CacheRingProvider.KEYS_MOVED.name());
        this.fallThroughs = meter.counter(CacheRingProvider.FALL_THROUGHS.name());
        this.repairs = meter.counter(CacheRingProvider.REPAIRS.name());
        this.standIns = meter.counter(CacheRingProvider.STAND_INS.name());
        this.handOvers = meter.counter(CacheRingProvider.HAND_OVERS.name());
        this.hedges = meter.counter(CacheRingProvider.HEDGES.name());
        this.repeats = meter.counter(CacheRingProvider.REPEATS.name());
        this.turnedAway = meter.counter(CacheRingProvider.TURNED_AWAY.name());
        this.inVain = meter.counter(CacheRingProvider.IN_VAIN.name());
        this.stays = meter.samples(CacheRingProvider.STAYS.name());
        this.originRequests = meter.counter(CacheRingProvider.ORIGIN_REQUESTS.name());
        this.originBytes = meter.counter(CacheRingProvider.ORIGIN_BYTES.name());
        this.originWrites = meter.counter(CacheRingProvider.ORIGIN_WRITES.name());
    }

    Meter meter() {
        return meter;
    }

    void keysMoved(String ring, long keys) {
        keysMoved.add(keys);
        meter.counter("ring['" + ring + "'].keysMoved").add(keys);
    }

    void fellThrough() {
        fallThroughs.add(1);
    }

    void repaired() {
        repairs.add(1);
    }

    void stoodIn() {
        standIns.add(1);
    }

    void handedOver() {
        handOvers.add(1);
    }

    void hedged() {
        hedges.add(1);
    }

    void repeated() {
        repeats.add(1);
    }

    void turnedAway() {
        turnedAway.add(1);
    }

    void inVain() {
        inVain.add(1);
    }

    /** How long a request was at a cache. */
    void stayed(long nanos) {
        stays.record(nanos / NANOS_OF_SECOND);
    }

    void origin(long bytes) {
        originRequests.add(1);
        originBytes.add(bytes);
    }

    void originWrote() {
        originWrites.add(1);
    }

    /** A request of this kind came to nothing. */
    void failed(String operation, Trouble trouble) {
        meter.counter(operation + "s['" + trouble.word() + "'].failed").add(1);
    }
}
