package peerlab.dsl.replay;

import java.util.Locale;

import peerlab.dsl.value.Complaint;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Recordings;

/** The recordings that scenarios name, in files beside them. */
public final class RecordedFiles implements Recordings {

    /** @throws Complaint where there is no such file, or its first line is not what it must be */
    @Override
    public PlacedRecording open(String name, SourcePlace place) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.endsWith(".bin") || plain.contains("oraclegeneral")) {
            return new OracleGeneralFile(Lines.bytes(name, place, "a recording"), name);
        }
        return RecordedFile.open(Lines.open(name, place, "a recording"));
    }
}
