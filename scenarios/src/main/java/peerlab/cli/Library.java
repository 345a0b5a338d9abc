package peerlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scenarios that come with Peerlab, by id. */
final class Library {

    /** A title stands near the top of a file; so much of it is looked at. */
    private static final int TITLE_WITHIN_BYTES = 8192;
    private static final Pattern TITLE = Pattern.compile(
            "(?m)^scenario(?:\\s*:\\s*|\\s*\\(?\\s*)(\"[^\"\\n]*\"|'[^\\n]*'|[^'\"\\s][^\\n]*)");

    private final Path folder;

    Library(Path folder) {
        this.folder = folder;
    }

    /** A shipped scenario; of the two languages that it may be written in, Groovy comes first. */
    record Entry(String id, String title, List<Path> files) {
    }

    List<Entry> entries() {
        TreeMap<String, List<Path>> byId = new TreeMap<>();
        for (Path file : ScenarioFiles.scenariosIn(folder)) {
            byId.merge(idOf(file.getFileName().toString()), List.of(file),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return byId.entrySet().stream()
                .map(e -> new Entry(e.getKey(), titleOf(e.getValue().get(0)), e.getValue())).toList();
    }

    List<String> ids() {
        return ScenarioFiles.scenariosIn(folder).stream().map(f -> idOf(f.getFileName().toString()))
                .distinct().toList();
    }

    /** The file for an id. */
    Optional<Path> find(String id) {
        return ScenarioFiles.scenariosIn(folder).stream()
                .filter(file -> idOf(file.getFileName().toString()).equals(id)).findFirst();
    }

    /** The file's name without its ending. */
    static String idOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot <= 0 ? fileName : fileName.substring(0, dot);
    }

    private static String titleOf(Path file) {
        try (var in = Files.newInputStream(file)) {
            String top = new String(in.readNBytes(TITLE_WITHIN_BYTES), StandardCharsets.UTF_8);
            Matcher title = TITLE.matcher(top);
            return title.find() ? unquoted(title.group(1).strip()) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() >= 2
                && (text.startsWith("'") && text.lastIndexOf('\'') > 0 || text.startsWith("\""));
        return isQuoted ? text.substring(1, text.lastIndexOf(text.charAt(0))).replace("\\'", "'")
                .replace("''", "'") : text;
    }
}
