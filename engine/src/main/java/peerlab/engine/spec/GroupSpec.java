package peerlab.engine.spec;

import java.util.LinkedHashMap;
import java.util.Map;

import peerlab.engine.base.SourcePlace;

/**
 * Peers of one kind: {@code peers 5, as: 'cache', run: 'cache-ring', replicas: 2}.
 *
 * @param name the group's name and the letters of its peers' names; {@code p} where none was given
 * @param protocol the name of the protocol that all of them run
 * @param options the protocol's parameters as given, already of the declared types; defaults are not filled
 *     in
 * @param cache what is said of the caches of its peers, as given
 * @param start with what state they begin
 */
public record GroupSpec(
        String name, int count, String protocol, Map<String, Object> options, Map<String, Object> cache,
        Start start, SourcePlace place) {

    public static final String UNNAMED = "p";

    /** The state that peers begin with. */
    public enum Start {
        /** Empty: they join, or meet through the first peer that is up. */
        FRESH,
        /** The state that the protocol would have reached after all had joined. */
        CONVERGED
    }

    public GroupSpec {
        options = Ordered.copy(options);
        cache = Ordered.copy(cache);
    }

    /** Peers of whose caches nothing is said. */
    public GroupSpec(String name, int count, String protocol, Map<String, Object> options, Start start,
            SourcePlace place) {
        this(name, count, protocol, options, Map.of(), start, place);
    }

    /** The same peers under a name of their own. */
    public GroupSpec as(String own) {
        return new GroupSpec(own, count, protocol, options, cache, start, place);
    }

    /** The same peers in the state that their protocol would have reached after all had joined. */
    public GroupSpec converged() {
        return new GroupSpec(name, count, protocol, options, cache, Start.CONVERGED, place);
    }

    /** The same peers with one more parameter of their protocol. */
    public GroupSpec with(String option, Object value) {
        return new GroupSpec(name, count, protocol, more(options, option, value), cache, start, place);
    }

    /** The same peers of whose caches this is said as well. */
    public GroupSpec caching(String option, Object value) {
        return new GroupSpec(name, count, protocol, options, more(cache, option, value), start, place);
    }

    /** The same peers of whose caches this is said, and nothing else. */
    public GroupSpec withCache(Map<String, Object> other) {
        return new GroupSpec(name, count, protocol, options, other, start, place);
    }

    private static Map<String, Object> more(Map<String, Object> before, String option, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(before);
        more.put(option, Ordered.plain(value));
        return more;
    }
}
