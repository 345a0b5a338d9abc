package peerlab.reports.stored;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** Ids of events, a bit for each: they are dense, so that even those of a long run cost little. */
public final class IdSet {

    private static final int PAGE_BITS = 16;

    private final Map<Long, BitSet> pages = new TreeMap<>();

    /** False where it was in it already. */
    public boolean add(long id) {
        BitSet page = pages.computeIfAbsent(id >>> PAGE_BITS, number -> new BitSet());
        boolean isNovel = !page.get(place(id));
        page.set(place(id));
        return isNovel;
    }

    public boolean contains(long id) {
        BitSet page = pages.get(id >>> PAGE_BITS);
        return page != null && page.get(place(id));
    }

    private static int place(long id) {
        return (int) (id & (1 << PAGE_BITS) - 1);
    }
}
