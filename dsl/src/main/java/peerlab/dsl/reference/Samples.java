package peerlab.dsl.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Entry.Timing;
import peerlab.dsl.grammar.Form;
import peerlab.dsl.grammar.Forms;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.value.ValueReader;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;

/** An example for each word, put together from what the grammar says of it. */
public final class Samples {

    /** Blocks of a shape of their own. */
    private static final Map<String, Form> OWN = Map.of(
            "params", new Form("params", "params n: 64, lost: 30.percent",
                    "params: { n: 64, lost: 30% }", ""),
            "matrix", new Form("matrix", "matrix n: [16, 64]", "matrix: { n: [16, 64] }", ""),
            "timeline", new Form("timeline", "timeline { at(50.s) { crash any(3) } }",
                    "timeline: [{ at: 50s, crash: any 3 }]", ""),
            "network", new Form("network", "network { loss 1.percent }", "network: { loss: 1% }", ""),
            "expect", new Form("expect", "expect { atEnd { peers.up >= 1 } }",
                    "expect: [{ at end: peers.up >= 1 }]", ""),
            "record", new Form("record", "record { trace }", "record: [trace]", ""),
            "use", new Form("use", "use 'student.MyTable', as: 'routing-table'",
                    "use: { class: student.MyTable, as: routing-table }", ""),
            "byzantine", new Form("byzantine",
                    "during(30.s..40.s) { byzantine any(20.percent), behaviour: 'drops', "
                            + "chance: 50.percent, as: 'the liars' }",
                    "{ during: 30s..40s, byzantine: any 20%, behaviour: drops, chance: 50%, "
                            + "as: the liars }", ""),
            "churn", new Form("churn",
                    "during(30.s..40.s) { churn all, sessions: exponential(20.min), downtime: "
                            + "exponential(5.min) }",
                    "{ during: 30s..40s, churn: all, sessions: exponential(20min), downtime: "
                            + "exponential(5min) }", ""),
            "replay", new Form("replay", "at(10.s) { replay 'recordings/reads.csv', from: any(3) }",
                    "{ at: 10s, replay: recordings/reads.csv, from: any 3 }", ""));

    private final Vocabulary vocabulary;
    private final List<ProtocolProvider> protocols;

    public Samples(Protocols protocols) {
        this.vocabulary = new Vocabulary(protocols);
        this.protocols = protocols.all();
    }

    /** Those of all words, of who, of which keys, of laws and of functions. */
    public List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        vocabulary.blocks().values().forEach(entry -> all.add(block(entry)));
        vocabulary.network().values().forEach(entry -> all.addAll(network(entry)));
        vocabulary.record().values().forEach(entry -> all.add(word("record", entry)));
        vocabulary.actions().values().forEach(entry -> all.add(step(entry)));
        vocabulary.operators().values().forEach(entry -> all.add(expectation(entry)));
        Forms.selectors().forEach(form -> all.add(selector(form)));
        Forms.keys().forEach(form -> all.addAll(keys(form).stream().toList()));
        Forms.functions().forEach(form -> all.add(function(form)));
        laws().forEach(form -> all.add(law(form)));
        return all;
    }

    Sample block(Entry<?> entry) {
        if (entry.word().equals("cache")) {
            return new Sample("cache", "", "cache policy: 'lru', capacity: 64.MiB",
                    "cache: { policy: lru, capacity: 64MiB }", withCache());
        }
        Form own = OWN.get(entry.word());
        if (own != null) {
            return sample(entry.word(), "", own.groovy(), own.yaml());
        }
        List<Slot> options = entry.argument().isPresent() || hasRequired(entry)
                ? entry.options().stream().filter(Slot::isRequired).toList()
                : entry.options().stream().limit(1).toList();
        String groovy = entry.word() + phrase(entry, options, Spelling.GROOVY);
        String word = Spelling.YAML.word(entry.word());
        String yaml = options.isEmpty() ? word + ":" + phrase(entry, options, Spelling.YAML)
                : word + ": { " + mapping(entry, options) + " }";
        return sample(entry.word(), "", groovy, yaml);
    }

    /** A word of a network, in each of the ways in which it can be said. */
    List<Sample> network(Entry<?> entry) {
        List<Form> forms = NetworkSamples.of(entry.word());
        return forms.isEmpty() ? List.of(word("network", entry)) : forms.stream()
                .map(form -> sample(entry.word(), "network", form.groovy(), form.yaml())).toList();
    }

    Sample word(String block, Entry<?> entry) {
        boolean isFlag = entry.argument().filter(slot -> slot.kind() == ValueKind.FLAG).isPresent();
        String word = Spelling.YAML.word(entry.word());
        String groovy = isFlag ? entry.word()
                : entry.word() + phrase(entry, entry.options(), Spelling.GROOVY);
        String yaml = isFlag ? word + ": true"
                : entry.options().isEmpty() ? word + ":" + phrase(entry, List.of(), Spelling.YAML)
                        : word + ": { " + mapping(entry, entry.options()) + " }";
        return sample(entry.word(), block, groovy, yaml);
    }

    Sample step(Entry<?> entry) {
        Form own = OWN.get(entry.word());
        if (own != null) {
            return new Sample(entry.word(), "timeline", own.groovy(), own.yaml(), protocol());
        }
        boolean isHeld = entry.timing() == Timing.HELD;
        List<Slot> options = entry.options().stream().filter(slot -> !slot.name().equals("think"))
                .filter(slot -> !(isHeld && slot.name().equals("for"))).toList();
        if (isAsking(entry)) {
            return asking(entry, options);
        }
        String groovy = entry.word() + phrase(entry, options, Spelling.GROOVY);
        String yaml = Spelling.YAML.word(entry.word()) + ":" + phrase(entry, options, Spelling.YAML);
        return new Sample(entry.word(), "timeline",
                (isHeld ? "during(30.s..40.s)" : "at(50.s)") + " { " + groovy + " }",
                "{ " + (isHeld ? "during: 30s..40s" : "at: 50s") + ", " + yaml + " }", protocolOf(entry));
    }

    private static boolean isAsking(Entry<?> entry) {
        boolean isOfKeys = entry.argument().filter(slot -> slot.kind() == ValueKind.KEYS).isPresent();
        boolean isRead = entry.option("size").isEmpty() || entry.option("writes").isPresent();
        return isOfKeys && entry.timing() == Timing.REPEATED && isRead;
    }

    /** Clients ask again and again for what was put before. */
    private Sample asking(Entry<?> entry, List<Slot> options) {
        String groovy = entry.word() + " any(key), " + options(options, Spelling.GROOVY);
        String yaml = Spelling.YAML.word(entry.word()) + ": any key, " + options(options, Spelling.YAML);
        return new Sample(entry.word(), "timeline", "during(15.s..90.s) { " + groovy + " }",
                "{ during: 15s..90s, " + yaml + " }", protocolOf(entry));
    }

    /** The first that offers the operation. */
    private String protocolOf(Entry<?> entry) {
        return protocols.stream()
                .filter(p -> p.operations().stream().map(Operation::name).anyMatch(entry.word()::equals))
                .findFirst().map(ProtocolProvider::name).orElse(protocol());
    }

    Sample expectation(Entry<?> entry) {
        SampleValues values = sampleValues();
        String condition = values.of(entry.argument().orElseThrow(), Spelling.GROOVY);
        String groovy = entry.word() + "(" + options(entry.options(), Spelling.GROOVY) + ") { "
                + condition + " }";
        String yaml = "{ " + Spelling.YAML.word(entry.word()) + ": " + condition + ", "
                + options(entry.options(), Spelling.YAML) + " }";
        return sample(entry.word(), "expect", groovy, yaml);
    }

    private Sample selector(Form form) {
        return sample(form.word(), "timeline", "at(50.s) { crash " + form.groovy() + " }",
                "{ at: 50s, crash: " + form.yaml() + " }");
    }

    /** None where no protocol reads or writes keys. */
    private Optional<Sample> keys(Form form) {
        for (ProtocolProvider protocol : protocols) {
            for (Operation operation : protocol.operations()) {
                if (operation.effect() == Operation.Effect.READS) {
                    return Optional.of(new Sample(form.word(), "timeline",
                            "at(50.s) { " + operation.name() + " " + form.groovy() + " }",
                            "{ at: 50s, " + operation.name() + ": " + form.yaml() + " }", protocol.name()));
                }
            }
        }
        return Optional.empty();
    }

    private Sample function(Form form) {
        return sample(form.word(), "expect", "always { " + form.groovy() + " }",
                "{ always: \"" + form.yaml() + "\" }");
    }

    private Sample law(Form form) {
        return sample(form.word(), "network", "latency " + form.groovy(), "latency: \"" + form.yaml() + "\"");
    }

    /** The laws that a time may follow, each with values for its parameters. */
    static List<Form> laws() {
        List<Form> laws = new ArrayList<>();
        ValueReader.laws().forEach((law, forms) -> forms.forEach(parameters -> laws.add(new Form(law,
                law + parameters.stream().map(name -> name + ": " + value(name, Spelling.GROOVY))
                        .collect(Collectors.joining(", ", "(", ")")),
                law + parameters.stream().map(name -> name + ": " + value(name, Spelling.YAML))
                        .collect(Collectors.joining(", ", "(", ")")),
                law + "(" + String.join(", ", parameters) + ")"))));
        return laws;
    }

    private static String value(String parameter, Spelling spelling) {
        int millis = parameter.equals("deviation") ? 10 : 50;
        return parameter.equals("sigma") ? "0.5" : parameter.equals("shape") ? "1.5"
                : spelling.quantity(java.math.BigDecimal.valueOf(millis), "ms");
    }

    private String phrase(Entry<?> entry, List<Slot> options, Spelling spelling) {
        SampleValues values = sampleValues();
        String argument = entry.argument().map(slot -> " " + values.of(slot, spelling)).orElse("");
        return options.isEmpty() ? argument
                : argument + (argument.isEmpty() ? " " : ", ") + options(options, spelling);
    }

    private String mapping(Entry<?> entry, List<Slot> options) {
        SampleValues values = sampleValues();
        String argument = entry.argument()
                .map(slot -> Spelling.YAML.option(slot.name(), values.of(slot, Spelling.YAML)) + ", ")
                .orElse("");
        return argument + options(options, Spelling.YAML);
    }

    private String options(List<Slot> options, Spelling spelling) {
        SampleValues values = sampleValues();
        return options.stream().map(slot -> {
            String value = values.of(slot, spelling);
            boolean isBraced = slot.kind().isCondition() && spelling == Spelling.GROOVY;
            return spelling.option(slot.name(), isBraced ? "{ " + value + " }" : value);
        }).collect(Collectors.joining(", "));
    }

    private static boolean hasRequired(Entry<?> entry) {
        return entry.options().stream().anyMatch(Slot::isRequired);
    }

    private Sample sample(String word, String block, String groovy, String yaml) {
        return new Sample(word, block, groovy, yaml, protocol());
    }

    private SampleValues sampleValues() {
        return reading().filter(protocol -> !protocol.messages().isEmpty())
                .map(protocol -> new SampleValues(protocol(), protocol.messages().get(0).getSimpleName()))
                .orElseGet(() -> new SampleValues(protocol()));
    }

    /** The first whose peers have caches, if there is one. */
    private String withCache() {
        return protocols.stream().filter(p -> p.cache().isPresent()).findFirst()
                .map(ProtocolProvider::name).orElse(protocol());
    }

    private String protocol() {
        return reading().map(ProtocolProvider::name).orElse("kademlia");
    }

    /** A protocol with operations that read, if there is one. */
    private Optional<ProtocolProvider> reading() {
        return protocols.stream()
                .filter(p -> p.operations().stream().anyMatch(o -> o.effect() == Operation.Effect.READS))
                .findFirst().or(() -> protocols.stream().findFirst());
    }
}
