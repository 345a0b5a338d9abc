/** What a run shows: events, a read-only view, and readings of its metrics. */
package peerlab.engine.observe;
