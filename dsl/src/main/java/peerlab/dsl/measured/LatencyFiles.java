package peerlab.dsl.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import peerlab.dsl.value.Complaint;
import peerlab.engine.base.LatencyMatrix;
import peerlab.engine.base.SourcePlace;

/** The files with latencies that a scenario names, each read once however many runs it has. */
public final class LatencyFiles {

    /** No such file is larger: King's has 19 MB. */
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final Map<Key, LatencyMatrix> read = new HashMap<>();

    private record Key(Path file, LatencyForm form) {
    }

    /**
     * The latencies of a file.
     *
     * @param name as the scenario has it, seen from the scenario's folder
     * @param place where the scenario names it
     * @throws Complaint where there is no such file, or where it holds something else
     */
    public LatencyMatrix matrix(String name, SourcePlace place, LatencyForm form) {
        Path file = path(name, place);
        Key key = new Key(file.toAbsolutePath().normalize(), form);
        LatencyMatrix known = read.get(key);
        if (known == null) {
            known = read(file, name, place, form);
            read.put(key, known);
        }
        return known;
    }

    private static LatencyMatrix read(Path file, String name, SourcePlace place, LatencyForm form) {
        if (Files.isDirectory(file)) {
            throw new Complaint(place, "'" + name + "' is a folder", "name a file in it");
        }
        if (!Files.exists(file)) {
            throw new Complaint(place, "there is no file '" + file + "'",
                    "a file with latencies is named as seen from the scenario's folder");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Complaint(place, "'" + file + "' is larger than 256 MiB",
                        "leave out the decimals, or some of the places");
            }
            return new LatencyFile(file.toString(), form).read(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new Complaint(place, "'" + file + "' cannot be read", "it is to be text in UTF-8");
        }
    }

    private static Path path(String name, SourcePlace place) {
        try {
            return Path.of(place.file()).resolveSibling(name);
        } catch (InvalidPathException impossible) {
            throw new Complaint(place, "'" + name.replace('\0', '?') + "' cannot name a file", null);
        }
    }
}
