package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.engine.protocol.Objection;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameters;
import peerlab.engine.protocol.Party;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.GroupSpec.Start;

/** Compiles {@code peers}: the groups, their protocols and the protocols' options. */
final class GroupCompiler {

    private final Protocols protocols;
    private final Vocabulary vocabulary;
    private final StatementReader reader;
    private final Names names;
    private final Diagnostics diagnostics;

    GroupCompiler(
            Protocols protocols, Vocabulary vocabulary, StatementReader reader, Names names,
            Diagnostics diagnostics) {
        this.protocols = protocols;
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** The groups in order; of two with one name, the one of the later file counts. */
    List<GroupSpec> groups(List<Phrase> statements) {
        Map<String, GroupSpec> groups = new LinkedHashMap<>();
        Map<String, Phrase> written = new LinkedHashMap<>();
        for (Phrase statement : statements) {
            Optional<GroupSpec> group = group(statement);
            if (group.isEmpty()) {
                learn(statement);
                continue;
            }
            written.put(group.get().name(), statement);
            GroupSpec before = groups.put(group.get().name(), group.get());
            if (before != null && before.place().file().equals(group.get().place().file())) {
                twice(group.get());
            }
        }
        List<GroupSpec> all = new ArrayList<>(groups.values());
        for (GroupSpec group : all) {
            names.addGroup(group.name(), group.count());
            protocols.find(group.protocol()).ifPresent(names::addProtocol);
        }
        if (written.size() == statements.size()) {
            judge(all, written);
        }
        long peers = all.stream().mapToLong(GroupSpec::count).sum();
        if (peers > Vocabulary.MOST_PEERS) {
            diagnostics.error(all.get(all.size() - 1).place(), peers + " peers in all groups together",
                    "the limit is " + Vocabulary.MOST_PEERS);
        }
        return all;
    }

    /**
     * What can be said of a group although something else is wrong with it: its peers may be named in the
     * timeline, and whoever is named wrongly there shall hear of it at once.
     */
    private void learn(Phrase statement) {
        Entry<Given> entry = vocabulary.blocks().get("peers");
        Entry<Given> onlyWho = new Entry<>("peers", "", entry.argument(),
                entry.option("as").stream().toList(), Entry.Timing.NONE, g -> g);
        Phrase who = new Phrase("peers", statement.place(), statement.arguments(),
                statement.options().stream().filter(option -> option.name().equals("as")).toList(),
                Optional.empty());
        Optional<Given> given = statement.arguments().isEmpty() ? Optional.empty()
                : reader.given(onlyWho, who);
        if (given.isEmpty()) {
            names.missGroup();
        } else {
            names.addGroup(given.get().find("as", String.class).orElse(GroupSpec.UNNAMED),
                    given.get().get("count", Long.class).intValue());
        }
    }

    private void twice(GroupSpec group) {
        Spelling spelling = Spelling.of(group.place());
        boolean isUnnamed = group.name().equals(GroupSpec.UNNAMED);
        diagnostics.error(group.place(),
                isUnnamed ? "a second group without a name" : "two groups are called '" + group.name() + "'",
                isUnnamed ? "name it: " + spelling.option("as", spelling.name("others"))
                        : "give one another name");
    }

    private Optional<GroupSpec> group(Phrase statement) {
        boolean isBare = statement.options().isEmpty() && Spelling.of(statement.place()) == Spelling.YAML;
        if (isBare) {
            diagnostics.error(statement.place(), "'peers' needs a count and a protocol",
                    "write peers: { count: 64, run: kademlia }");
            return Optional.empty();
        }
        Entry<Given> entry = vocabulary.blocks().get("peers");
        Optional<ProtocolProvider> protocol = protocol(entry, statement);
        boolean isProtocolKnown = protocol.isPresent();
        // the options of a protocol that nobody knows cannot be judged
        Phrase judged = isProtocolKnown ? statement : new Phrase(statement.word(), statement.place(),
                statement.arguments(),
                statement.options().stream().filter(option -> entry.option(option.name()).isPresent())
                        .toList(),
                statement.body());
        List<Parameter> parameters = protocol.map(ProtocolProvider::parameters).orElse(List.of());
        Optional<Given> given = reader.given(entry.with(parameters.stream().map(Slot::of)
                .toList()), judged);
        if (given.isEmpty() || !isProtocolKnown) {
            return Optional.empty();
        }
        String name = given.get().find("as", String.class).orElse(GroupSpec.UNNAMED);
        boolean isRight = isName(name, statement);
        Map<String, Object> options = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Optional<Object> value = given.get().find(parameter.name(), Object.class);
            if (value.isPresent()) {
                options.put(parameter.name(), value.get());
                isRight &= isAllowed(parameter, value.get(), statement);
            }
        }
        Start start = Start.valueOf(given.get().find("start", String.class).orElse("fresh")
                .toUpperCase(Locale.ROOT));
        if (start == Start.CONVERGED && !protocol.get().canStartConverged()) {
            diagnostics.error(reader.placeOf(statement, "start"), "'" + protocol.get().name()
                    + "' has no converged state to start from", "leave 'start' out and let the peers join");
            isRight = false;
        }
        int count = given.get().get("count", Long.class).intValue();
        return isRight
                ? Optional.of(new GroupSpec(name, count, protocol.get().name(), options, start,
                        statement.place()))
                : Optional.empty();
    }

    private Optional<ProtocolProvider> protocol(Entry<Given> entry, Phrase statement) {
        Optional<Phrase.Option> run = statement.options().stream().filter(o -> o.name().equals("run"))
                .findFirst();
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Phrase alone = new Phrase("run", statement.place(), List.of(), List.of(run.get()), Optional.empty());
        Slot slot = entry.option("run").orElseThrow();
        Entry<Given> onlyRun = new Entry<>("run", "", Optional.empty(), List.of(slot), Entry.Timing.NONE,
                g -> g);
        Optional<String> name = reader.given(onlyRun, alone).map(given -> given.get("run", String.class));
        Optional<ProtocolProvider> protocol = name.flatMap(protocols::find);
        if (name.isPresent() && protocol.isEmpty()) {
            if (Suggestion.nearest(name.get(), protocols.names()).isEmpty()) {
                names.missProtocol();
            }
            diagnostics.error(run.get().value().place(), "unknown protocol '" + name.get() + "'",
                    Suggestion.remedy(name.get(), protocols.names(), protocols.names().isEmpty()
                            ? "none is installed" : "there are " + String.join(", ", protocols.names())));
        }
        return protocol;
    }

    private boolean isName(String name, Phrase statement) {
        boolean isAllowed = name.matches("[A-Za-z](|.*[A-Za-z_-])") && !name.contains(" ");
        boolean isTaken = statement.options().stream().anyMatch(o -> o.name().equals("as"))
                && name.equals(GroupSpec.UNNAMED);
        if (!isAllowed || isTaken) {
            diagnostics.error(reader.placeOf(statement, "as"), "'" + name + "' cannot name a group",
                    isTaken ? "peers without a group are called p1, p2, ..."
                            : "use letters, for peers are numbered after them");
        }
        return isAllowed && !isTaken;
    }

    private boolean isAllowed(Parameter parameter, Object value, Phrase statement) {
        Optional<String> complaint = parameter.complaintAbout(value);
        complaint.ifPresent(words -> diagnostics.error(reader.placeOf(statement, parameter.name()),
                "'" + parameter.name() + "' " + words + ", found " + value, parameter.summary()));
        return complaint.isEmpty();
    }

    /** Says what is wrong with options that are right one by one. */
    private void judge(List<GroupSpec> groups, Map<String, Phrase> statements) {
        for (String name : groups.stream().map(GroupSpec::protocol).distinct().toList()) {
            ProtocolProvider protocol = protocols.find(name).orElseThrow();
            List<GroupSpec> own = groups.stream().filter(group -> group.protocol().equals(name)).toList();
            List<Objection> objections = protocol.objections(own.stream()
                    .map(group -> new Party(group.name(), group.count(),
                            new Parameters(protocol.parameters(), group.options()))).toList());
            for (Objection objection : objections) {
                Phrase statement = statements.get(own.get(objection.group()).name());
                diagnostics.error(reader.placeOf(statement, objection.option()), objection.sentence(),
                        objection.remedy());
            }
        }
    }
}
