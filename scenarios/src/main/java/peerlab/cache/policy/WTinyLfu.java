package peerlab.cache.policy;

import java.util.Arrays;

import peerlab.engine.base.RandomSource;

/**
 * W-TinyLFU: newcomers pass through a small LRU window; what leaves it is a candidate for the main part, and
 * stays only if a {@link FrequencySketch} says that it was asked for more often than the main part's victim.
 * The main part is a segmented LRU: on probation, and kept after a hit there.
 *
 * <p>As in Caffeine's simulator, a warm candidate that loses is admitted by chance now and then, so that a
 * flood of keys with colliding counters cannot shut everybody out; and where sizes vary the sketch begins
 * only when the cache is half full, because nobody knows before how many entries it will hold.
 */
final class WTinyLfu implements EvictionPolicy {

    private static final int NOBODY = Chain.NONE;
    /** Stands for the newcomer, which has no number until it is in. */
    private static final int COMER = -2;
    private static final int WARM = 6;
    private static final double SECOND_CHANCE = 1 / 128.0;

    /** Where an entry is. */
    private enum Part { WINDOW, PROBATION, KEPT }

    private final double mainShare;
    private final double keptShare;
    private final RandomSource random;
    private final Links links = new Links();
    private final Chain window = new Chain(links);
    private final Chain probation = new Chain(links);
    private final Chain kept = new Chain(links);
    private Part[] parts = new Part[64];
    private Residents residents;
    private FrequencySketch sketch;
    private long windowMost;
    private long keptMost;
    private long windowWeight;
    private long keptWeight;

    private Part comerPart;
    private long comerKey;
    private long comerSize;
    private int candidate;
    private int victim;
    private Part victimPart;
    private boolean hasSearchedWindow;

    WTinyLfu(double windowShare, double keptShare, RandomSource random) {
        this.mainShare = 1 - windowShare;
        this.keptShare = keptShare;
        this.random = random;
    }

    @Override
    public void begin(Residents all) {
        residents = all;
        long mainMost = (long) (all.capacity() * mainShare);
        windowMost = all.capacity() - mainMost;
        keptMost = (long) (mainMost * keptShare);
        sketch = all.areCounted() ? new FrequencySketch(all.capacity()) : null;
    }

    @Override
    public boolean onMiss(long key, long size) {
        record(key);
        if (size > residents.capacity()) {
            return false;
        }
        comerPart = Part.WINDOW;
        comerKey = key;
        comerSize = size;
        if (!residents.areCounted() && residents.used() + size >= residents.capacity() / 2) {
            sketch = sketch == null ? new FrequencySketch(residents.count() + 1) : sketch;
            sketch.reach(residents.count() + 1);
        }
        leaveWindow();
        return true;
    }

    private void record(long key) {
        if (sketch != null) {
            sketch.add(key);
        }
    }

    /** What the window has no room for goes on probation, and the first of it is the candidate. */
    private void leaveWindow() {
        candidate = NOBODY;
        long coming = comerPart == Part.WINDOW ? comerSize : 0;
        while (windowWeight + coming > windowMost) {
            int leaver = lastOf(Part.WINDOW);
            candidate = candidate == NOBODY ? leaver : candidate;
            if (leaver == COMER) {
                comerPart = Part.PROBATION;
                coming = 0;
            } else {
                move(leaver, Part.PROBATION);
            }
        }
        hasSearchedWindow = false;
        victimPart = Part.PROBATION;
        victim = lastOf(Part.PROBATION);
    }

    @Override
    public void onInsert(int entry) {
        if (entry >= parts.length) {
            parts = Arrays.copyOf(parts, 2 * entry);
        }
        add(entry, comerPart);
        comerPart = null;
    }

    @Override
    public void onHit(int entry) {
        record(residents.key(entry));
        Part part = parts[entry];
        boolean isLifted = part == Part.PROBATION && residents.size(entry) <= keptMost;
        if (isLifted) {
            move(entry, Part.KEPT);
        } else {
            chain(part).moveToFirst(entry);
        }
        while (keptWeight > keptMost) {
            move(kept.last(), Part.PROBATION);
        }
        comerPart = null;
        leaveWindow();
    }

    @Override
    public void onResize(int entry, long before, long after) {
        weigh(parts[entry], after - before);
    }

    @Override
    public int victim() {
        while (true) {
            if (candidate == NOBODY && !hasSearchedWindow) {
                candidate = lastOf(Part.WINDOW);
                hasSearchedWindow = true;
            }
            if (candidate == NOBODY && victim == NOBODY) {
                victimPart = victimPart == Part.PROBATION ? Part.KEPT : Part.WINDOW;
                victim = lastOf(victimPart);
                continue;
            }
            if (candidate == victim) {
                int loser = victim;
                victim = next(victim);
                candidate = NOBODY;
                return known(loser);
            }
            boolean goesVictim = victim != NOBODY && (candidate == NOBODY || isAdmitted());
            int loser = goesVictim ? victim : candidate;
            boolean advancesBoth = goesVictim && candidate != NOBODY;
            if (goesVictim) {
                victim = next(victim);
            }
            if (!goesVictim || advancesBoth) {
                candidate = next(candidate);
            }
            return known(loser);
        }
    }

    private static int known(int loser) {
        return loser == COMER ? NEWCOMER : loser;
    }

    private boolean isAdmitted() {
        if (sketch == null) {
            return false;
        }
        int uses = sketch.frequency(key(candidate));
        return uses > sketch.frequency(key(victim)) || uses >= WARM && random.nextChance(SECOND_CHANCE);
    }

    private long key(int entry) {
        return entry == COMER ? comerKey : residents.key(entry);
    }

    @Override
    public void onRemove(int entry, Removal why) {
        chain(parts[entry]).remove(entry);
        weigh(parts[entry], -residents.size(entry));
    }

    /** The least recently used of a part; the newcomer is its most recently used. */
    private int lastOf(Part part) {
        int last = chain(part).last();
        return last == NOBODY && comerPart == part ? COMER : last;
    }

    /** The entry of the same part that was used right after this one. */
    private int next(int entry) {
        if (entry == COMER) {
            return NOBODY;
        }
        int next = chain(parts[entry]).before(entry);
        return next == NOBODY && comerPart == parts[entry] ? COMER : next;
    }

    private void move(int entry, Part to) {
        chain(parts[entry]).remove(entry);
        weigh(parts[entry], -residents.size(entry));
        add(entry, to);
    }

    private void add(int entry, Part part) {
        chain(part).addFirst(entry);
        weigh(part, residents.size(entry));
        parts[entry] = part;
    }

    private void weigh(Part part, long size) {
        if (part == Part.WINDOW) {
            windowWeight += size;
        } else if (part == Part.KEPT) {
            keptWeight += size;
        }
    }

    private Chain chain(Part part) {
        return part == Part.WINDOW ? window : part == Part.PROBATION ? probation : kept;
    }
}
