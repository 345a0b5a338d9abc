/** The messages of a run as packets that network tools decode: pcapng, written by hand. */
package peerlab.reports.export.capture;
