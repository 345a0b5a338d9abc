package peerlab.cache.policy;

import java.util.Arrays;

/**
 * Low inter-reference recency set: what is asked for again soon after its last request (LIR) holds nearly
 * all of the cache, and the rest (HIR) queues in a small part. A stack of recency, which remembers keys
 * of entries that have gone as well, shows when an HIR entry came back sooner than an LIR entry has.
 */
final class Lirs implements EvictionPolicy {

    /** What the stack may remember, as a multiple of the capacity. */
    private static final int STACK_LIMIT = 2;

    private enum State { LIR, HIR, GHOST }

    private final double queueShare;
    private final KeyIndex nodes = new KeyIndex();
    private final Chain stack = new Chain();
    /** The resident HIR entries and the ghosts; a node is in one of them at most. */
    private final Links links = new Links();
    private final Chain queue = new Chain(links);
    private final Chain ghosts = new Chain(links);
    private State[] states = new State[64];
    private boolean[] isStacked = new boolean[64];
    private long[] keys = new long[64];
    private long[] sizes = new long[64];
    private int[] entries = new int[64];
    private int[] free = new int[64];
    private int frees;
    private int made;
    private int[] nodesOfEntries = new int[64];
    private Residents residents;
    private long queueMost;
    private long lirMost;
    private long lirWeight;
    private long queueWeight;
    private long stackWeight;
    private int comer;

    Lirs(double queueShare) {
        this.queueShare = queueShare;
    }

    @Override
    public void begin(Residents all) {
        residents = all;
        queueMost = Math.max(1, (long) (queueShare * all.capacity()));
        lirMost = all.capacity() - queueMost;
    }

    @Override
    public boolean onMiss(long key, long size) {
        comer = nodes.get(key);
        if (comer != KeyIndex.ABSENT) {
            stack.moveToFirst(comer);
            while (lirWeight + sizes[comer] > lirMost) {
                demote();
            }
            ghosts.remove(comer);
            return true;
        }
        if (size > lirMost || size > queueMost) {
            return false;
        }
        if (lirWeight + size > lirMost) {
            makeQueueRoom(size);
        }
        return true;
    }

    @Override
    public void onInsert(int entry) {
        if (entry >= nodesOfEntries.length) {
            nodesOfEntries = Arrays.copyOf(nodesOfEntries, 2 * entry);
        }
        long size = residents.size(entry);
        boolean isKnown = comer != KeyIndex.ABSENT;
        int node = isKnown ? comer : node(residents.key(entry), size);
        nodesOfEntries[entry] = node;
        entries[node] = entry;
        if (isKnown || lirWeight + size <= lirMost) {
            states[node] = State.LIR;
            lirWeight += sizes[node];
        } else {
            states[node] = State.HIR;
            queue.addFirst(node);
            queueWeight += size;
        }
        if (!isKnown) {
            push(node);
        }
        limit();
    }

    @Override
    public void onHit(int entry) {
        int node = nodesOfEntries[entry];
        if (states[node] == State.LIR) {
            stack.moveToFirst(node);
            prune();
        } else if (isStacked[node]) {
            stack.moveToFirst(node);
            queue.remove(node);
            queueWeight -= sizes[node];
            while (lirWeight + sizes[node] > lirMost) {
                demote();
            }
            states[node] = State.LIR;
            lirWeight += sizes[node];
        } else {
            queue.moveToFirst(node);
            push(node);
        }
        limit();
    }

    @Override
    public int victim() {
        return entries[queue.isEmpty() ? stack.last() : queue.last()];
    }

    /** The LIR entry at the bottom of the stack becomes the newest in the queue. */
    private void demote() {
        int bottom = stack.last();
        lirWeight -= sizes[bottom];
        unstack(bottom);
        states[bottom] = State.HIR;
        if (sizes[bottom] > queueMost) {
            queue.addFirst(bottom);
            queueWeight += sizes[bottom];
            residents.evict(entries[bottom]);
        } else {
            makeQueueRoom(sizes[bottom]);
            queue.addFirst(bottom);
            queueWeight += sizes[bottom];
        }
        prune();
    }

    private void makeQueueRoom(long size) {
        while (queueWeight + size > queueMost) {
            residents.evict(entries[queue.last()]);
        }
    }

    /** At the bottom of the stack lies an LIR entry, or what was asked for last. */
    private void prune() {
        while (stack.last() != stack.first() && states[stack.last()] != State.LIR) {
            int bottom = stack.last();
            unstack(bottom);
            if (states[bottom] == State.GHOST) {
                ghosts.remove(bottom);
                forget(bottom);
            }
        }
    }

    private void limit() {
        while (stackWeight > STACK_LIMIT * residents.capacity() && !ghosts.isEmpty()) {
            int oldest = ghosts.last();
            ghosts.remove(oldest);
            unstack(oldest);
            forget(oldest);
        }
    }

    @Override
    public void onRemove(int entry, Removal why) {
        int node = nodesOfEntries[entry];
        if (states[node] == State.LIR) {
            lirWeight -= sizes[node];
            unstack(node);
            forget(node);
            prune();
            return;
        }
        queue.remove(node);
        queueWeight -= sizes[node];
        if (isStacked[node] && why == Removal.EVICTED) {
            states[node] = State.GHOST;
            ghosts.addFirst(node);
            return;
        }
        if (isStacked[node]) {
            unstack(node);
        }
        forget(node);
    }

    private void push(int node) {
        stack.addFirst(node);
        stackWeight += sizes[node];
        isStacked[node] = true;
    }

    private void unstack(int node) {
        stack.remove(node);
        stackWeight -= sizes[node];
        isStacked[node] = false;
    }

    private int node(long key, long size) {
        int node = frees > 0 ? free[--frees] : made++;
        if (node == keys.length) {
            states = Arrays.copyOf(states, 2 * node);
            isStacked = Arrays.copyOf(isStacked, 2 * node);
            keys = Arrays.copyOf(keys, 2 * node);
            sizes = Arrays.copyOf(sizes, 2 * node);
            entries = Arrays.copyOf(entries, 2 * node);
            free = Arrays.copyOf(free, 2 * node);
        }
        keys[node] = key;
        sizes[node] = size;
        nodes.put(key, node);
        return node;
    }

    private void forget(int node) {
        nodes.remove(keys[node]);
        free[frees++] = node;
    }
}
