/** What happened in a run, event by event, as a person reads it: which events, and a line for each. */
package peerlab.reports.trace;
