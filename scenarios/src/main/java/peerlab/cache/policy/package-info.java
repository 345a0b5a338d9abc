/**
 * Who goes when a cache is full. {@link peerlab.cache.policy.EvictionPolicy} is the seam, and the hook that a
 * student plays; {@link peerlab.cache.policy.Policies} is the catalogue.
 *
 * <p>The papers: F. J. Corbato, "A Paging Experiment with the Multics System", 1968 (CLOCK). L. A. Belady,
 * "A study of replacement algorithms for a virtual-storage computer", IBM Systems Journal 5, 1966 (OPT).
 * K. Shah, A. Mitra, D. Matani, "An O(1) algorithm for implementing the LFU cache eviction scheme", 2010.
 * R. Karedla, J. S. Love, B. G. Wherry, "Caching Strategies to Improve Disk System Performance", IEEE
 * Computer 27, 1994 (SLRU). T. Johnson, D. Shasha, "2Q: A Low Overhead High Performance Buffer Management
 * Replacement Algorithm", VLDB 1994. L. Cherkasova, "Improving WWW Proxies Performance with
 * Greedy-Dual-Size-Frequency Caching Policy", HP Labs 1998 (GDSF). S. Jiang, X. Zhang, "LIRS: An Efficient
 * Low Inter-reference Recency Set Replacement Policy", SIGMETRICS 2002. N. Megiddo, D. S. Modha, "ARC: A
 * Self-Tuning, Low Overhead Replacement Cache", FAST 2003. G. Einziger, R. Friedman, B. Manes, "TinyLFU: A
 * Highly Efficient Cache Admission Policy", ACM Transactions on Storage 13, 2017. J. Yang et al., "FIFO
 * queues are all you need for cache eviction", SOSP 2023 (S3-FIFO). Y. Zhang et al., "SIEVE is Simpler than
 * LRU: an Efficient Turn-Key Eviction Algorithm for Web Caches", NSDI 2024.
 *
 * <p>Where papers leave something open, the simulator libCacheSim decides, and Caffeine's for W-TinyLFU: the
 * misses are the same, request by request, from a cold start. LIRS follows its paper where libCacheSim does
 * not: there, a hit on an entry that is only in the queue demotes another one although nobody is promoted,
 * and the two differ by less than one miss in a hundred unless the cache holds nearly all keys.
 */
package peerlab.cache.policy;
