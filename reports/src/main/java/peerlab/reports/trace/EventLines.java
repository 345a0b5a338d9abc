package peerlab.reports.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import peerlab.engine.base.SourcePlace;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.View;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.trace.TraceLine;
import peerlab.engine.trace.TraceReader;
import peerlab.engine.trace.TraceWriter;

/** Events while they happen as the lines of the trace that would be written of them. */
public final class EventLines {

    private static final RecordSpec EVERYTHING =
            new RecordSpec(true, true, Optional.empty(), SourcePlace.NOWHERE);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TraceWriter writer = new TraceWriter(bytes, EVERYTHING);

    public TraceLine of(RunEvent event, View view) throws IOException {
        bytes.reset();
        writer.on(event, view);
        writer.finish(view);
        try (TraceReader reader = new TraceReader(new ByteArrayInputStream(bytes.toByteArray()), "the run")) {
            return reader.next().orElseThrow();
        }
    }
}
