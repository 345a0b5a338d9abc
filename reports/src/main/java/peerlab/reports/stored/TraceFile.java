package peerlab.reports.stored;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import peerlab.engine.trace.TraceLine;
import peerlab.engine.trace.TraceReader;

/** A trace in a file; only the line at hand is in memory. */
public final class TraceFile implements Lines {

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final String name;

    /** @param name how messages call it */
    public TraceFile(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    @Override
    public void goThrough(Reader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                TraceReader lines = new TraceReader(in, name)) {
            Optional<TraceLine> line = lines.next();
            while (line.isPresent() && reader.read(line.get())) {
                line = lines.next();
            }
        }
    }
}
