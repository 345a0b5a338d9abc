package peerlab.cache.http;

import java.util.ArrayList;
import java.util.List;

import peerlab.cache.http.HttpRequest.Method;
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
    private static final MetricSpec SIBLINGS =
            counter("http.siblingHits", "responses that a cache got from another of its group");
    private static final MetricSpec OUTDATED =
            counter("http.outdated", "pages that were no longer what the origin had when they were read");
    private static final MetricSpec ORIGIN_REQUESTS =
            counter("origin.requests", "requests that reached an origin");
    private static final MetricSpec ORIGIN_BYTES = new MetricSpec("origin.bytes", Kind.COUNTER, Unit.BYTES,
            "bytes of the bodies that origins sent");

    private final Meter meter;

    HttpMeters(Meter meter) {
        this.meter = meter;
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

    private void count(MetricSpec spec) {
        meter.counter(spec.name()).add(1);
    }

    void asked(Method method) {
        count(ORIGIN_REQUESTS);
    }

    void sent(long bytes) {
        Counter counter = meter.counter(ORIGIN_BYTES.name());
        counter.add(bytes);
    }

    void fresh(int status) {
        count(FRESH);
        if (status == HttpResponse.NOT_FOUND) {
            count(NEGATIVE);
        }
    }

    void stale() {
        count(STALE);
    }

    void staleOnError() {
        count(STALE_ON_ERROR);
    }

    void validation() {
        count(VALIDATIONS);
    }

    void notModified() {
        count(NOT_MODIFIED);
    }

    void coalesced() {
        count(COALESCED);
    }

    void invalidated() {
        count(INVALIDATIONS);
    }

    void siblingHit() {
        count(SIBLINGS);
    }

    void outdated() {
        count(OUTDATED);
    }
}
