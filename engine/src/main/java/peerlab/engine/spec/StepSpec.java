package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/**
 * One line of the timeline.
 *
 * @param mark the name given by {@code as:}, for the moment and for those who were chosen
 */
public record StepSpec(When when, ActionSpec action, Optional<String> mark, SourcePlace place) {

    /**
     * When what it does is over, as far as the file tells: at the end of its window, or of the span of its
     * fault; else when it begins. It is the moment that {@code after: 'its mark'} means.
     */
    public SimTime ends() {
        if (when instanceof When.During window) {
            return window.to();
        }
        long rest = Long.MAX_VALUE - when.begins().nanos();
        return span().map(span -> when.begins().plus(new Span(Math.min(span.nanos(), rest))))
                .orElse(when.begins());
    }

    /** True for a fault that lasts for a window or a span. */
    public boolean hasEnd() {
        return when instanceof When.During || span().isPresent();
    }

    /**
     * True for a step that takes its peers or keys one by one: the moment that {@code after: 'its mark'}
     * means is that of the last of them, and no sooner than the step begins.
     */
    public boolean isGradual() {
        return action instanceof ActionSpec.Life life && life.every().isPresent()
                || when instanceof When.At && action instanceof ActionSpec.Operate operate
                        && operate.every().isPresent();
    }

    /** The same step under a name. */
    public StepSpec as(String name) {
        return new StepSpec(when, action, Optional.of(name), place);
    }

    private Optional<Span> span() {
        return action instanceof ActionSpec.Inject inject ? inject.span() : Optional.empty();
    }
}
