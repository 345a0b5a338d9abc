/** A run for other tools: each format is a pure function of what was recorded. */
package peerlab.reports.export;
