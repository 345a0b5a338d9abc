package peerlab.reports.stored;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import peerlab.engine.trace.JsonValues;

/** Reads a document of a run directory, and says what is wrong with one that no run has written. */
final class JsonTree {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTree() {
    }

    /** @throws StoredRunException where it is no object, or no JSON at all */
    static Map<String, Object> object(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser parser = FACTORY.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new StoredRunException("'" + file.getFileName() + "' is not what a run has written");
            }
            return JsonValues.object(parser);
        } catch (JsonProcessingException e) {
            throw new StoredRunException("'" + file.getFileName() + "' is broken in line "
                    + e.getLocation().getLineNr());
        }
    }
}
