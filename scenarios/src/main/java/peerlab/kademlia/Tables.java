package peerlab.kademlia;

/**
 * The routing tables of the peers of one group, as the peers themselves ask them: owners and contacts are
 * numbers of the {@link Directory}, and where nobody is meant the number is {@link Directory#NOBODY}. What
 * each method means is told by {@link RoutingTable}.
 *
 * <p>That one object answers for all tables, and is not a table itself, spares a message the way from a
 * peer to its table: the state of a table is found by its owner's number.
 */
interface Tables {

    /** Begins the table of a peer anew; whom the one before knew is the answer. */
    int[] open(int owner);

    /**
     * Fills a table with contacts that are known to be alive at time zero.
     *
     * @param contacts those of all ranges, one range after the other, the farthest first
     * @param sizes how many each range has
     */
    void fill(int owner, int[] contacts, int[] sizes, int ranges);

    /** A message has come from a contact at this instant; the answer is whom to ping for it, if anybody. */
    int seen(int owner, int contact, long now);

    /** A contact has left a request unanswered; true where it lost its place. */
    boolean failed(int owner, int contact);

    /** The contacts closest to a point, in any order; {@code except} is not meant. */
    int[] closest(int owner, Key target, int count, int except);

    /** Reads where a sender and a target belong, ahead of {@link #seen} and {@link #closest}. */
    int approach(int owner, int sender, Key target);

    int size(int owner);

    int largest(int owner);

    int ranges(int owner);

    int[] contacts(int owner);

    /** One of them, as those outside see it. */
    RoutingTable table(int owner);
}
