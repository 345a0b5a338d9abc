package peerlab.reports.stored;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import peerlab.engine.trace.TraceLine;

/**
 * What led to an event, back to the step of the timeline where it all began. The cause of each earlier id is
 * kept, eight bytes for each.
 */
public final class Causes {

    private static final int PAGE_BITS = 12;

    private final Map<Long, long[]> pages = new TreeMap<>();
    private final long event;
    private boolean isFound;
    private long answered;

    private Causes(long event) {
        this.event = event;
    }

    /** The ids of the chain that ends with an event, that one too; empty where nothing has its id. */
    public static Optional<IdSet> of(long event, Lines lines) throws IOException {
        Causes causes = new Causes(event);
        lines.goThrough(causes::note);
        return causes.isFound ? Optional.of(causes.chain()) : Optional.empty();
    }

    private boolean note(TraceLine line) {
        long id = line.id().orElse(0L);
        long cause = line.cause().orElse(0L);
        if (id == event) {
            isFound = true;
            if (line.kind().equals("answered")) {
                answered = cause;
            }
        }
        long[] page = pages.computeIfAbsent(id >>> PAGE_BITS, number -> new long[1 << PAGE_BITS]);
        int place = (int) (id & (1 << PAGE_BITS) - 1);
        if (page[place] == 0 && !line.kind().equals("answered")) {
            page[place] = cause;
        }
        return true;
    }

    /** An answer comes from what was being handled then; all else from what its id was given for. */
    private IdSet chain() {
        IdSet chain = new IdSet();
        chain.add(event);
        long at = answered != 0 ? answered : causeOf(event);
        while (at != 0 && chain.add(at)) {
            at = causeOf(at);
        }
        return chain;
    }

    private long causeOf(long id) {
        long[] page = pages.get(id >>> PAGE_BITS);
        return page == null ? 0 : page[(int) (id & (1 << PAGE_BITS) - 1)];
    }
}
