/**
 * Kademlia: P. Maymounkov and D. Mazieres, "Kademlia: A Peer-to-peer Information System Based on the XOR
 * Metric", IPTPS 2002. Section numbers in this package are those of its full version.
 *
 * <p>Played as written: the tree of k-buckets that splits around the peer's own id (2.4),
 * least-recently-seen order with a ping before eviction (2.2), the replacement cache (4.1), lookups with
 * alpha requests in flight and the question to all of the k closest after a round that brought nobody
 * closer (2.3), caching along the lookup path, republishing, expiry, handing keys to newcomers (2.5),
 * bucket refresh and joining (2.3).
 *
 * <p>Decided here: a full bucket sends one ping per {@code probe} span, because a ping for each newcomer,
 * as 2.2 has it, triples the traffic, and 4.1 delays them altogether. The span of 15 minutes is the one after
 * which a mainline DHT doubts a contact (BEP 5); {@code probe: 0.s} gives section 2.2 to the letter. The
 * cache of a bucket holds k, at most eight. A peer that answers leaves the asker out of what it returns. The
 * relaxed splitting for highly unbalanced trees (2.4) is there with {@code relaxed: true}: ids that are drawn
 * by chance seldom need it, and without it a table holds k contacts of each range. Ids are handed to a
 * contact once, and the sender's id is known from its address. A peer that leaves says nothing, for the
 * paper has no goodbye; with {@code handover} it stores what it holds at whoever is one of the k closest
 * without it.
 */
package peerlab.kademlia;
