package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/**
 * What the run keeps besides its verdicts and metrics.
 *
 * @param trace every event
 * @param messages the messages with their fields
 * @param snapshotsEvery topology snapshots at this pace
 */
public record RecordSpec(boolean trace, boolean messages, Optional<Span> snapshotsEvery, SourcePlace place) {

    public static final RecordSpec NOTHING = new RecordSpec(
            false, false, Optional.empty(), SourcePlace.NOWHERE);
}
