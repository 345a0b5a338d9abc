package peerlab.dsl.replay;

import peerlab.dsl.value.Complaint;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Recordings;

/** The recordings that scenarios name, in files beside them. */
public final class RecordedFiles implements Recordings {

    /** @throws Complaint where there is no such file, or its first line is not what it must be */
    @Override
    public RecordedFile open(String name, SourcePlace place) {
        return RecordedFile.open(Lines.open(name, place, "a recording"));
    }
}
