package peerlab.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;

import peerlab.cli.bench.Benchmark;
import peerlab.cli.bench.Benchmarks;
import peerlab.cli.bench.Figure;
import peerlab.dsl.diagnostic.Suggestion;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab bench}: what this machine reaches. */
final class BenchCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("bench", "Measures how fast Peerlab is on this machine.");
        spec.addPositional(Options.words("WHAT", "what to measure; all without it"));
        return Options.withCommon(spec.addOption(Options.json()));
    }

    @Override
    public ExitCode run(ParseResult words, Session session) throws IOException {
        List<Benchmark> chosen = chosen(Options.words(words), session.benchmarks());
        if (Options.isSet(words, Options.JSON)) {
            json(chosen, session.terminal());
            return ExitCode.PASS;
        }
        for (Benchmark benchmark : chosen) {
            session.terminal().say(benchmark.name() + ": " + benchmark.summary());
            Table table = new Table();
            figures(benchmark, session.terminal()).forEach(f -> table.row(f.name(), text(f), f.remark()));
            table.lines("  ").forEach(session.terminal()::say);
            if (session.terminal().isUnread()) {
                return ExitCode.UNREAD;
            }
        }
        return ExitCode.PASS;
    }

    private static List<Benchmark> chosen(List<String> names, Benchmarks benchmarks) {
        List<Benchmark> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(benchmarks.all().stream().filter(b -> b.name().equals(name)).findFirst()
                    .orElseThrow(() -> new WrongUse("there is no benchmark '" + name + "'",
                            Suggestion.remedy(name, benchmarks.names(), "there are "
                                    + String.join(", ", benchmarks.names())))));
        }
        return names.isEmpty() ? benchmarks.all() : chosen;
    }

    private static void json(List<Benchmark> chosen, Terminal terminal) throws IOException {
        try (JsonGenerator json = Json.on(terminal)) {
            json.writeStartObject();
            Version version = Version.ofThisJvm();
            json.writeStringField("peerlab", version.peerlab());
            json.writeStringField("java", version.java());
            json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
            json.writeArrayFieldStart("figures");
            for (Benchmark benchmark : chosen) {
                for (Figure figure : figures(benchmark, terminal)) {
                    json.writeStartObject();
                    json.writeStringField("benchmark", benchmark.name());
                    json.writeStringField("name", figure.name());
                    json.writeNumberField("value", figure.value());
                    json.writeStringField("unit", figure.unit());
                    json.writeStringField("remark", figure.remark());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static List<Figure> figures(Benchmark benchmark, Terminal terminal) {
        return benchmark.measure(doing -> {
            if (terminal.errIsTerminal()) {
                terminal.warn("  measuring " + doing);
            }
        });
    }

    private static String text(Figure figure) {
        String number = figure.value() >= 1000 ? String.format(Locale.ROOT, "%,.0f", figure.value())
                : String.format(Locale.ROOT, "%.3g", figure.value());
        return (number + " " + figure.unit()).strip();
    }
}
