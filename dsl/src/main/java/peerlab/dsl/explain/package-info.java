/** A scenario told back to its author: in plain English, with the origin of each value, and as a picture of time. */
package peerlab.dsl.explain;
