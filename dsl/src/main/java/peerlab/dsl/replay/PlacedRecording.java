package peerlab.dsl.replay;

import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Recording;

/** A recording that can tell where in its file the operation stands that was read last. */
public interface PlacedRecording extends Recording {

    SourcePlace place();
}
