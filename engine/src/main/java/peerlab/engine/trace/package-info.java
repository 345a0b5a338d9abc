/** The run, written down: its fingerprint and its trace. */
package peerlab.engine.trace;
