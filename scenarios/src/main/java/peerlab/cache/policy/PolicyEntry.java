package peerlab.cache.policy;

import java.util.List;
import java.util.Map;

import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameters;

/**
 * A policy that one can ask for by name.
 *
 * @param source where it is defined, and whose defaults these are
 * @param parameters what can be set, with the defaults
 * @param knowsFuture whether it needs the next uses, and so a trace that is over
 * @param needsUnitSizes whether it has no meaning where entries differ in size
 */
public record PolicyEntry(
        String name, String summary, String source, List<Parameter> parameters, boolean knowsFuture,
        boolean needsUnitSizes, Maker maker) {

    /** Makes one policy for one cache. */
    @FunctionalInterface
    interface Maker {
        EvictionPolicy make(Parameters parameters, RandomSource random, NextUses future);
    }

    /** What no online policy asks for. */
    private static final NextUses UNKNOWN = request -> {
        throw new IllegalStateException("an online policy asked for the future");
    };

    /**
     * An online policy for one cache.
     *
     * @param given parameters that differ from the defaults
     * @param random what chance the policy has
     */
    public EvictionPolicy make(Map<String, Object> given, RandomSource random) {
        if (knowsFuture) {
            throw new IllegalArgumentException(name + " needs to know the future, and nobody does");
        }
        return make(given, random, UNKNOWN);
    }

    /** A policy for one cache. */
    public EvictionPolicy make(Map<String, Object> given, RandomSource random, NextUses future) {
        return maker.make(new Parameters(parameters, given), random, future);
    }
}
