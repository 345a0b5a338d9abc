package peerlab.dsl.compile;

import java.math.BigDecimal;

import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;

/** A value that could stand in a slot, for remedies. */
final class Examples {

    private Examples() {
    }

    static String of(Slot slot, Spelling spelling) {
        boolean isGroovy = spelling == Spelling.GROOVY;
        switch (slot.kind()) {
            case SPAN:
                return spelling.quantity(BigDecimal.valueOf(20), "s");
            case TIME:
                return spelling.quantity(BigDecimal.valueOf(90), "s");
            case WINDOW:
                return spelling.quantity(BigDecimal.valueOf(30), "s") + ".."
                        + spelling.quantity(BigDecimal.valueOf(40), "s");
            case RATIO:
                return spelling.quantity(BigDecimal.valueOf(5), "%");
            case BYTES:
                return spelling.quantity(BigDecimal.valueOf(64), "KiB");
            case BANDWIDTH:
                return spelling.quantity(BigDecimal.TEN, "Mbps");
            case JITTER:
                return isGroovy ? "exponential(3.ms)" : "exponential(3ms)";
            case POPULATION:
                return spelling.quantity(BigDecimal.valueOf(50), "%");
            case INTEGER:
            case NUMBER:
                return "64";
            case SEEDS:
                return "1..20";
            case FLAG:
                return "true";
            case DISTRIBUTION:
                return spelling.quantity(BigDecimal.valueOf(20), "ms") + ".."
                        + spelling.quantity(BigDecimal.valueOf(80), "ms");
            case OFFSET:
                return spelling.quantity(BigDecimal.valueOf(300), "ms");
            case DRIFT:
                return spelling.quantity(BigDecimal.valueOf(50), "ppm");
            case SELECTOR:
                return isGroovy ? "any(3)" : "any 3";
            case SIDES:
                return "minority";
            case KEYS:
                return isGroovy ? "keys(100)" : "100 keys";
            case MARK_OR_ALL:
                return "all";
            case CONDITION, CONDITION_OF_PEER:
                return isGroovy ? "{ gets.failed == 0 }" : "gets.failed == 0";
            case MESSAGE:
                return spelling.name("FindNode");
            case NAME:
                if (slot.name().equals("file")) {
                    return spelling.name("trace.csv");
                }
                if (slot.name().equals("as")) {
                    return spelling.name("routing-table");
                }
                if (slot.name().equals("class")) {
                    return spelling.name("student.MyTable");
                }
                if (!slot.choices().isEmpty()) {
                    return spelling.name(slot.choices().get(0));
                }
                return spelling.name(slot.name().equals("run") ? "kademlia" : slot.name());
            default:
                return spelling.name(slot.choices().isEmpty() ? slot.name() : slot.choices().get(0));
        }
    }
}
