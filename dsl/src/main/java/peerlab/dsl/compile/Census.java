package peerlab.dsl.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.RegionSpec;
import peerlab.engine.spec.SelectorSpec;

/** Counts how many peers the words of a scenario can mean, as far as the file tells. */
final class Census {

    /** What a peer that leads shows of itself, and the word for it. */
    static final String LEADER = "leader";

    private final List<GroupSpec> groups;
    private final NetworkSpec network;
    private final List<ProtocolProvider> protocols;
    private final boolean isVaried;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> marked = new LinkedHashMap<>();

    /** @param isVaried whether this is one run of several, in one of which a share may be nothing at all */
    Census(List<GroupSpec> groups, NetworkSpec network, List<ProtocolProvider> protocols, boolean isVaried,
            Diagnostics diagnostics) {
        this.groups = groups;
        this.network = network;
        this.protocols = protocols;
        this.isVaried = isVaried;
        this.diagnostics = diagnostics;
    }

    /** Says so where somebody is meant who leads, and no protocol has leaders. */
    void requireLeaders(SourcePlace place) {
        if (protocols.stream().noneMatch(ProtocolProvider::hasLeaders)) {
            List<String> names = protocols.stream().map(ProtocolProvider::name).distinct().toList();
            diagnostics.warning(place, "'" + LEADER + "' means nobody: '"
                    + String.join("' and '", names) + "' " + (names.size() == 1 ? "has" : "have")
                    + " no leaders",
                    "name somebody, or choose by chance; a protocol of one's own that has leaders says"
                            + " hasLeaders()");
        }
    }

    /** Whether a name means a group, a region or a single peer, and not whom some step has chosen. */
    boolean isFixed(SelectorSpec.Named named) {
        return regional(named.name()).isPresent() || groups.stream().anyMatch(group ->
                named.name().equals(group.name())
                        || named.name().matches(Pattern.quote(group.name()) + "[1-9][0-9]*"));
    }

    int peers() {
        return groups.stream().mapToInt(GroupSpec::count).sum();
    }

    /** A step chooses at most so many under a name. */
    void remember(String mark, int most) {
        marked.put(mark, most);
    }

    /** How many peers a selector can mean at most; says where it asks for more. */
    int most(SelectorSpec who, SourcePlace place) {
        if (who instanceof SelectorSpec.Some some) {
            int of = most(some.of(), place);
            if (some.count() > of && of > 0) {
                diagnostics.warning(place, "'" + who + "' asks for " + some.count() + " of " + of
                        + (of == 1 ? " peer" : " peers"), "all " + of + " are chosen then");
            }
            return Math.min(some.count(), of);
        } else if (who instanceof SelectorSpec.Share share) {
            int of = most(share.of(), place);
            return share.share().value() == 0 && !isVaried ? 0 : of;
        } else if (who instanceof SelectorSpec.Minority) {
            return (peers() - 1) / 2;
        } else if (who instanceof SelectorSpec.Closest closest) {
            if (closest.count() > peers()) {
                diagnostics.warning(place, "'" + who + "' asks for " + closest.count() + " of " + peers()
                        + " peers", "all are chosen then");
            }
            return Math.min(closest.count(), peers());
        } else if (who instanceof SelectorSpec.Except except) {
            boolean isNobody = except.of().equals(except.without())
                    || except.without() instanceof SelectorSpec.All;
            most(except.without(), place);
            return isNobody ? 0 : most(except.of(), place);
        } else if (who instanceof SelectorSpec.Named named) {
            return groups.stream().filter(group -> group.name().equals(named.name()))
                    .mapToInt(GroupSpec::count).findFirst().orElseGet(() ->
                            regional(named.name()).orElse(marked.getOrDefault(named.name(), 1)));
        } else if (who instanceof SelectorSpec.Numbered numbered) {
            return numbered.last() - numbered.first() + 1;
        } else if (who instanceof SelectorSpec.Leader) {
            requireLeaders(place);
            return 1;
        } else if (who instanceof SelectorSpec.Where where && isAboutLeaders(where.condition())) {
            requireLeaders(place);
        }
        return peers();
    }

    /** How many live in a region at most; empty for what is none. */
    private Optional<Integer> regional(String name) {
        return network.regions().stream().filter(region -> region.name().equals(name)).findFirst()
                .map(region -> region.population() instanceof RegionSpec.Share share
                        ? (int) Math.ceil(share.share().value() * peers())
                        : region.population() instanceof RegionSpec.Count count ? count.count() : peers());
    }

    /** The peers that a selector names, one by one, by group or by number; none where it chooses. */
    List<String> named(SelectorSpec who) {
        if (who instanceof SelectorSpec.Numbered numbered) {
            return numbered(GroupSpec.UNNAMED, numbered.first(), numbered.last());
        } else if (who instanceof SelectorSpec.Named named && isFixed(named)) {
            return groups.stream().filter(group -> group.name().equals(named.name())).findFirst()
                    .map(group -> numbered(group.name(), 1, group.count())).orElse(List.of(named.name()));
        }
        return List.of();
    }

    private static List<String> numbered(String group, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> group + number).toList();
    }

    private static boolean isAboutLeaders(Expression condition) {
        return condition.parts().stream().anyMatch(part ->
                part instanceof Expression.PeerValue value && value.name().equals(LEADER));
    }

    /** How many a selector means for certain. */
    int certain(SelectorSpec who) {
        if (who instanceof SelectorSpec.All) {
            return peers();
        } else if (who instanceof SelectorSpec.Some some && some.of() instanceof SelectorSpec.All) {
            return Math.min(some.count(), peers());
        }
        return who instanceof SelectorSpec.Numbered numbered ? numbered.last() - numbered.first() + 1 : 1;
    }
}
