/**
 * Caches: which keys they hold, under which policy, for how long ({@link peerlab.cache.Cache}). Values and
 * networks are none of this package's business.
 */
package peerlab.cache;
