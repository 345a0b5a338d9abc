/** The command line: it finds scenarios, runs them and says what became of them. */
package peerlab.cli;
