package peerlab.dsl.grammar;

import java.util.Optional;

/** What kind of value is due somewhere, and the Java type that carries it. */
public enum ValueKind {
    /** {@code Span}. */
    SPAN("a time with its unit"),
    /** {@code SimTime}: an instant, counted from the start. */
    TIME("a time with its unit"),
    /** {@code When.During}. */
    WINDOW("a window of time"),
    /** {@code Ratio}, between 0 % and 100 %. */
    RATIO("a percentage"),
    /** {@code Bytes}. */
    BYTES("a size with its unit"),
    /** {@code SizeSpec}: a size, or how sizes differ. */
    SIZE("a size with its unit"),
    /** {@code Bandwidth}. */
    BANDWIDTH("a bandwidth with its unit"),
    /** {@code Long}. */
    INTEGER("a whole number"),
    /** {@code Double}. */
    NUMBER("a number"),
    /** {@code List<Long>}: one or more seeds. */
    SEEDS("several seeds"),
    /** {@code Boolean}. */
    FLAG("true or false"),
    /** {@code String}: a name or a sentence that the author chooses. */
    NAME("a name"),
    /** {@code String}: the type of a message, as its protocol names it. */
    MESSAGE("the type of a message"),
    /** {@code String}: one of a few words of the language. */
    WORD("a word"),
    /** {@code Distribution}. */
    DISTRIBUTION("a time or a distribution of times"),
    /** {@code JitterSpec}: a distribution, or a share of the latency. */
    JITTER("a time, a distribution of times, or a percentage"),
    /** {@code RegionSpec.Population}: a share, a count, or a selector. */
    POPULATION("a percentage, a number of peers, or to know who"),
    /** {@code Between<Offset>}: a time ahead or, negative, behind, or a range of such. */
    OFFSET("a time with its unit, or a range"),
    /** {@code Between<Drift>}: how much too fast or, negative, too slow a clock is, or a range of such. */
    DRIFT("a drift in ppm, or a range"),
    /** {@code SelectorSpec}. */
    SELECTOR("to know who is meant"),
    /** {@code List<SelectorSpec>}: one selector, or a list of groups. */
    SIDES("to know who is cut off"),
    /** {@code KeysSpec}. */
    KEYS("keys"),
    /** {@code Moment}: a time or a mark. */
    MOMENT("a time or a mark"),
    /** {@code Optional<String>}: a mark, or nothing for {@code all}. */
    MARK_OR_ALL("the name of a fault, or all"),
    /** {@code Expression}. */
    CONDITION("a condition"),
    /** {@code Expression} over the run and one peer. */
    CONDITION_OF_PEER("a condition");

    private final String noun;

    ValueKind(String noun) {
        this.noun = noun;
    }

    /** Groovy puts it in braces. */
    public boolean isCondition() {
        return this == CONDITION || this == CONDITION_OF_PEER;
    }

    /** As the end of "'loss' needs ...". */
    public String noun() {
        return noun;
    }

    /** What to write for several of them where one is due; empty where nobody would. */
    public Optional<String> forSeveral() {
        return switch (this) {
            case SELECTOR -> Optional.of("write a step for each, or where { name == 'p1' or name == 'p2' }");
            case KEYS -> Optional.of("write a step for each");
            case SEEDS, SIDES -> Optional.of("write them as a list, [a, b]");
            default -> Optional.empty();
        };
    }
}
