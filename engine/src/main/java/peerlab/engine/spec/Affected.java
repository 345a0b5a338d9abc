package peerlab.engine.spec;

import java.util.Optional;

/**
 * The messages that a fault of links is about: those that some peers send, narrowed by who they go to, by
 * their type, and by what is the case when they are sent.
 *
 * @param from who sends them
 * @param to who receives them; everybody where absent
 * @param type the name of their type, {@code FindNode}; every type where absent
 * @param when a condition over the run and the sender; always where absent
 */
public record Affected(
        SelectorSpec from, Optional<SelectorSpec> to, Optional<String> type, Optional<Expression> when) {

    /** Whatever is the case. */
    public Affected(SelectorSpec from, Optional<SelectorSpec> to, Optional<String> type) {
        this(from, to, type, Optional.empty());
    }

    /** The messages that some peers send. */
    public static Affected by(SelectorSpec senders) {
        return new Affected(senders, Optional.empty(), Optional.empty());
    }

    /** Of these messages those that go to some peers. */
    public Affected to(SelectorSpec receivers) {
        return new Affected(from, Optional.of(receivers), type, when);
    }

    /** Of these messages those of one type. */
    public Affected type(String name) {
        return new Affected(from, to, Optional.of(name), when);
    }

    /** Of these messages those sent while something is the case, with the run or with their sender. */
    public Affected when(Expression condition) {
        return new Affected(from, to, type, Optional.of(condition));
    }

    @Override
    public String toString() {
        return from + to.map(receivers -> " to " + receivers).orElse("")
                + type.map(name -> " type " + name).orElse("")
                + when.map(condition -> " when " + condition).orElse("");
    }
}
