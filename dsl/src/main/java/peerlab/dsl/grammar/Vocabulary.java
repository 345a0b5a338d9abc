package peerlab.dsl.grammar;

import static peerlab.dsl.grammar.Slot.choice;
import static peerlab.dsl.grammar.Slot.optional;
import static peerlab.dsl.grammar.Slot.required;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import peerlab.dsl.grammar.Entry.Timing;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.Temporal;

/** Every word that a scenario may use, by where it may stand. Operations come from the protocols. */
public final class Vocabulary {

    /** No scenario has more peers. */
    public static final long MOST_PEERS = 10_000_000;

    /** One file makes no more runs. */
    public static final int MOST_RUNS = 1_000;

    private final Map<String, Entry<Given>> blocks = new LinkedHashMap<>();
    private final Map<String, Entry<Given>> network = new LinkedHashMap<>();
    private final Map<String, Entry<Given>> occasions = new LinkedHashMap<>();
    private final Map<String, Entry<Given>> record = new LinkedHashMap<>();
    private final Map<String, Entry<ActionSpec>> actions = new LinkedHashMap<>();
    private final Set<String> operations = new LinkedHashSet<>();
    private final Map<String, Entry<Temporal>> operators = new LinkedHashMap<>();

    public Vocabulary(Protocols protocols) {
        addBlocks(protocols);
        NetworkWords.all().forEach(entry -> network.put(entry.word(), entry));
        add(occasions, "at", "at an instant", required("at", ValueKind.TIME, "the instant"));
        add(occasions, "during", "from one instant up to another",
                required("during", ValueKind.WINDOW, "the window"));
        add(record, "trace", "every event", optional("trace", ValueKind.FLAG, "whether"));
        add(record, "messages", "the messages with their fields",
                optional("messages", ValueKind.FLAG, "whether"));
        add(record, "snapshots", "the topology, again and again", null,
                required("every", ValueKind.SPAN, "the pause between one and the next"));
        Actions.all(protocols).forEach(entry -> actions.put(entry.word(), entry));
        for (ProtocolProvider protocol : protocols.all()) {
            for (Operation operation : protocol.operations()) {
                operations.add(operation.name());
                actions.putIfAbsent(operation.name(), Actions.of(operation));
            }
        }
        Operators.all().forEach(entry -> operators.put(entry.word(), entry));
    }

    private void addBlocks(Protocols protocols) {
        add(blocks, "scenario", "the claim, as a sentence", required("title", ValueKind.NAME, "the claim"));
        add(blocks, "seed", "the root of all randomness",
                required("seed", ValueKind.INTEGER, "any whole number"));
        add(blocks, "seeds", "one run with each of these seeds",
                required("seeds", ValueKind.SEEDS, "a range or a list of whole numbers"));
        add(blocks, "params", "values with names, which --set can change", null);
        add(blocks, "matrix", "one run with each combination of the values of some parameters", null);
        add(blocks, "include", "takes in another file", required("file", ValueKind.NAME, "the file"));
        add(blocks, "peers", "peers of one kind",
                required("count", ValueKind.INTEGER, "how many").between(1, MOST_PEERS),
                optional("as", ValueKind.NAME, "the group's name"),
                required("run", ValueKind.NAME, "the protocol that they run"),
                choice("start", List.of("fresh", "converged"), "with what state they begin"));
        add(blocks, "use", "a class of one's own plays a part of a protocol",
                required("class", ValueKind.NAME, "the class, from --with PATH"),
                required("as", ValueKind.NAME, "the part that it plays"),
                optional("on", ValueKind.NAME, "the one group in which it does"));
        add(blocks, "cache", "what the caches of peers are like", null, cache(protocols));
        add(blocks, "network", "what every link does to every message", null);
        add(blocks, "timeline", "what happens when", null);
        add(blocks, "expect", "what must hold", null);
        add(blocks, "record", "what the run keeps", null);
        add(blocks, "stop", "when the run ends", null,
                optional("at", ValueKind.TIME, "the instant"),
                optional("when", ValueKind.CONDITION, "as soon as this holds"),
                optional("atMost", ValueKind.TIME, "not later than this instant"));
    }

    /** What any protocol can be told of its caches; of two options with one name the first counts. */
    private static Slot[] cache(Protocols protocols) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (ProtocolProvider protocol : protocols.all()) {
            protocol.cache().ifPresent(terms -> terms.parameters()
                    .forEach(parameter -> slots.putIfAbsent(parameter.name(), Slot.of(parameter))));
        }
        slots.put("on", optional("on", ValueKind.NAME, "the one group whose caches these are"));
        return slots.values().toArray(Slot[]::new);
    }

    private static void add(
            Map<String, Entry<Given>> words, String word, String summary, Slot argument, Slot... options) {
        words.put(word, new Entry<>(word, summary, Optional.ofNullable(argument), List.of(options),
                Timing.NONE,
                Function.identity()));
    }

    /** The words of the top level. */
    public Map<String, Entry<Given>> blocks() {
        return blocks;
    }

    /** The words inside {@code network}. */
    public Map<String, Entry<Given>> network() {
        return network;
    }

    /** The words inside {@code timeline}: {@code at}, {@code during}. */
    public Map<String, Entry<Given>> occasions() {
        return occasions;
    }

    /** The words inside {@code record}. */
    public Map<String, Entry<Given>> record() {
        return record;
    }

    /** What can happen: life, faults, and the operations of all protocols. */
    public Map<String, Entry<ActionSpec>> actions() {
        return actions;
    }

    /** True for an action that a protocol offers to clients. */
    public boolean isOperation(String action) {
        return operations.contains(action);
    }

    /** The words inside {@code expect}. */
    public Map<String, Entry<Temporal>> operators() {
        return operators;
    }
}
