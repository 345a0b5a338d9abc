/** Who takes part: peers and their lives, and who is meant by a selector. */
package peerlab.engine.peer;
