package peerlab.reports.stored;

import peerlab.engine.trace.TraceLine;

/** All that came of an event, told line by line in the order of time: a cause is always told before. */
public final class Effects {

    private final IdSet ids = new IdSet();

    public Effects(long event) {
        ids.add(event);
    }

    /** Whether the line is of the event itself, or of something that came of it. */
    public boolean contains(TraceLine line) {
        long id = line.id().orElse(0L);
        if (id != 0 && ids.contains(id)) {
            return true;
        }
        long cause = line.cause().orElse(0L);
        boolean isEffect = cause != 0 && ids.contains(cause);
        // an answer has the id of its request, of which more came than the answer
        if (isEffect && id != 0 && !line.kind().equals("answered")) {
            ids.add(id);
        }
        return isEffect;
    }
}
