package peerlab.dsl.expand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.engine.base.SourcePlace;

/** Reads a file that somebody says is a scenario, and says why where it cannot be one. */
final class SourceReader {

    /** No scenario is larger. */
    static final int MOST_BYTES = 1024 * 1024;

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
            diagnostics.error(place, "there is no file '" + file + "'");
        } else {
            return text(path, file, place).map(text -> new Source(file, text));
        }
        return Optional.empty();
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
