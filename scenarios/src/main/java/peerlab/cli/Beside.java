package peerlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.Loaded;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.RunResult;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.observe.Metrics;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.reports.FileNames;
import peerlab.reports.RunDirectoryException;
import peerlab.reports.comparison.Comparison;
import peerlab.reports.comparison.ComparisonCsv;
import peerlab.reports.comparison.ComparisonPage;
import peerlab.reports.comparison.ComparisonText;

/**
 * The runs of one scenario beside each other, by metrics: those one asks for, and those that it expects
 * something of.
 */
final class Beside {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final String title;
    private final List<String> axes;
    private final List<String> asked;
    private final List<String> expected;
    private final Comparison comparison;

    Beside(Loaded loaded, List<String> asked, Protocols protocols) {
        ScenarioSpec first = loaded.runs().get(0);
        this.title = first.title();
        this.axes = loaded.axes();
        this.asked = asked;
        this.expected = expected(first);
        this.comparison = new Comparison(axes);
        requireKnown(first, protocols);
    }

    private void requireKnown(ScenarioSpec spec, Protocols protocols) {
        List<ProtocolProvider> used = spec.groups().stream().map(group -> group.protocol()).distinct()
                .flatMap(name -> protocols.find(name).stream()).toList();
        MetricCatalog catalog = new MetricCatalog(used);
        List<String> names = new ArrayList<>(catalog.names());
        catalog.all().forEach(metric -> names.add(metric.name()));
        for (String name : asked) {
            if (catalog.find(name.replaceAll("\\['[^']*'\\]", "")).isEmpty()) {
                throw new WrongUse("there is no metric '" + name + "'", Suggestion.remedy(name,
                        names, "peerlab list protocols --verbose shows all of them"));
            }
        }
    }

    private static List<String> expected(ScenarioSpec spec) {
        Set<String> names = new LinkedHashSet<>();
        spec.expectations().forEach(expectation -> expectation.condition().metrics()
                .forEach(metric -> names.add(Metrics.narrow(metric.name(), metric.narrowed()))));
        return List.copyOf(names);
    }

    void add(RunResult result) {
        ScenarioSpec spec = result.spec();
        comparison.add(axes.stream().map(axis -> String.valueOf(spec.params().get(axis)).replace(" ", ""))
                .toList(), spec.seed(), result.metrics());
    }

    /** What was asked for, as a table; empty where nothing was. */
    List<String> lines() {
        if (asked.isEmpty()) {
            return List.of();
        }
        Table table = new Table();
        ComparisonText.rows(comparison, comparison.known(asked))
                .forEach(row -> table.row(row.toArray(String[]::new)));
        return table.lines("  ");
    }

    /** Writes tables and pictures, each under a temporary name first; gives back what kept it from that. */
    Optional<RunDirectoryException> write(Path folder) {
        Set<String> names = new LinkedHashSet<>(asked);
        names.addAll(expected);
        List<String> shown = comparison.known(List.copyOf(names));
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve("comparison.csv"), ComparisonCsv.of(comparison));
        files.put(folder.resolve("comparison.html"), ComparisonPage.of(title, comparison, shown));
        List<String> pictures = FileNames.of(new ArrayList<>(shown));
        for (int i = 0; i < shown.size(); i++) {
            files.put(folder.resolve("comparison").resolve(pictures.get(i) + ".svg"),
                    XML + ComparisonPage.picture(comparison, shown.get(i)));
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            try {
                write(file.getKey(), file.getValue());
            } catch (IOException e) {
                return Optional.of(RunDirectoryException.of(file.getKey(), e));
            }
        }
        return Optional.empty();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
