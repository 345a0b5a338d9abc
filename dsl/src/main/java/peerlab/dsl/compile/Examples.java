package peerlab.dsl.compile;

import java.math.BigDecimal;

import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;

/** A value that could stand in a slot, for remedies. */
final class Examples {

    /** Where no more is allowed, the least is a better example than any number between. */
    private static final long FEW = 100;

    private Examples() {
    }

    static String of(Slot slot, Spelling spelling) {
        boolean isGroovy = spelling == Spelling.GROOVY;
        return switch (slot.kind()) {
            case SPAN -> spelling.quantity(BigDecimal.valueOf(20), "s");
            case TIME -> spelling.quantity(BigDecimal.valueOf(90), "s");
            case WINDOW -> range(spelling, 30, 40, "s");
            case RATIO -> spelling.quantity(BigDecimal.valueOf(5), "%");
            case BYTES, SIZE -> spelling.quantity(BigDecimal.valueOf(64), "KiB");
            case BANDWIDTH -> spelling.quantity(BigDecimal.TEN, "Mbps");
            case JITTER -> isGroovy ? "exponential(3.ms)" : "exponential(3ms)";
            case POPULATION -> spelling.quantity(BigDecimal.valueOf(50), "%");
            case INTEGER, NUMBER ->
                slot.most() <= FEW ? Long.toString(Math.max(1, slot.least())) : "64";
            case SEEDS -> "1..20";
            case FLAG -> "true";
            case DISTRIBUTION -> range(spelling, 20, 80, "ms");
            case OFFSET -> spelling.quantity(BigDecimal.valueOf(300), "ms");
            case DRIFT -> spelling.quantity(BigDecimal.valueOf(50), "ppm");
            case SELECTOR -> isGroovy ? "any(3)" : "any 3";
            case SIDES -> "minority";
            case KEYS -> isGroovy ? "keys(100)" : "100 keys";
            case MARK_OR_ALL -> "all";
            case CONDITION, CONDITION_OF_PEER ->
                isGroovy ? "{ gets.failed == 0 }" : "gets.failed == 0";
            case MESSAGE -> spelling.name("FindNode");
            case NAME -> spelling.name(name(slot));
            default -> spelling.name(slot.choices().isEmpty() ? slot.name() : slot.choices().get(0));
        };
    }

    private static String range(Spelling spelling, int from, int to, String unit) {
        return spelling.quantity(BigDecimal.valueOf(from), unit) + ".."
                + spelling.quantity(BigDecimal.valueOf(to), unit);
    }

    private static String name(Slot slot) {
        return switch (slot.name()) {
            case "file" -> "trace.csv";
            case "as" -> "routing-table";
            case "class" -> "student.MyTable";
            case "run" -> "kademlia";
            default -> slot.choices().isEmpty() ? slot.name() : slot.choices().get(0);
        };
    }
}
