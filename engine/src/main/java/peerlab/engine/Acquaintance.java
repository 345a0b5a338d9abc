package peerlab.engine;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import peerlab.engine.base.PeerId;
import peerlab.engine.peer.Selector;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.SelectorSpec;

/**
 * Knows what a run has, and refuses what is asked of it by hand under a name that means nothing there. What
 * a scenario file says is held to its names when the file is read.
 */
final class Acquaintance {

    private final ScenarioSpec spec;
    private final List<PeerId> peers;
    private final Selector selector;
    private final Casting casting;

    Acquaintance(ScenarioSpec spec, List<PeerId> peers, Selector selector, Casting casting) {
        this.spec = spec;
        this.peers = peers;
        this.selector = selector;
        this.casting = casting;
    }

    /** @throws IllegalArgumentException where an action names a peer, a group or an operation in vain */
    void require(ActionSpec action) {
        names(action).filter(name -> !selector.knows(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("nobody in this run is called '" + name + "'; " + everybody());
        });
        if (action instanceof ActionSpec.Operate operate
                && !casting.operations().contains(operate.operation())) {
            throw new IllegalArgumentException("no protocol of this run offers '" + operate.operation()
                    + "'; there are " + String.join(", ", casting.operations()));
        }
    }

    private String everybody() {
        List<String> groups = spec.groups().stream().map(GroupSpec::name)
                .filter(name -> !name.equals(GroupSpec.UNNAMED)).toList();
        return (peers.isEmpty() ? "it has no peers" : "the peers are " + peers.get(0) + " to "
                + peers.get(peers.size() - 1))
                + (groups.isEmpty() ? "" : ", the groups " + String.join(", ", groups));
    }

    /** The names in whatever an action says, however deep. */
    private static Stream<String> names(Object part) {
        List<String> found = new ArrayList<>();
        collect(part, found);
        return found.stream();
    }

    private static void collect(Object part, List<String> found) {
        if (part instanceof SelectorSpec.Named named) {
            found.add(named.name());
        } else if (part instanceof Optional<?> optional) {
            optional.ifPresent(value -> collect(value, found));
        } else if (part instanceof Collection<?> items) {
            items.forEach(item -> collect(item, found));
        } else if (part instanceof Record record
                && record.getClass().getPackageName().equals(ActionSpec.class.getPackageName())) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(read(component, record), found);
            }
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + record, e);
        }
    }
}
