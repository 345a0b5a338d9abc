package peerlab.kademlia;

import java.util.List;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/**
 * Whom a peer knows, arranged so that it can name those close to any point. This is the hook
 * {@code routing-table}: a student's class plays it in the place of {@link KBuckets}.
 *
 * <p>The peer tells the table of every message that it receives, and of every request that stayed
 * unanswered.
 */
public interface RoutingTable {

    /**
     * Called once, before all else.
     *
     * @param owner the peer whose table this is; it is never in it
     * @param k the most contacts of one bucket
     * @param probe a full bucket asks for a ping at most once in this span
     */
    void begin(Contact owner, int k, Span probe);

    /**
     * A message has come from a contact: it is alive at this instant.
     *
     * @return whom to ping, because the newcomer can only take the place of somebody who is gone; null
     * for nobody
     */
    Contact seen(Contact contact, SimTime now);

    /**
     * A contact has left a request unanswered.
     *
     * @return true where it lost its place
     */
    boolean failed(Contact contact);

    /**
     * The contacts closest to a point, in any order; fewer than {@code count} only where fewer are known.
     *
     * @param except who is not meant, or null
     */
    Contact[] closest(Key target, int count, Contact except);

    /** How many contacts it holds. */
    int size();

    /** How many contacts its fullest bucket holds. */
    int largest();

    /**
     * How many distance ranges it tells apart: range 0 is the farthest half, the last is all that is
     * nearest.
     */
    int ranges();

    /** All of them, the farthest range first, in each the least recently seen first. */
    List<Contact> contacts();
}
