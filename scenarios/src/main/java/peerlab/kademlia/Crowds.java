package peerlab.kademlia;

import java.util.Arrays;

/**
 * The contacts that tables keep beyond the k of a full bucket (section 2.4, "highly unbalanced trees"). They
 * stand for the buckets into which the paper splits a range that does not cover the owner's id: what matters
 * of those is that nobody is turned away.
 */
final class Crowds {

    private static final int[] NOBODY = {};

    private int[][] crowds = {};

    /** Those that a table keeps so; not to be changed. */
    int[] of(int owner) {
        return owner < crowds.length ? crowds[owner] : NOBODY;
    }

    /** A contact has been heard from: the most recently seen comes last. */
    void add(int owner, int contact) {
        int[] others = without(of(owner), contact);
        int[] crowd = Arrays.copyOf(others, others.length + 1);
        crowd[others.length] = contact;
        put(owner, crowd);
    }

    /** False where it is not in the crowd. */
    boolean remove(int owner, int contact) {
        int[] crowd = of(owner);
        int[] others = without(crowd, contact);
        if (others.length < crowd.length) {
            put(owner, others);
        }
        return others.length < crowd.length;
    }

    void clear(int owner) {
        if (of(owner).length > 0) {
            crowds[owner] = NOBODY;
        }
    }

    private void put(int owner, int[] crowd) {
        if (owner >= crowds.length) {
            int known = crowds.length;
            crowds = Arrays.copyOf(crowds, Math.max(owner + 1, 2 * known));
            Arrays.fill(crowds, known, crowds.length, NOBODY);
        }
        crowds[owner] = crowd;
    }

    private static int[] without(int[] crowd, int contact) {
        return Arrays.stream(crowd).filter(other -> other != contact).toArray();
    }
}
