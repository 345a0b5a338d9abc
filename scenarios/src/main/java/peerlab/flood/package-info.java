/**
 * Flooding: each peer passes a message that it sees for the first time to all its neighbours but the one
 * it came from. The graph of neighbours is a union of random Hamiltonian cycles, which is connected and,
 * as N. Wormald ("Models of random regular graphs", 1999, section 4) shows, close to a random regular
 * graph.
 */
package peerlab.flood;
