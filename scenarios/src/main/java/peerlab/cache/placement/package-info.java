/**
 * Which peers a key belongs to. {@link peerlab.cache.placement.Placement} is the seam,
 * {@link peerlab.cache.placement.Placements} the catalogue.
 *
 * <p>D. Karger et al., "Consistent Hashing and Random Trees", STOC 1997. D. Thaler, C. Ravishankar, "Using
 * name-based mappings to increase hit rates", IEEE/ACM Transactions on Networking 6, 1998 (rendezvous).
 * J. Lamping, E. Veach, "A Fast, Minimal Memory, Consistent Hash Algorithm", 2014 (jump). D. Eisenbud et al.,
 * "Maglev: A Fast and Reliable Software Network Load Balancer", NSDI 2016. V. Mirrokni, M. Thorup,
 * M. Zadimoghaddam, "Consistent Hashing with Bounded Loads", SODA 2018. Ketama (R. Jones, 2007) as
 * spymemcached maps it.
 */
package peerlab.cache.placement;
