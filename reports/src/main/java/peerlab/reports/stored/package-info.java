/** A run that was written down, read back: its peers, its topologies, its metrics, its trace. */
package peerlab.reports.stored;
