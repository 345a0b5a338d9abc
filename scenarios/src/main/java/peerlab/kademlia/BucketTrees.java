package peerlab.kademlia;

import java.util.Arrays;

/**
 * The paper's routing table (section 2.4). It begins as one bucket for all ids. A full bucket splits
 * where it covers the owner's own id; so there is one bucket for each number of leading bits shared with
 * the owner, down to the home bucket, which holds all that share more.
 *
 * <p>Relaxed tables also keep everybody in the smallest subtree around the owner that holds k: a full bucket
 * takes more where the buckets nearer to the owner hold fewer than k together.
 */
final class BucketTrees implements Tables {

    private static final int[] NOTHING = {};

    // The words that a table keeps at the front of its array.
    private static final int HOME = 0;
    private static final int SIZE = 1;
    private static final int LARGEST = 2;

    private static final int MORE_ROOM = 4;

    private final Directory directory;
    private final BucketLayout layout;
    private final Selection selection;
    private final boolean isRelaxed;
    private final Crowds crowds = new Crowds();
    private int[][] tables;

    BucketTrees(Directory directory, BucketLayout layout, boolean isRelaxed) {
        this.directory = directory;
        this.layout = layout;
        this.isRelaxed = isRelaxed;
        this.selection = new Selection(directory);
        this.tables = new int[directory.capacity()][];
    }

    @Override
    public int[] open(int owner) {
        if (owner >= tables.length) {
            tables = Arrays.copyOf(tables, directory.capacity());
        }
        int[] known = tables[owner] == null ? NOTHING : contacts(owner);
        tables[owner] = NOTHING;
        crowds.clear(owner);
        return known;
    }

    @Override
    public void fill(int owner, int[] contacts, int[] sizes, int ranges) {
        int[] table = layout.withRoom(NOTHING, ranges);
        table[HOME] = ranges - 1;
        for (int range = 0; range < ranges; range++) {
            int inBucket = Math.min(layout.k(), sizes[range]);
            layout.begin(table, layout.at(range), contacts, table[SIZE], inBucket);
            for (int i = inBucket; i < sizes[range]; i++) {
                crowds.add(owner, contacts[table[SIZE] + i]);
            }
            table[SIZE] += sizes[range];
            table[LARGEST] = Math.max(table[LARGEST], inBucket);
        }
        tables[owner] = table;
    }

    @Override
    public int seen(int owner, int contact, long now) {
        if (contact == owner) {
            return Directory.NOBODY;
        }
        int[] table = tables[owner];
        if (table.length == 0) {
            table = layout.withRoom(table, 1);
            tables[owner] = table;
        }
        int prefix = directory.prefix(owner, contact);
        int bucket = layout.at(Math.min(prefix, table[HOME]));
        int index = layout.indexOf(table, bucket, contact);
        if (index >= 0) {
            layout.touch(table, bucket, index);
            return Directory.NOBODY;
        }
        while (layout.size(table, bucket) == layout.k() && prefix >= table[HOME]) {
            table = split(owner);
            bucket = layout.at(Math.min(prefix, table[HOME]));
        }
        if (layout.size(table, bucket) < layout.k()) {
            layout.append(table, bucket, contact);
            table[SIZE]++;
            table[LARGEST] = Math.max(table[LARGEST], layout.size(table, bucket));
            return Directory.NOBODY;
        }
        if (isRelaxed && joinsCrowd(owner, contact, prefix)) {
            return Directory.NOBODY;
        }
        layout.spare(table, bucket, contact);
        return layout.probe(table, bucket, now);
    }

    /** Takes a contact for which its bucket has no room, where the subtree around the owner needs it. */
    private boolean joinsCrowd(int owner, int contact, int range) {
        int[] table = tables[owner];
        boolean isKnown = crowds.remove(owner, contact);
        if (!isKnown && nearer(table, range) >= layout.k()) {
            return false;
        }
        crowds.add(owner, contact);
        table[SIZE] += isKnown ? 0 : 1;
        return true;
    }

    /** How many contacts the buckets hold that are nearer to the owner than a range. */
    private int nearer(int[] table, int range) {
        int count = 0;
        for (int inner = range + 1; inner <= table[HOME]; inner++) {
            count += layout.size(table, layout.at(inner));
        }
        return count;
    }

    @Override
    public boolean failed(int owner, int contact) {
        int[] table = tables[owner];
        if (table.length == 0) {
            return false;
        }
        int range = Math.min(directory.prefix(owner, contact), table[HOME]);
        int bucket = layout.at(range);
        int index = layout.indexOf(table, bucket, contact);
        if (index >= 0) {
            if (isRelaxed) {
                offerSuccessor(owner, range);
            }
            return layout.fail(table, bucket, index);
        }
        if (crowds.remove(owner, contact)) {
            table[SIZE]--;
            return true;
        }
        layout.forgetSpare(table, bucket, contact);
        return false;
    }

    /** Of a crowded range the contact seen last is the next to take a place that becomes free. */
    private void offerSuccessor(int owner, int range) {
        int[] crowd = crowds.of(owner);
        for (int i = crowd.length - 1; i >= 0; i--) {
            if (directory.prefix(owner, crowd[i]) == range) {
                int[] table = tables[owner];
                crowds.remove(owner, crowd[i]);
                table[SIZE]--;
                layout.spare(table, layout.at(range), crowd[i]);
                return;
            }
        }
    }

    /**
     * Visits the buckets in the order of their distance to the target. Where the target and the owner
     * differ in a bit, the bucket that shares all bits before it lies on the target's side and is closer
     * than all buckets nearer to the owner; where they agree, it lies on the other side and is farther
     * than those.
     */
    @Override
    public int[] closest(int owner, Key target, int count, int except) {
        int[] table = tables[owner];
        if (table.length == 0) {
            return NOTHING;
        }
        int[] chosen = new int[Math.min(count, table[SIZE])];
        int found = gather(owner, target, except, false, chosen);
        if (found == 0 && chosen.length > 0) {
            found = gather(owner, target, except, true, chosen);
        }
        return found == chosen.length ? chosen : Arrays.copyOf(chosen, found);
    }

    @Override
    public int approach(int owner, int sender, Key target) {
        int[] table = tables[owner];
        if (table == null || table.length == 0) {
            return 0;
        }
        int home = table[HOME];
        int what = layout.approach(table, layout.at(Math.min(directory.prefix(owner, sender), home)));
        return target == null
                ? what
                : what + layout.approach(table, layout.at(Math.min(directory.prefix(owner, target), home)));
    }

    @Override
    public int size(int owner) {
        return word(owner, SIZE);
    }

    @Override
    public int largest(int owner) {
        return word(owner, LARGEST);
    }

    @Override
    public int ranges(int owner) {
        return word(owner, HOME) + 1;
    }

    private int word(int owner, int which) {
        int[] table = tables[owner];
        return table.length == 0 ? 0 : table[which];
    }

    @Override
    public int[] contacts(int owner) {
        int[] table = tables[owner];
        int[] crowd = crowds.of(owner);
        int[] contacts = Arrays.copyOf(crowd, size(owner));
        int found = crowd.length;
        for (int range = 0; found < contacts.length; range++) {
            int bucket = layout.at(range);
            for (int i = 0; i < layout.size(table, bucket); i++) {
                contacts[found++] = layout.get(table, bucket, i);
            }
        }
        return contacts;
    }

    @Override
    public RoutingTable table(int owner) {
        return new KBuckets(this, directory, owner);
    }

    /** Who stands ready to replace a contact of a range that is gone, the most recently seen first. */
    int[] spares(int owner, int range) {
        int[] table = tables[owner];
        return table.length == 0 ? NOTHING : layout.spares(table, layout.at(range));
    }

    /**
     * The home bucket keeps those that share exactly so many bits; the others become the next home
     * bucket.
     */
    private int[] split(int owner) {
        int[] table = tables[owner];
        int home = table[HOME];
        if (home + 1 == layout.room(table)) {
            table = layout.withRoom(table, home + 1 + MORE_ROOM);
            tables[owner] = table;
        }
        int far = layout.at(home);
        int near = layout.at(home + 1);
        int[] whole = layout.contacts(table, far);
        layout.clear(table, far);
        for (int contact : whole) {
            layout.append(table, directory.prefix(owner, contact) == home ? far : near, contact);
        }
        table[HOME] = home + 1;
        table[LARGEST] = 0;
        for (int range = 0; range <= home + 1; range++) {
            table[LARGEST] = Math.max(table[LARGEST], layout.size(table, layout.at(range)));
        }
        return table;
    }

    private int gather(int owner, Key target, int except, boolean withStale, int[] chosen) {
        int[] table = tables[owner];
        int home = table[HOME];
        int found = 0;
        int prefix = directory.prefix(owner, target);
        for (int range = prefix; range < home && found < chosen.length; range++) {
            if (directory.differs(owner, target, range)) {
                found = take(owner, range, target, except, withStale, chosen, found);
            }
        }
        found = take(owner, home, target, except, withStale, chosen, found);
        for (int range = home - 1; range >= 0 && found < chosen.length; range--) {
            if (range < prefix || !directory.differs(owner, target, range)) {
                found = take(owner, range, target, except, withStale, chosen, found);
            }
        }
        return found;
    }

    /** Adds the contacts of one range, where not all fit the closest of them. */
    private int take(
            int owner, int range, Key target, int except, boolean withStale, int[] chosen, int found) {
        if (found == chosen.length) {
            return found;
        }
        selection.open(target, chosen, found);
        int[] table = tables[owner];
        int bucket = layout.at(range);
        int count = layout.size(table, bucket);
        for (int i = 0; i < count; i++) {
            int contact = layout.get(table, bucket, i);
            if (contact != except && (withStale || !layout.isStale(table, bucket, i))) {
                selection.offer(contact);
            }
        }
        if (isRelaxed) {
            offerCrowd(owner, range, except);
        }
        return selection.end();
    }

    private void offerCrowd(int owner, int range, int except) {
        for (int contact : crowds.of(owner)) {
            if (contact != except && directory.prefix(owner, contact) == range) {
                selection.offer(contact);
            }
        }
    }
}
