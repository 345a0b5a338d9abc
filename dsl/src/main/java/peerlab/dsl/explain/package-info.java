/** A scenario told back to its author: in English, each value with its origin, and as a picture of time. */
package peerlab.dsl.explain;
