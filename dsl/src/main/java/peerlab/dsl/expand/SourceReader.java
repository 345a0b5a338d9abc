package peerlab.dsl.expand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.SourcePlace;

/** Reads a file that somebody says is a scenario, and says why where it cannot be one. */
final class SourceReader {

    /** No scenario is larger. */
    static final int MOST_BYTES = 1024 * 1024;

    /** So many files of a folder are compared with a name that does not exist. */
    private static final int MOST_NAMES = 1_000;

    private final Diagnostics diagnostics;

    SourceReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a file.
     *
     * @param place where the file was named
     */
    Optional<Source> read(Path path, SourcePlace place) {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            diagnostics.error(place, "'" + file + "' is a folder", "name a file in it");
        } else if (!Files.exists(path)) {
            missing(path, place);
        } else {
            return text(path, file, place).map(text -> new Source(file, text));
        }
        return Optional.empty();
    }

    private void missing(Path path, SourcePlace place) {
        String message = "there is no file '" + path + "'";
        Path folder = path.toAbsolutePath().getParent();
        List<String> others = folder == null ? List.of() : names(folder);
        Optional<String> near = Suggestion.nearest(String.valueOf(path.getFileName()), others);
        if (near.isPresent()) {
            diagnostics.error(place, message, "did you mean '" + path.resolveSibling(near.get()) + "'?");
        } else if (place.isKnown()) {
            diagnostics.error(place, message, "a file is named as seen from the folder of the one that"
                    + " includes it");
        } else {
            diagnostics.error(place, message);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().limit(MOST_NAMES).toList();
        } catch (IOException | UncheckedIOException nobodyKnows) {
            return List.of();
        }
    }

    private Optional<String> text(Path path, String file, SourcePlace place) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException unreadable) {
            diagnostics.error(place, "'" + file + "' cannot be read", "check its permissions");
            return Optional.empty();
        }
        if (bytes.length > MOST_BYTES) {
            diagnostics.error(place, "'" + file + "' is larger than a scenario can be",
                    "the limit is 1 MiB");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                diagnostics.error(place, "'" + file + "' is not text", "a scenario is a text file in UTF-8");
                return Optional.empty();
            }
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException binary) {
            diagnostics.error(place, "'" + file + "' is not text in UTF-8", "save it as UTF-8");
            return Optional.empty();
        }
    }
}
