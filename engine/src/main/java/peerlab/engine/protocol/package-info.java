/** What a protocol is, and what it may ask for: all that a student's code needs to know of the simulator. */
package peerlab.engine.protocol;
