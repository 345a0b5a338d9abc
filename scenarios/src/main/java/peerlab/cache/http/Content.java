package peerlab.cache.http;

import java.util.LinkedHashMap;
import java.util.Map;

import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Outcome;

/** What the origins of one run make: the same for all of them, and known to those who judge. */
final class Content {

    private final HttpSettings settings;
    private final RandomSource random;
    private final Map<Resource, Body> written = new LinkedHashMap<>();

    /** @param random from which nothing is drawn but by the name of a resource */
    Content(HttpSettings settings, RandomSource random) {
        this.settings = settings;
        this.random = random;
    }

    /** Somebody writes. */
    void write(Resource url, Body body, long now) {
        written.put(url, new Body(body.value(), present(url, now).version() + 1, body.size()));
    }

    boolean exists(Resource url) {
        return written.containsKey(url) || draw(url, "missing").nextDouble() >= settings.missing();
    }

    /** What there is at an instant. */
    Body present(Resource url, long now) {
        Body last = written.get(url);
        return last != null ? last : new Body(Outcome.ORIGINAL, version(url, now), settings.size());
    }

    /** When that came to be: at the start, where it never changes of itself. */
    long modified(Resource url, long now) {
        long every = settings.changes();
        return every <= 0 ? 0 : Math.max(0, version(url, now) * every - phase(url, every));
    }

    /** Resources change at the same pace, and not together. */
    private long version(Resource url, long now) {
        long every = settings.changes();
        return every <= 0 ? 0 : (now + phase(url, every)) / every;
    }

    private long phase(Resource url, long every) {
        return draw(url, "phase").nextLong(every);
    }

    private RandomSource draw(Resource url, String what) {
        return random.stream(what).stream(url.text());
    }
}
