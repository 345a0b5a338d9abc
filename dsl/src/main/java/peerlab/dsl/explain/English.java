package peerlab.dsl.explain;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.Between;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.When;

/** Says in English what a step does. */
final class English {

    private English() {
    }

    static String when(When when) {
        return when instanceof When.During window ? window.from() + " to " + window.to()
                : when.begins().toString();
    }

    /** What happens, with everything that the step says about it. */
    static String what(StepSpec step) {
        List<String> parts = new ArrayList<>();
        parts.add(brief(step.action()));
        parts.addAll(details(step.action()));
        step.mark().ifPresent(mark -> parts.add("called '" + mark + "'"));
        return String.join(", ", parts);
    }

    /** What happens, in a few words. */
    static String brief(ActionSpec action) {
        if (action instanceof ActionSpec.Life life) {
            return life.verb() + " " + life.who();
        } else if (action instanceof ActionSpec.Operate operate) {
            return operate.operation() + operate.keys().map(keys -> " " + keys).orElse("");
        } else if (action instanceof ActionSpec.Replay replay) {
            return "replay '" + replay.file() + "'";
        } else if (action instanceof ActionSpec.Heal heal) {
            return "heal " + heal.mark().map(mark -> "'" + mark + "'").orElse("every fault");
        } else if (action instanceof ActionSpec.Snapshot snapshot) {
            return "snapshot '" + snapshot.name() + "'";
        } else if (action instanceof ActionSpec.Inject inject) {
            return inject.fault() instanceof FaultSpec.Partition partition
                    ? "partition " + sides(partition.sides())
                    : inject.fault() instanceof FaultSpec.Byzantine byzantine
                            ? "byzantine " + byzantine.who() + " " + byzantine.behaviour()
                            : brief(inject.fault());
        }
        return action.verb();
    }

    private static String sides(List<SelectorSpec> sides) {
        return String.join(" | ", sides.stream().map(SelectorSpec::toString).toList())
                + (sides.size() == 1 ? " | the rest" : "");
    }

    /** The verb and whatever comes first: who is meant. */
    private static String brief(FaultSpec fault) {
        RecordComponent[] components = fault.getClass().getRecordComponents();
        return fault.verb() + (components.length == 0 ? "" : " " + valueOf(components[0], fault));
    }

    private static List<String> details(ActionSpec action) {
        List<String> parts = new ArrayList<>();
        if (action instanceof ActionSpec.Life life) {
            life.via().ifPresent(via -> parts.add("via " + via));
            life.every().ifPresent(every -> parts.add("one every " + every));
            if (!life.keepsStorage()) {
                parts.add("what they stored is lost");
            }
        } else if (action instanceof ActionSpec.Operate operate) {
            String from = operate.from().map(SelectorSpec::toString).orElse("any peer (default)");
            parts.add("from " + (from.equals("any 1") ? "any peer" : from));
            operate.every().ifPresent(every -> parts.add("one every " + every));
            operate.habits().gaps().ifPresent(law -> parts.add("one after another in " + law));
            operate.habits().think().ifPresent(law -> parts.add("each again " + law + " after its answer"));
            operate.habits().writes().ifPresent(share -> parts.add(share + " of them write"));
            operate.size().ifPresent(size -> parts.add(size + " each"));
            operate.habits().sizes().ifPresent(law -> parts.add(law + " each"));
            operate.options().forEach((name, value) -> parts.add(name + " " + value));
        } else if (action instanceof ActionSpec.Replay replay) {
            replay.from().ifPresent(who -> parts.add("from " + who + " where it names nobody"));
            replay.every().ifPresent(every -> parts.add("one every " + every));
        } else if (action instanceof ActionSpec.Inject inject) {
            parts.addAll(details(inject.fault()));
            inject.span().ifPresent(span -> parts.add("for " + span));
        }
        return parts;
    }

    private static List<String> details(FaultSpec fault) {
        List<String> parts = new ArrayList<>();
        if (fault instanceof FaultSpec.Partition partition) {
            if (partition.oneWay()) {
                parts.add("one way");
            }
            partition.bridge().ifPresent(bridge -> parts.add("but for " + bridge));
            partition.flapping().ifPresent(law -> parts.add("coming and going, each time for " + law));
        } else if (fault instanceof FaultSpec.Churn churn) {
            parts.add("with " + churn.lives());
            if (churn.lives() instanceof Lives.Drawn drawn) {
                drawn.source().ifPresent(source -> parts.add("from " + source));
                parts.addAll(drawn.figures());
            }
            churn.via().ifPresent(via -> parts.add("back via " + via));
            if (churn.graceful().value() > 0) {
                parts.add(churn.graceful() + " of them with a goodbye");
            }
            if (!churn.keepsStorage()) {
                parts.add("what they stored is lost");
            }
            if (!churn.startsSteady()) {
                parts.add("all of them up at first");
            }
        } else {
            parts.addAll(components(fault));
        }
        return parts;
    }

    /** Whatever else a fault says of itself, each with its name. */
    private static List<String> components(FaultSpec fault) {
        List<String> parts = new ArrayList<>();
        RecordComponent[] components = fault.getClass().getRecordComponents();
        int told = fault instanceof FaultSpec.Byzantine ? 2 : 1;
        for (int i = told; i < components.length; i++) {
            String value = valueOf(components[i], fault);
            if (!value.isEmpty()) {
                parts.add(words(components[i].getName()) + " " + value);
            }
        }
        return parts;
    }

    private static String valueOf(RecordComponent component, FaultSpec fault) {
        try {
            Object value = component.getAccessor().invoke(fault);
            Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            boolean isNothing = present == null || Boolean.FALSE.equals(present)
                    || present instanceof Between<?> between && between.toString().matches("0 (s|ppm)")
                    || present instanceof List<?> list && list.isEmpty();
            return isNothing ? "" : present instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT)
                    : present.toString();
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(fault.verb() + " does not show its '" + component.getName()
                    + "'", closed);
        }
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
