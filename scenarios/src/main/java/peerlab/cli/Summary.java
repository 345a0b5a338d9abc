package peerlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.RunResult;
import peerlab.reports.RunDirectoryException;

/** The table of several runs as a file, {@code summary.csv}: a line for each, with its sub-directory. */
final class Summary {

    private static final String NAME = "summary.csv";
    private static final String FIRST = "run";

    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    Summary(Path folder) {
        this.folder = folder;
    }

    /** Refuses to take the place of somebody else's file. */
    void check() {
        Path file = folder.resolve(NAME);
        try {
            if (Files.exists(file) && !Files.readString(file).startsWith(FIRST + ",")) {
                throw new WrongUse("'" + file + "' is there, and no run of Peerlab wrote it",
                        "move it away, or choose another folder with --out");
            }
        } catch (IOException e) {
            throw new WrongUse("'" + file + "' cannot be read", "choose another folder with --out");
        }
    }

    /** Takes the next run. */
    void add(List<String> axes, Ran ran, Path directory) {
        RunResult result = ran.result();
        if (lines.isEmpty()) {
            List<String> names = new ArrayList<>(List.of(FIRST));
            names.addAll(axes);
            names.addAll(List.of("seed", "verdict", "points", "of_points", "fingerprint", "directory"));
            lines.add(line(names));
        }
        List<String> cells = new ArrayList<>(List.of(result.spec().id()));
        axes.forEach(axis -> cells.add(String.valueOf(result.spec().params().get(axis))));
        cells.addAll(List.of(Long.toString(result.spec().seed()), result.verdict().name(),
                Integer.toString(result.points()), Integer.toString(result.spec().points()),
                result.fingerprint(), ran.loss().isEmpty() ? directory.getFileName().toString() : ""));
        lines.add(line(cells));
    }

    /** Writes all of it, under a temporary name first; gives back what kept it from that. */
    Optional<RunDirectoryException> write() {
        Path part = folder.resolve("." + NAME + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(part, String.join("", lines));
            Files.move(part, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException e) {
            remove(part);
            return Optional.of(RunDirectoryException.of(folder.resolve(NAME), e));
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // it stays under its temporary name
        }
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(Summary::quoted).toList()) + "\n";
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
