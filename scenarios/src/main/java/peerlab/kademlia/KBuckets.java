package peerlab.kademlia;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/**
 * The paper's routing table (section 2.4). It begins as one bucket for all ids. A full bucket splits
 * where it covers the owner's own id; so there is one bucket for each number of leading bits shared with
 * the owner, down to the home bucket, which holds all that share more.
 */
public final class KBuckets implements RoutingTable {

    private static final int FIRST_CAPACITY = 4;

    private Contact owner;
    private int k;
    private long probe;
    private Bucket[] buckets = new Bucket[FIRST_CAPACITY];
    private int home;
    private int size;
    private int largest;

    @Override
    public void begin(Contact owner, int k, Span probe) {
        this.owner = owner;
        this.k = k;
        this.probe = probe.nanos();
    }

    @Override
    public Contact seen(Contact contact, SimTime now) {
        int prefix = owner.prefixWith(contact);
        Bucket bucket = bucket(Math.min(prefix, home));
        int index = bucket.indexOf(contact);
        if (index >= 0) {
            bucket.touch(index);
            return null;
        }
        if (contact == owner) {
            return null;
        }
        while (bucket.size() == k && prefix >= home) {
            split();
            bucket = bucket(Math.min(prefix, home));
        }
        if (bucket.size() < k) {
            bucket.append(contact, k);
            size++;
            largest = Math.max(largest, bucket.size());
            return null;
        }
        bucket.spare(contact, k);
        return bucket.probe(now.nanos(), probe);
    }

    @Override
    public boolean failed(Contact contact) {
        Bucket bucket = buckets[Math.min(owner.prefixWith(contact), home)];
        if (bucket == null) {
            return false;
        }
        int index = bucket.indexOf(contact);
        if (index >= 0) {
            return bucket.fail(index);
        }
        bucket.forgetSpare(contact);
        return false;
    }

    /**
     * Visits the buckets in the order of their distance to the target. Where the target and the owner
     * differ in a bit, the bucket that shares all bits before it lies on the target's side and is closer
     * than all buckets nearer to the owner; where they agree, it lies on the other side and is farther
     * than those.
     */
    @Override
    public Contact[] closest(Key target, int count, Contact except) {
        Contact[] chosen = new Contact[Math.min(count, size)];
        int found = gather(target, except, false, chosen);
        if (found == 0 && size > 0) {
            found = gather(target, except, true, chosen);
        }
        return found == chosen.length ? chosen : Arrays.copyOf(chosen, found);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int largest() {
        return largest;
    }

    @Override
    public int ranges() {
        return home + 1;
    }

    @Override
    public List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>(size);
        for (int range = 0; range <= home; range++) {
            Bucket bucket = buckets[range];
            for (int i = 0; bucket != null && i < bucket.size(); i++) {
                contacts.add(bucket.get(i));
            }
        }
        return contacts;
    }

    /** Who stands ready to replace a contact of a range that is gone, the most recently seen first. */
    List<Contact> spares(int range) {
        Bucket bucket = buckets[range];
        return bucket == null ? List.of() : bucket.spares();
    }

    /** Begins with given buckets, one for each range, as {@code start: 'converged'} deals them out. */
    void deal(Contact[][] ranges, int count) {
        buckets = new Bucket[count];
        home = count - 1;
        size = 0;
        largest = 0;
        for (int range = 0; range < count; range++) {
            int held = ranges[range].length;
            buckets[range] = held == 0 ? null : new Bucket(ranges[range]);
            size += held;
            largest = Math.max(largest, held);
        }
    }

    /** Reads where a sender and a target belong, ahead of {@link #seen} and {@link #closest}. */
    int approach(Contact sender, Key target) {
        int what = approach(owner.prefixWith(sender));
        return target == null ? what : what + approach(owner.prefixWith(target));
    }

    private int approach(int prefix) {
        Bucket bucket = buckets[Math.min(prefix, home)];
        return bucket == null ? 0 : bucket.approach();
    }

    private Bucket bucket(int range) {
        Bucket bucket = buckets[range];
        if (bucket == null) {
            bucket = new Bucket();
            buckets[range] = bucket;
        }
        return bucket;
    }

    /**
     * The home bucket keeps those that share exactly so many bits; the others become the next home
     * bucket.
     */
    private void split() {
        Bucket whole = buckets[home];
        Bucket far = new Bucket();
        Bucket near = new Bucket();
        for (int i = 0; i < whole.size(); i++) {
            Contact contact = whole.get(i);
            (owner.prefixWith(contact) == home ? far : near).append(contact, k);
        }
        if (home + 1 == buckets.length) {
            buckets = Arrays.copyOf(buckets, Math.min(Key.BITS + 1, buckets.length + FIRST_CAPACITY));
        }
        buckets[home] = far.size() == 0 ? null : far;
        buckets[home + 1] = near;
        home++;
        recount();
    }

    private void recount() {
        largest = 0;
        for (int range = 0; range <= home; range++) {
            largest = Math.max(largest, buckets[range] == null ? 0 : buckets[range].size());
        }
    }

    private int gather(Key target, Contact except, boolean withStale, Contact[] chosen) {
        int found = 0;
        int prefix = owner.prefixWith(target);
        for (int range = prefix; range < home && found < chosen.length; range++) {
            if (differs(target, range)) {
                found = take(buckets[range], target, except, withStale, chosen, found);
            }
        }
        found = take(buckets[home], target, except, withStale, chosen, found);
        for (int range = home - 1; range >= 0 && found < chosen.length; range--) {
            if (range < prefix || !differs(target, range)) {
                found = take(buckets[range], target, except, withStale, chosen, found);
            }
        }
        return found;
    }

    private boolean differs(Key target, int bit) {
        if (bit < 64) {
            return ((target.high() ^ owner.high) >>> 63 - bit & 1) != 0;
        }
        return bit < 128
                ? ((target.middle() ^ owner.middle) >>> 127 - bit & 1) != 0
                : ((target.low() ^ owner.low) >>> 159 - bit & 1) != 0;
    }

    /** Adds the contacts of one bucket, where not all fit the closest of them. */
    private static int take(
            Bucket bucket, Key target, Contact except, boolean withStale, Contact[] chosen, int found) {
        if (bucket == null || found == chosen.length) {
            return found;
        }
        int end = found;
        boolean isFarthestLast = false;
        for (int i = 0; i < bucket.size(); i++) {
            Contact contact = bucket.get(i);
            if (contact == except || !withStale && bucket.isStale(i)) {
                continue;
            }
            if (end < chosen.length) {
                chosen[end++] = contact;
                continue;
            }
            if (!isFarthestLast) {
                bringFarthestToEnd(target, chosen, found);
                isFarthestLast = true;
            }
            if (target.compareDistances(contact, chosen[end - 1]) < 0) {
                chosen[end - 1] = contact;
                bringFarthestToEnd(target, chosen, found);
            }
        }
        return end;
    }

    private static void bringFarthestToEnd(Key target, Contact[] chosen, int from) {
        int last = chosen.length - 1;
        int farthest = last;
        for (int i = from; i < last; i++) {
            if (target.compareDistances(chosen[i], chosen[farthest]) > 0) {
                farthest = i;
            }
        }
        Contact contact = chosen[farthest];
        chosen[farthest] = chosen[last];
        chosen[last] = contact;
    }
}
