/** Recorded operations, read from CSV and JSON lines one after another. */
package peerlab.dsl.replay;
