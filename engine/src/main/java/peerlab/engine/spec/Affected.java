package peerlab.engine.spec;

import java.util.Optional;

/**
 * The messages that a fault of links is about: those that some peers send, narrowed by who they go to and by
 * their type.
 *
 * @param from who sends them
 * @param to who receives them; everybody where absent
 * @param type the name of their type, {@code FindNode}; every type where absent
 */
public record Affected(SelectorSpec from, Optional<SelectorSpec> to, Optional<String> type) {

    @Override
    public String toString() {
        return from + to.map(receivers -> " to " + receivers).orElse("")
                + type.map(name -> " type " + name).orElse("");
    }
}
