package peerlab.engine;

import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.When;

/** A step of the timeline in one line of words, the same from both languages. */
final class StepText {

    private StepText() {
    }

    /** {@code at 50 s crash any 30%}. */
    static String of(StepSpec step) {
        return of(step.when()) + " " + step.action().verb() + rest(step.action());
    }

    private static String of(When when) {
        if (when instanceof When.During during) {
            return "during " + during.from() + ".." + during.to();
        }
        return "at " + when.begins();
    }

    private static String rest(ActionSpec action) {
        if (action instanceof ActionSpec.Life life) {
            return " " + life.who()
                    + life.via().map(via -> " via " + via).orElse("")
                    + life.every().map(every -> " every " + every).orElse("");
        } else if (action instanceof ActionSpec.Operate operate) {
            return operate.keys().map(keys -> " " + keys).orElse("")
                    + operate.from().map(from -> " from " + from).orElse("")
                    + operate.every().map(every -> " every " + every).orElse("");
        } else if (action instanceof ActionSpec.Inject inject) {
            return " " + inject.fault().words() + inject.span().map(span -> " for " + span).orElse("");
        } else if (action instanceof ActionSpec.Replay replay) {
            return " " + replay.file() + replay.from().map(from -> " from " + from).orElse("");
        } else if (action instanceof ActionSpec.Snapshot snapshot) {
            return " " + snapshot.name();
        }
        return ((ActionSpec.Heal) action).mark().map(mark -> " '" + mark + "'").orElse("");
    }

    /** True for steps that are about peers: such a step that chose nobody did nothing. */
    static boolean choosesPeers(ActionSpec action) {
        return action instanceof ActionSpec.Life || action instanceof ActionSpec.Inject;
    }
}
