package peerlab.dsl.compile;

import java.util.List;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.spec.GroupSpec;

/** Judges the {@code on} of a statement that is about one group. */
final class GroupNames {

    private final List<String> names;
    private final Diagnostics diagnostics;

    GroupNames(List<GroupSpec> groups, Diagnostics diagnostics) {
        this.names = groups.stream().map(GroupSpec::name).toList();
        this.diagnostics = diagnostics;
    }

    /** Whether a group is so called; says so where none is. */
    boolean isKnown(String name, SourcePlace place) {
        boolean isKnown = names.contains(name);
        if (!isKnown) {
            diagnostics.error(place, "no group is called '" + name + "'",
                    names.equals(List.of(GroupSpec.UNNAMED)) ? "there is one group only: leave 'on' out"
                            : Suggestion.remedy(name, names, "groups: " + String.join(", ", names)));
        }
        return isKnown;
    }
}
