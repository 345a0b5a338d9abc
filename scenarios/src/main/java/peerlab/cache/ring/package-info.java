/**
 * Caches on a ring: each key belongs to as many peers as it has replicas, found by consistent hashing (Karger
 * et al. 1997) or another placement. Reads fall through to the next replica, quorums, hinted hand-off and
 * read repair are Dynamo's (DeCandia et al., SOSP 2007), and peers find each other by gossip.
 */
package peerlab.cache.ring;
