package peerlab.cache.ring;

import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Meter.Counter;

/** The counters of one run's cache rings. */
final class RingMeters {

    private final Meter meter;
    private final Counter keysMoved;
    private final Counter fallThroughs;
    private final Counter repairs;
    private final Counter standIns;
    private final Counter handOvers;
    private final Counter originRequests;
    private final Counter originBytes;

    RingMeters(Meter meter) {
        this.meter = meter;
        this.keysMoved = meter.counter(CacheRingProvider.KEYS_MOVED.name());
        this.fallThroughs = meter.counter(CacheRingProvider.FALL_THROUGHS.name());
        this.repairs = meter.counter(CacheRingProvider.REPAIRS.name());
        this.standIns = meter.counter(CacheRingProvider.STAND_INS.name());
        this.handOvers = meter.counter(CacheRingProvider.HAND_OVERS.name());
        this.originRequests = meter.counter(CacheRingProvider.ORIGIN_REQUESTS.name());
        this.originBytes = meter.counter(CacheRingProvider.ORIGIN_BYTES.name());
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

    void origin(long bytes) {
        originRequests.add(1);
        originBytes.add(bytes);
    }

    /** A request of this kind came to nothing. */
    void failed(String operation, Trouble trouble) {
        meter.counter(operation + "s['" + trouble.word() + "'].failed").add(1);
    }
}
