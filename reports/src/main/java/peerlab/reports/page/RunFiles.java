package peerlab.reports.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a run by the names that docs/outputs.md gives them, wherever they lie. */
public final class RunFiles {

    static final String MANIFEST = "run.json";
    static final String TRACE = "trace.jsonl";
    static final String PEERS = "peers.json";
    private static final String TOPOLOGY = "topology/";
    private static final List<String> SINGLE =
            List.of(MANIFEST, "verdicts.json", "metrics.json", "metrics.csv", TRACE, PEERS);

    private final Path folder;
    private final Map<String, Path> files;

    private RunFiles(Path folder, Map<String, Path> files) {
        this.folder = folder;
        this.files = new TreeMap<>(files);
    }

    /** Those that are not in their places yet, each by its name. */
    public static RunFiles of(Path folder, Map<String, Path> files) {
        return new RunFiles(folder, files);
    }

    /** Those of a run directory. */
    public static RunFiles in(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (String name : SINGLE) {
            if (Files.isRegularFile(folder.resolve(name))) {
                files.put(name, folder.resolve(name));
            }
        }
        Path topology = folder.resolve(TOPOLOGY);
        if (Files.isDirectory(topology)) {
            try (Stream<Path> snapshots = Files.list(topology)) {
                snapshots.forEach(file -> files.put(TOPOLOGY + file.getFileName(), file));
            }
        }
        return new RunFiles(folder, files);
    }

    Path folder() {
        return folder;
    }

    Optional<Path> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The snapshots, in the order of their names. */
    List<Path> snapshots() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(TOPOLOGY) && file.getKey().endsWith(".json"))
                .map(Map.Entry::getValue).toList();
    }
}
