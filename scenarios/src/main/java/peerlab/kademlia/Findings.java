package peerlab.kademlia;

import java.util.List;

import peerlab.engine.base.PeerId;

/**
 * How a lookup went, as the peer that made it can tell.
 *
 * @param asker the peer that made it; it is not counted among the closest
 * @param wanted how many were looked for: k
 * @param closest the k closest that answered, the closest first
 * @param depths for each of them, the length of the referral chain to it: 1 for one from the own table
 * @param asked whom it asked, in order
 * @param silent who of them did not answer in time
 * @param requests how many requests it sent
 * @param rounds the longest chain of a request, its answer, and the request that it led to
 */
public record Findings(
        Key target, PeerId asker, int wanted, List<Contact> closest, List<Integer> depths,
        List<PeerId> asked, List<PeerId> silent, int requests, int rounds) {
}
