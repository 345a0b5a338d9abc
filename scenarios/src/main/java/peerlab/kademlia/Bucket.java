package peerlab.kademlia;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Up to k contacts of one distance range, the least recently seen first, and the cache of those who would
 * take the place of one that is gone, the most recently seen last (sections 2.2 and 4.1).
 */
final class Bucket {

    /**
     * From so many unanswered requests in a row on, a contact without a successor is kept but not used
     * (4.1).
     */
    static final int STALE = 5;

    private static final int FIRST_CAPACITY = 4;
    private static final int MOST_SPARES = 8;

    private Contact[] contacts;
    private int size;
    private Contact[] spares;
    private int spareCount;
    private int nextSpare;
    private byte[] failures;
    private Contact probed;
    private long probedAt = Long.MIN_VALUE;

    Bucket() {
        this.contacts = new Contact[FIRST_CAPACITY];
    }

    /** A bucket that begins with these contacts, all of them known to be alive when the run begins. */
    Bucket(Contact[] contacts) {
        this.contacts = contacts;
        this.size = contacts.length;
        this.probedAt = 0;
    }

    int size() {
        return size;
    }

    Contact get(int index) {
        return contacts[index];
    }

    /** Reads the first and the last contact, ahead of {@link #indexOf}. */
    int approach() {
        return contacts[0] == contacts[contacts.length - 1] ? 1 : 0;
    }

    int indexOf(Contact contact) {
        for (int i = 0; i < size; i++) {
            if (contacts[i] == contact) {
                return i;
            }
        }
        return -1;
    }

    boolean isStale(int index) {
        return failures != null && failures[index] >= STALE;
    }

    /** A contact of this bucket was heard from: it becomes the most recently seen. */
    void touch(int index) {
        Contact contact = contacts[index];
        closeGap(index);
        contacts[size - 1] = contact;
        if (failures != null) {
            failures[size - 1] = 0;
        }
        if (probed == contact) {
            probed = null;
        }
    }

    void append(Contact contact, int k) {
        if (size == contacts.length) {
            contacts = Arrays.copyOf(contacts, Math.min(k, 2 * size));
            failures = failures == null ? null : Arrays.copyOf(failures, contacts.length);
        }
        contacts[size] = contact;
        if (failures != null) {
            failures[size] = 0;
        }
        size++;
    }

    /**
     * Remembers somebody for whom there is no place, as the one to take the next that becomes free. A
     * contact seen often stands in the cache often: to look for it each time would cost more than the
     * rest of a message.
     */
    void spare(Contact contact, int k) {
        int most = Math.min(k, MOST_SPARES);
        if (spares == null) {
            spares = new Contact[Math.min(most, FIRST_CAPACITY)];
        } else if (spareCount == spares.length && spareCount < most) {
            growSpares(most);
        }
        spares[nextSpare] = contact;
        nextSpare = nextSpare + 1 == spares.length ? 0 : nextSpare + 1;
        spareCount = Math.min(spareCount + 1, spares.length);
    }

    /**
     * Whom to ping for a newcomer: the least recently seen, where no ping is under way or was within the
     * span.
     */
    Contact probe(long now, long span) {
        if (probed != null || probedAt != Long.MIN_VALUE && now - probedAt < span) {
            return null;
        }
        probed = contacts[0];
        probedAt = now;
        return probed;
    }

    /** Replaces a silent contact by the spare seen last; without one, only counts the failure. */
    boolean fail(int index) {
        if (probed == contacts[index]) {
            probed = null;
        }
        Contact successor = takeSpare();
        if (successor == null) {
            if (failures == null) {
                failures = new byte[contacts.length];
            }
            failures[index] = (byte) Math.min(STALE, failures[index] + 1);
            return false;
        }
        closeGap(index);
        contacts[size - 1] = successor;
        if (failures != null) {
            failures[size - 1] = 0;
        }
        return true;
    }

    /** Takes a contact that is silent out of the cache. */
    void forgetSpare(Contact contact) {
        for (int i = 0; i < spareCount; i++) {
            if (spares[i] == contact) {
                spares[i] = null;
            }
        }
    }

    /** Who stands ready, the most recently seen first, each once. */
    List<Contact> spares() {
        List<Contact> ready = new ArrayList<>();
        for (int i = 1; i <= spareCount; i++) {
            Contact spare = spares[Math.floorMod(nextSpare - i, spares.length)];
            if (spare != null && !ready.contains(spare) && indexOf(spare) < 0) {
                ready.add(spare);
            }
        }
        return ready;
    }

    private Contact takeSpare() {
        while (spareCount > 0) {
            nextSpare = nextSpare == 0 ? spares.length - 1 : nextSpare - 1;
            spareCount--;
            Contact spare = spares[nextSpare];
            spares[nextSpare] = null;
            if (spare != null && indexOf(spare) < 0) {
                return spare;
            }
        }
        return null;
    }

    /** Unrolls the ring: the oldest comes first again. */
    private void growSpares(int most) {
        Contact[] more = new Contact[Math.min(most, 2 * spareCount)];
        int older = spareCount - nextSpare;
        System.arraycopy(spares, nextSpare, more, 0, older);
        System.arraycopy(spares, 0, more, older, nextSpare);
        spares = more;
        nextSpare = spareCount;
    }

    private void closeGap(int index) {
        int behind = size - 1 - index;
        if (behind > 0) {
            System.arraycopy(contacts, index + 1, contacts, index, behind);
            if (failures != null) {
                System.arraycopy(failures, index + 1, failures, index, behind);
            }
        }
    }
}
