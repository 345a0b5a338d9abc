package peerlab.cache.trace;

/** Which key is asked for next. */
@FunctionalInterface
public interface KeySource {

    long next();
}
