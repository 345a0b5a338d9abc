package peerlab.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.base.SimTime;
import peerlab.engine.observe.TopologyDifference;
import peerlab.reports.TopologyDot;
import peerlab.reports.TopologyGraphml;
import peerlab.reports.TopologyJson;
import peerlab.reports.export.drawing.Canvas;
import peerlab.reports.export.drawing.PngCanvas;
import peerlab.reports.export.drawing.SvgCanvas;
import peerlab.reports.export.graph.DifferenceDot;
import peerlab.reports.export.graph.DifferenceJson;
import peerlab.reports.export.graph.TopologyPicture;
import peerlab.reports.export.graph.TopologyText;
import peerlab.reports.stored.StoredRun;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab topology FILE|DIR}: who is there and who knows whom at an instant, and what changed. */
final class TopologyCommand implements Command {

    private static final String AT = "--at";
    private static final String DIFF = "--diff";
    private static final String FORMAT = "--format";
    private static final String OUT = "--out";
    private static final String TEXT = "text";
    private static final String PNG = "png";
    private static final List<String> FORMATS = List.of(TEXT, "json", "graphml", "dot", "svg", PNG);
    private static final List<String> FORMATS_OF_DIFFERENCES = List.of(TEXT, "json", "dot", "svg", PNG);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("topology",
                "Shows who is there and who knows whom at an instant of a run, or what changed between two.");
        spec.addPositional(Options.words("FILE", "a scenario, or a run directory with snapshots"));
        spec.addOption(Options.seed()).addOption(Options.set()).addOption(Options.with())
                .addOption(Options.value(AT, "TIME", "the instant: 30s (the end of the run)"))
                .addOption(OptionSpec.builder(DIFF).paramLabel("TIME").arity("2").type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("what changed from one instant to another: 30s 40s").build())
                .addOption(Options.value(FORMAT, "FORMAT",
                        String.join(", ", FORMATS) + " (by the ending of --out, else text)"))
                .addOption(Options.value(OUT, "NAME", "a file to write; the output without it"))
                .addOption(Options.patience());
        return Options.withCommon(spec);
    }

    @Override
    public ExitCode run(ParseResult words, Session plain) throws IOException {
        Session session = With.in(plain, Options.with(words));
        List<String> names = Options.files(words);
        if (names.size() > 1) {
            throw new WrongUse("peerlab topology takes one run, found " + String.join(" ", names),
                    "leave out all but one");
        }
        List<SimTime> instants = instants(words);
        boolean isDifference = words.hasMatchedOption(DIFF);
        String format = format(words, isDifference);
        Path path = session.terminal().path(names.get(0));
        List<NamedTopology> seen = StoredRun.isAt(path)
                ? ofDirectory(StoredRun.at(path), names.get(0), instants, words, session.terminal())
                : ofScenario(names.get(0), instants, words, session);
        if (seen.isEmpty()) {
            return ExitCode.WRONG;
        }
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        if (isDifference) {
            difference(seen.get(0), seen.get(1), format, document);
        } else {
            topology(seen.get(0), format, document);
        }
        return deliver(document, words, session.terminal());
    }

    private static List<SimTime> instants(ParseResult words) {
        List<String> ends = words.matchedOptionValue(DIFF, List.of());
        String at = words.matchedOptionValue(AT, null);
        if (ends.size() > 2) {
            throw new WrongUse("--diff takes two times, found " + String.join(" ", ends),
                    "write --diff 30s 40s");
        }
        if (!ends.isEmpty() && at != null) {
            throw new WrongUse("--at and --diff say two things", "leave one of them out");
        }
        List<SimTime> instants = new ArrayList<>();
        (ends.isEmpty() ? Stream.ofNullable(at) : ends.stream())
                .forEach(time -> instants.add(Times.instant(ends.isEmpty() ? AT : DIFF, time)));
        if (instants.size() == 2 && instants.get(1).isBefore(instants.get(0))) {
            throw new WrongUse("--diff " + ends.get(0) + " " + ends.get(1) + " ends before it begins",
                    "write the earlier time first");
        }
        return instants;
    }

    private static String format(ParseResult words, boolean isDifference) {
        String out = words.matchedOptionValue(OUT, "");
        String ending = out.substring(out.lastIndexOf('.') + 1);
        String format = words.matchedOptionValue(FORMAT, FORMATS.contains(ending) ? ending : TEXT);
        List<String> known = isDifference ? FORMATS_OF_DIFFERENCES : FORMATS;
        if (!known.contains(format)) {
            throw new WrongUse("--format does not know '" + format + "'" + (isDifference ? " of a difference"
                    : ""), Suggestion.remedy(format, known, "there are " + String.join(", ", known)));
        }
        if (format.equals(PNG) && out.isEmpty()) {
            throw new WrongUse("a picture of dots is no text to print", "add --out NAME.png");
        }
        return format;
    }

    /** The snapshots that were taken last before the instants; the last of all where none is said. */
    private static List<NamedTopology> ofDirectory(StoredRun run, String name, List<SimTime> instants,
            ParseResult words, Terminal terminal) throws IOException {
        if (Options.seed(words).isPresent() || !Options.set(words).isEmpty()) {
            throw new WrongUse("'" + name + "' is a run that was kept", "leave out --seed and --set");
        }
        List<NamedTopology> seen = new ArrayList<>();
        SimTime end = new SimTime(Long.MAX_VALUE);
        for (SimTime instant : instants.isEmpty() ? List.of(end) : instants) {
            Optional<NamedTopology> snapshot = run.topologyAt(instant);
            seen.add(snapshot.orElseThrow(() -> new WrongUse("the run in '" + name + "' kept no snapshots",
                    "run it again with --record snapshots")));
            SimTime taken = snapshot.get().topology().time();
            if (!instant.equals(end) && !taken.equals(instant)) {
                terminal.warn("no snapshot was taken at " + instant + "; this one is of " + taken);
            }
        }
        return seen;
    }

    private static List<NamedTopology> ofScenario(String name, List<SimTime> instants, ParseResult words,
            Session session) throws IOException {
        Duration patience = Options.patience(words, RunSettings.USUAL_PATIENCE);
        return new OneRun(session, words, "a topology").of(name, patience)
                .map(spec -> new TopologyOfRun(session, spec, patience).at(instants)).orElse(List.of());
    }

    private static void topology(NamedTopology seen, String format, OutputStream out) throws IOException {
        switch (format) {
            case "json" -> TopologyJson.write(seen, out);
            case "graphml" -> TopologyGraphml.write(seen, out);
            case "dot" -> TopologyDot.write(seen, out);
            case TEXT -> TopologyText.write(seen, out);
            default -> {
                Canvas canvas = canvas(format);
                TopologyPicture.draw(seen, canvas);
                canvas.writeTo(out);
            }
        }
    }

    private static void difference(NamedTopology before, NamedTopology after, String format, OutputStream out)
            throws IOException {
        TopologyDifference difference =
                TopologyDifference.between(before.topology(), after.topology());
        switch (format) {
            case "json" -> DifferenceJson.write(difference, out);
            case "dot" -> DifferenceDot.write(after.topology(), difference, out);
            case TEXT -> TopologyText.write(difference, out);
            default -> {
                Canvas canvas = canvas(format);
                TopologyPicture.draw(before.topology(), after.topology(), difference, canvas);
                canvas.writeTo(out);
            }
        }
    }

    private static Canvas canvas(String format) {
        return format.equals(PNG) ? new PngCanvas(TopologyPicture.WIDTH, TopologyPicture.HEIGHT)
                : new SvgCanvas(TopologyPicture.WIDTH, TopologyPicture.HEIGHT);
    }

    private static ExitCode deliver(ByteArrayOutputStream document, ParseResult words, Terminal terminal)
            throws IOException {
        String out = words.matchedOptionValue(OUT, null);
        if (out == null) {
            document.writeTo(terminal.out());
            return ExitCode.PASS;
        }
        Path file = terminal.path(out);
        try {
            Files.write(file, document.toByteArray());
        } catch (IOException e) {
            throw new WrongUse("--out '" + out + "' cannot be written: " + e.getMessage(),
                    "name a file in a folder that is there");
        }
        return ExitCode.PASS;
    }
}
