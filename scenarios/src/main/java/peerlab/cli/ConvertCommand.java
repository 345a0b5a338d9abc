package peerlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import peerlab.dsl.Loaded;
import peerlab.dsl.diagnostic.Renderer;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.write.Conversion;
import peerlab.dsl.write.Conversion.Converted;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab convert FILE}: the same scenario in the other language. */
final class ConvertCommand implements Command {

    static final String TO = "--to";
    static final String OUT = "--out";
    static final String FORCE = "--force";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("convert",
                "Writes a scenario in the other language, remarks included.");
        spec.addPositional(Options.words("FILE",
                "a scenario, a file that scenarios include, or the name of a "
                + "shipped scenario"));
        spec.addOption(Options.value(TO, "LANGUAGE", "groovy or yaml; the other one without it"));
        spec.addOption(Options.value(OUT, "FILE", "where to write it; the output without it"));
        spec.addOption(Options.flag(FORCE, "replace a file that is there already"));
        return Options.withCommon(spec);
    }

    @Override
    public ExitCode run(ParseResult words, Session session) {
        Terminal terminal = session.terminal();
        boolean isColoured = Options.isColoured(words, terminal);
        Path file = file(words, session);
        Optional<String> out = Optional.ofNullable(words.matchedOptionValue(OUT, null));
        Spelling to = to(words, file, out);
        NewFile target = new NewFile(terminal, Options.isSet(words, FORCE));
        out.ifPresent(target::requireAbsent);

        Loaded loaded = new Loading(session, java.util.OptionalLong.empty(), java.util.Map.of(),
                RunSettings.USUAL_PATIENCE).load(file);
        boolean mayBePart = !loaded.sources().isEmpty();
        Optional<Converted> converted = mayBePart ? Optional.of(new Conversion(session.protocols().get())
                .of(file, to)) : Optional.empty();
        boolean isWhole = converted.filter(Converted::isPart).isEmpty();
        if (loaded.hasErrors() && isWhole) {
            new DiagnosticText(terminal, isColoured).complain(loaded);
            return ExitCode.WRONG;
        }
        String said = new Renderer(converted.get().sources(), isColoured)
                .render(converted.get().diagnostics());
        terminal.err().print(said);
        terminal.err().flush();
        if (converted.get().text().isEmpty()) {
            return ExitCode.WRONG;
        }
        String text = converted.get().text().get();
        if (out.isPresent()) {
            target.write(out.get(), text);
            terminal.say("wrote " + out.get());
        } else {
            terminal.out().print(text);
        }
        return terminal.isUnread() ? ExitCode.UNREAD : ExitCode.PASS;
    }

    private static Path file(ParseResult words, Session session) {
        List<String> files = Options.files(words);
        if (files.size() > 1) {
            throw new WrongUse("peerlab convert takes one scenario, found " + files.size(),
                    "convert one after the other");
        }
        return new ScenarioFiles(session.terminal(), session.library().map(Library::new)).one(files.get(0));
    }

    private static Spelling to(ParseResult words, Path file, Optional<String> out) {
        Optional<Spelling> wish = Optional.ofNullable(words.<String>matchedOptionValue(TO, null))
                .map(written -> language(written, TO));
        Optional<Spelling> named = out.map(written -> ofFile(Path.of(written).toString())
                .orElseThrow(() -> new WrongUse("'" + written + "' is not a scenario by its name",
                        "a scenario's name ends in .groovy, .yaml or .yml")));
        if (wish.isPresent() && named.isPresent() && !wish.equals(named)) {
            throw new WrongUse("--to " + name(wish.get()) + " and --out " + out.get()
                    + " contradict each other",
                    "leave --to out");
        }
        Spelling other = ofFile(file.toString()).orElse(Spelling.YAML) == Spelling.GROOVY ? Spelling.YAML
                : Spelling.GROOVY;
        return wish.or(() -> named).orElse(other);
    }

    /** The language that a word names. */
    static Spelling language(String written, String option) {
        return switch (written) {
            case "groovy" -> Spelling.GROOVY;
            case "yaml" -> Spelling.YAML;
            default -> throw new WrongUse(option + " is groovy or yaml, found '" + written + "'",
                    "write " + option + " yaml");
        };
    }

    /** The language of a file by its ending. */
    static Optional<Spelling> ofFile(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".groovy") ? Optional.of(Spelling.GROOVY)
                : name.endsWith(".yaml") || name.endsWith(".yml") ? Optional.of(Spelling.YAML)
                        : Optional.empty();
    }

    private static String name(Spelling spelling) {
        return spelling.name().toLowerCase(Locale.ROOT);
    }
}
