package peerlab.kademlia;

import java.util.List;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/**
 * The reference for {@link RoutingTable}: the paper's tree of k-buckets (section 2.4), told and asked in
 * contacts. A student's class may use one and do part of the work itself.
 */
public final class KBuckets implements RoutingTable {

    private final boolean isRelaxed;
    private Directory directory;
    private BucketTrees trees;
    private int owner;

    public KBuckets() {
        this(false);
    }

    /**
     * It takes form when it is told whose table it is.
     *
     * @param isRelaxed whether it keeps all contacts of the smallest subtree around its owner that holds k
     */
    public KBuckets(boolean isRelaxed) {
        this.isRelaxed = isRelaxed;
    }

    KBuckets(BucketTrees trees, Directory directory, int owner) {
        this(false);
        this.trees = trees;
        this.directory = directory;
        this.owner = owner;
    }

    @Override
    public void begin(Contact peer, int k, Span probe) {
        directory = Directory.of(peer);
        owner = directory.number(peer);
        trees = new BucketTrees(directory, new BucketLayout(k, probe.nanos()), isRelaxed);
        trees.open(owner);
    }

    @Override
    public Contact seen(Contact contact, SimTime now) {
        int doubtful = trees.seen(owner, directory.number(contact), now.nanos());
        return doubtful == Directory.NOBODY ? null : directory.contact(doubtful);
    }

    @Override
    public boolean failed(Contact contact) {
        return trees.failed(owner, directory.number(contact));
    }

    @Override
    public Contact[] closest(Key target, int count, Contact except) {
        int left = except == null ? Directory.NOBODY : directory.number(except);
        return directory.contacts(trees.closest(owner, target, count, left)).toArray(Contact[]::new);
    }

    @Override
    public int size() {
        return trees.size(owner);
    }

    @Override
    public int largest() {
        return trees.largest(owner);
    }

    @Override
    public int ranges() {
        return trees.ranges(owner);
    }

    @Override
    public List<Contact> contacts() {
        return directory.contacts(trees.contacts(owner));
    }

    /** Who stands ready to replace a contact of a range that is gone, the most recently seen first. */
    List<Contact> spares(int range) {
        return directory.contacts(trees.spares(owner, range));
    }
}
