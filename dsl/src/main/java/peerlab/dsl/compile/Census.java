package peerlab.dsl.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.RegionSpec;
import peerlab.engine.spec.SelectorSpec;

/** Counts how many peers the words of a scenario can mean, as far as the file tells. */
final class Census {

    private final List<GroupSpec> groups;
    private final NetworkSpec network;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> marked = new LinkedHashMap<>();

    Census(List<GroupSpec> groups, NetworkSpec network, Diagnostics diagnostics) {
        this.groups = groups;
        this.network = network;
        this.diagnostics = diagnostics;
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
            return share.share().value() == 0 ? 0 : of;
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
            return isNobody ? 0 : most(except.of(), place);
        } else if (who instanceof SelectorSpec.Named named) {
            return groups.stream().filter(group -> group.name().equals(named.name()))
                    .mapToInt(GroupSpec::count).findFirst().orElseGet(() ->
                            regional(named.name()).orElse(marked.getOrDefault(named.name(), 1)));
        } else if (who instanceof SelectorSpec.Numbered numbered) {
            return numbered.last() - numbered.first() + 1;
        } else if (who instanceof SelectorSpec.Leader) {
            return 1;
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
