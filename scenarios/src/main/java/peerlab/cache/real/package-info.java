/**
 * Caches that run, beside those that are simulated: real memcached servers on this machine, reached through
 * their own client library.
 */
package peerlab.cache.real;
