/** A run, as a person reads it on a terminal: the summary, why it failed, where to look closer. */
package peerlab.reports.console;
