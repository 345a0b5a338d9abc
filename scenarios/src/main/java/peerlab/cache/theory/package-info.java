/**
 * What theory says of caches, to stand beside what they do.
 *
 * <p>R. L. Mattson, J. Gecsei, D. R. Slutz, I. L. Traiger, "Evaluation techniques for storage hierarchies",
 * IBM Systems Journal 9, 1970 (stack distances). H. Che, Y. Tung, Z. Wang, "Hierarchical Web caching systems:
 * modeling, design and experimental results", IEEE JSAC 20, 2002. V. Martina, M. Garetto, E. Leonardi, "A
 * unified approach to the performance analysis of caching systems", INFOCOM 2014 (the analogue for FIFO and
 * random). C. Fricker, P. Robert, J. Roberts, "A versatile and accurate approximation for LRU cache
 * performance", ITC 2012 (why it is as good as it is).
 */
package peerlab.cache.theory;
