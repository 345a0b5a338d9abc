package peerlab.cache.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import peerlab.cache.policy.KeyIndex;
import peerlab.cache.policy.NextUses;

/** The next uses of a trace that was read once to its end: four bytes for each request. */
public final class KnownFuture implements NextUses {

    private static final int BLOCK_BITS = 16;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int NONE = -1;

    private final List<int[]> blocks = new ArrayList<>();

    /** Reads all of it, and leaves it at its end. */
    public KnownFuture(Trace trace) {
        KeyIndex latest = new KeyIndex();
        for (int request = 0; trace.next(); request++) {
            if (request == Integer.MAX_VALUE) {
                throw new TraceException("a trace of more than " + request + " requests",
                        "leave out the policies that know the future");
            }
            if (request % BLOCK == 0) {
                int[] block = new int[BLOCK];
                Arrays.fill(block, NONE);
                blocks.add(block);
            }
            int before = latest.remove(trace.key());
            if (before != KeyIndex.ABSENT) {
                blocks.get(before >> BLOCK_BITS)[before & BLOCK - 1] = request;
            }
            latest.put(trace.key(), request);
        }
    }

    @Override
    public long after(long request) {
        int next = blocks.get((int) (request >> BLOCK_BITS))[(int) request & BLOCK - 1];
        return next == NONE ? NEVER : next;
    }
}
