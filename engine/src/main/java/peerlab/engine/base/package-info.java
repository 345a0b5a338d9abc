/** The values everything else is made of: time, spans, shares, sizes, names of peers, randomness. */
package peerlab.engine.base;
