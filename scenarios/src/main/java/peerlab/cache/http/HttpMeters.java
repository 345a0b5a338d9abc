package peerlab.cache.http;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Meter.Counter;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.MetricSpec.Kind;

/** What is counted of caches of the web. */
final class HttpMeters {

    private static final List<MetricSpec> DECLARED = new ArrayList<>();

    private static final MetricSpec FRESH = counter("http.fresh", "responses served fresh from a cache");
    private static final MetricSpec NEGATIVE = counter("http.negative", "of those, that there is nothing");
    private static final MetricSpec STALE =
            counter("http.staleWhileRevalidate", "responses served stale while they were validated");
    private static final MetricSpec STALE_ON_ERROR =
            counter("http.staleIfError", "responses served stale because the origin failed");
    private static final MetricSpec VALIDATIONS =
            counter("http.validations", "requests that asked whether something is still right");
    private static final MetricSpec NOT_MODIFIED =
            counter("http.notModified", "of those, the ones answered with 304, without a body");
    private static final MetricSpec COALESCED =
            counter("http.coalesced", "requests that waited for a response on its way to another");
    private static final MetricSpec INVALIDATIONS =
            counter("http.invalidations", "resources that went from a cache because somebody wrote them");
    private static final MetricSpec REVOCATIONS =
            counter("http.revocations", "times that a cache was told that something is about to be written");
    private static final MetricSpec SIBLINGS =
            counter("http.siblingHits", "responses that a cache got from another of its group");
    private static final MetricSpec OUTDATED =
            counter("http.outdated", "pages that were no longer what the origin had when they were read");
    private static final MetricSpec ORIGIN_REQUESTS =
            counter("origin.requests", "requests that reached an origin");
    private static final MetricSpec ORIGIN_BYTES = new MetricSpec("origin.bytes", Kind.COUNTER, Unit.BYTES,
            "bytes of the bodies that origins sent");

    private final Meter meter;
    private final Counter fresh;
    private final Counter negative;
    private final Counter stale;
    private final Counter staleOnError;
    private final Counter validations;
    private final Counter notModified;
    private final Counter coalesced;
    private final Counter invalidations;
    private final Counter revocations;
    private final Counter siblings;
    private final Counter outdated;
    private final Counter originRequests;
    private final Counter originBytes;

    HttpMeters(Meter meter) {
        this.meter = meter;
        this.fresh = meter.counter(FRESH.name());
        this.negative = meter.counter(NEGATIVE.name());
        this.stale = meter.counter(STALE.name());
        this.staleOnError = meter.counter(STALE_ON_ERROR.name());
        this.validations = meter.counter(VALIDATIONS.name());
        this.notModified = meter.counter(NOT_MODIFIED.name());
        this.coalesced = meter.counter(COALESCED.name());
        this.invalidations = meter.counter(INVALIDATIONS.name());
        this.revocations = meter.counter(REVOCATIONS.name());
        this.siblings = meter.counter(SIBLINGS.name());
        this.outdated = meter.counter(OUTDATED.name());
        this.originRequests = meter.counter(ORIGIN_REQUESTS.name());
        this.originBytes = meter.counter(ORIGIN_BYTES.name());
    }

    private static MetricSpec counter(String name, String summary) {
        MetricSpec spec = new MetricSpec(name, Kind.COUNTER, Unit.NUMBER, summary);
        DECLARED.add(spec);
        return spec;
    }

    static List<MetricSpec> declared() {
        List<MetricSpec> all = new ArrayList<>(DECLARED);
        all.add(ORIGIN_BYTES);
        all.add(MetricSpec.rate("origin.share", ORIGIN_REQUESTS.name(), "gets.count",
                "requests that reached an origin, for each get"));
        return all;
    }

    Meter meter() {
        return meter;
    }

    void asked() {
        originRequests.add(1);
    }

    void sent(long bytes) {
        originBytes.add(bytes);
    }

    void fresh(int status) {
        fresh.add(1);
        if (status == HttpResponse.NOT_FOUND) {
            negative.add(1);
        }
    }

    void stale() {
        stale.add(1);
    }

    void staleOnError() {
        staleOnError.add(1);
    }

    void validation() {
        validations.add(1);
    }

    void notModified() {
        notModified.add(1);
    }

    void coalesced() {
        coalesced.add(1);
    }

    void invalidated() {
        invalidations.add(1);
    }

    void revoked() {
        revocations.add(1);
    }

    void siblingHit() {
        siblings.add(1);
    }

    void outdated() {
        outdated.add(1);
    }
}
