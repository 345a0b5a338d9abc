/**
 * What is asked of caches: recorded traces, read as they come, and generated ones.
 *
 * <p>A. Walker, "An Efficient Method for Generating Discrete Random Variables with General Distributions",
 * ACM Transactions on Mathematical Software 3, 1977, and M. Vose, "A Linear Algorithm for Generating Random
 * Numbers with a Given Distribution", IEEE Transactions on Software Engineering 17, 1991 (alias tables).
 */
package peerlab.cache.trace;
