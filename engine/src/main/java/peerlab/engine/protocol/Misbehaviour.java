package peerlab.engine.protocol;

import java.util.List;

/**
 * A way not to keep to a protocol, as a scenario names it: {@code behaviour: 'lies'}.
 *
 * @param takes the options that mean something for it
 * @param needs those of them without which it means nothing
 */
public record Misbehaviour(String name, String summary, List<String> takes, List<String> needs) {

    public static final String CHANCE = "chance";
    public static final String BY = "by";
    public static final String EVERY = "every";
    public static final String VICTIM = "victim";
    public static final String TARGET = "target";
    public static final String TOWARDS = "towards";
    public static final String TYPE = "type";

    public static final String SILENT = "silent";
    public static final String DROPS = "drops";
    public static final String REPLAYS = "replays";
    public static final String DELAYS = "delays";
    public static final String FLOODS = "floods";

    /** What the peers of every protocol can be made to do. */
    public static final List<Misbehaviour> OF_ALL = List.of(
            new Misbehaviour(SILENT, "takes everything in and says nothing", List.of(VICTIM, TYPE)),
            new Misbehaviour(DROPS, "asks and learns, and serves nobody: what others ask of it is lost on it",
                    List.of(CHANCE, VICTIM, TYPE)),
            new Misbehaviour(REPLAYS, "says again, after a while, what it has said",
                    List.of(BY, CHANCE, VICTIM, TYPE)),
            new Misbehaviour(DELAYS, "says what it says later than it could",
                    List.of(BY, CHANCE, VICTIM, TYPE)),
            new Misbehaviour(FLOODS, "sends messages of no use, again and again",
                    List.of(EVERY, VICTIM)));

    /** What somebody's own class may be told. */
    public static final List<String> ALL_OPTIONS = List.of(CHANCE, BY, EVERY, VICTIM, TARGET, TOWARDS, TYPE);

    public Misbehaviour {
        takes = List.copyOf(takes);
        needs = List.copyOf(needs);
    }

    /** One that needs no option. */
    public Misbehaviour(String name, String summary, List<String> takes) {
        this(name, summary, takes, List.of());
    }
}
