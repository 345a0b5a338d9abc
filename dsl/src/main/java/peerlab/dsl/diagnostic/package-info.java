/** Errors that teach: the place, the value, the remedy. */
package peerlab.dsl.diagnostic;
