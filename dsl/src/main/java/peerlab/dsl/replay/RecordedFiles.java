package peerlab.dsl.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import peerlab.dsl.value.Complaint;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Recordings;

/** The recordings that scenarios name, in files beside them. */
public final class RecordedFiles implements Recordings {

    /** @throws Complaint where there is no such file, or its first line is not what it must be */
    @Override
    public RecordedFile open(String name, SourcePlace place) {
        Path file = path(name, place);
        if (Files.isDirectory(file)) {
            throw new Complaint(place, "'" + name + "' is a folder", "name a file in it");
        }
        if (!Files.exists(file)) {
            throw new Complaint(place, "there is no file '" + file + "'",
                    "a recording is named as seen from the scenario's folder");
        }
        try {
            return RecordedFile.open(file);
        } catch (IOException unreadable) {
            throw new Complaint(place, "'" + file + "' cannot be read", "check its permissions");
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
