/**
 * Caches of the web, as RFC 9111 has them (Fielding, Nottingham and Reschke 2022): freshness, validation,
 * Vary, invalidation; what may be served stale (RFC 5861); requests that are collapsed into one; hierarchies,
 * and where on the way copies are left (Laoutaris, Che and Stavrakakis 2006); caches that ask each other.
 */
package peerlab.cache.http;
