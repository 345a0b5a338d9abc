/** Latencies that somebody measured, read from files beside the scenario. */
package peerlab.dsl.measured;
