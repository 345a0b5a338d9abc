package peerlab.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.write.Conversion;
import peerlab.engine.protocol.Parameters;
import peerlab.engine.protocol.Party;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.GroupSpec;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab new scenario NAME}: a file to begin with. It asks for what was not said, where it can. */
final class NewCommand implements Command {

    private static final String LANGUAGE = "--language";
    private static final String PROTOCOL = "--protocol";
    private static final String PEERS = "--peers";
    private static final String FAULT = "--fault";
    private static final int MOST_PEERS = 100_000;
    private static final String USE = "write peerlab new scenario NAME";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("new",
                "Writes a first scenario, with remarks, that runs as it stands.");
        spec.addPositional(Options.words("scenario NAME", "the name of the file, without its ending"));
        spec.addOption(Options.value(LANGUAGE, "LANGUAGE", "groovy or yaml (groovy)"));
        spec.addOption(Options.value(PROTOCOL, "NAME", "what the peers run (kademlia)"));
        spec.addOption(Options.value(PEERS, "N", "how many there are (64)"));
        spec.addOption(Options.value(FAULT, "WHAT", "crash, partition or none (crash)"));
        spec.addOption(Options.flag(ConvertCommand.FORCE, "replace a file that is there already"));
        return Options.withCommon(spec);
    }

    @Override
    public ExitCode run(ParseResult words, Session session) {
        List<String> named = Options.words(words);
        if (named.isEmpty() || !named.get(0).equals("scenario")) {
            throw new WrongUse(named.isEmpty() ? "peerlab new needs to know what"
                    : "peerlab new makes a scenario, not '" + named.get(0) + "'", USE);
        }
        if (named.size() > 2) {
            throw new WrongUse("peerlab new scenario has no use for '" + named.get(2) + "'", USE);
        }
        Questions questions = new Questions(words, session);
        Protocols protocols = session.protocols().get();
        String name = questions.answer(named.size() > 1 ? named.get(1) : null, "name of the file",
                "my-scenario", NewCommand::name);
        Spelling language = ConvertCommand.ofFile(name).orElseGet(() -> questions.answer(LANGUAGE,
                "language, groovy or yaml", "groovy", written -> ConvertCommand.language(written, LANGUAGE)));
        ProtocolProvider protocol = questions.answer(PROTOCOL, "protocol, "
                + String.join(" or ", ofOneGroup(protocols)),
                protocols.names().contains("kademlia") ? "kademlia" : protocols.names().get(0),
                written -> protocol(written, protocols));
        int peers = questions.answer(PEERS, "number of peers", "64", NewCommand::peers);
        Starter.Harm harm = questions.answer(FAULT, "what goes wrong, crash, partition or none", "crash",
                NewCommand::harm);
        if (harm == Starter.Harm.PARTITION && peers < 3) {
            throw new WrongUse("no minority among " + peers + " peers to cut off", "write --peers 3 or more");
        }
        String file = ConvertCommand.ofFile(name).isPresent() ? name
                : name + "." + language.name().toLowerCase(Locale.ROOT);
        NewFile target = new NewFile(session.terminal(), Options.isSet(words, ConvertCommand.FORCE));
        target.write(file, inLanguage(new Starter(protocol, peers, harm).text(), language, protocols));
        session.terminal().say("wrote " + file);
        session.terminal().say("  run it      peerlab run " + file);
        session.terminal().say("  explain it  peerlab explain " + file);
        return ExitCode.PASS;
    }

    /** Both languages from one text, laid out the same. */
    private static String inLanguage(String groovy, Spelling language, Protocols protocols) {
        try {
            Path folder = Files.createTempDirectory("peerlab-new");
            Path file = Files.writeString(folder.resolve("scenario.groovy"), groovy);
            try {
                return new Conversion(protocols).of(file, language).text().orElseThrow();
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String written) {
        if (written.isBlank() || written.endsWith("/") || written.matches(".*[\\\\:*?\"<>|].*")) {
            throw new WrongUse("'" + written + "' cannot name a scenario", "use letters, digits and '-'");
        }
        return written;
    }

    /** Those that run as they stand: others want groups that do different things. */
    private static List<String> ofOneGroup(Protocols protocols) {
        return protocols.all().stream().filter(NewCommand::runsAsItStands).map(ProtocolProvider::name)
                .sorted().toList();
    }

    private static boolean runsAsItStands(ProtocolProvider protocol) {
        return protocol.objections(List.of(new Party(GroupSpec.UNNAMED, 1,
                new Parameters(protocol.parameters(), Map.of())))).isEmpty();
    }

    private static ProtocolProvider protocol(String written, Protocols protocols) {
        ProtocolProvider found = known(written, protocols);
        if (!runsAsItStands(found)) {
            throw new WrongUse("'" + written + "' is for several groups of peers, and this writes one",
                    "begin with a shipped scenario: peerlab list scenarios");
        }
        return found;
    }

    private static ProtocolProvider known(String written, Protocols protocols) {
        return protocols.find(written).orElseThrow(() -> new WrongUse("there is no protocol '" + written
                + "'",
                Suggestion.remedy(written, protocols.names(), "there are "
                        + String.join(", ", protocols.names()))));
    }

    private static int peers(String written) {
        try {
            int peers = Integer.parseInt(written);
            if (peers >= 1 && peers <= MOST_PEERS) {
                return peers;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongUse("--peers takes a whole number from 1 to " + MOST_PEERS + ", found '" + written
                + "'",
                "write --peers 64");
    }

    private static Starter.Harm harm(String written) {
        return switch (written) {
            case "crash" -> Starter.Harm.CRASH;
            case "partition" -> Starter.Harm.PARTITION;
            case "none" -> Starter.Harm.NONE;
            default -> throw new WrongUse("--fault is crash, partition or none, found '" + written + "'",
                    "write --fault crash");
        };
    }

    /** Takes what the command line says, asks for the rest where somebody can answer, and else decides. */
    private static final class Questions {

        /** Whoever gives so many wrong answers to one question is no person. */
        private static final int MOST_TRIES = 5;

        private final ParseResult words;
        private final Session session;

        Questions(ParseResult words, Session session) {
            this.words = words;
            this.session = session;
        }

        <T> T answer(String option, String question, String usual, Function<String, T> reader) {
            boolean isOption = option != null && option.startsWith("--");
            String said = isOption ? words.matchedOptionValue(option, null) : option;
            if (said != null || session.person().isEmpty()) {
                return reader.apply(said == null ? usual : said);
            }
            for (int tries = 1;; tries++) {
                try {
                    return reader.apply(asked(question, usual, session.person().get()));
                } catch (WrongUse wrong) {
                    if (tries == MOST_TRIES) {
                        throw wrong;
                    }
                    session.terminal().complain(wrong);
                }
            }
        }

        private String asked(String question, String usual, BufferedReader person) {
            session.terminal().out().print(question + " (" + usual + "): ");
            session.terminal().out().flush();
            try {
                String line = person.readLine();
                return Optional.ofNullable(line).map(String::strip).filter(text -> !text.isEmpty())
                        .orElse(usual);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
