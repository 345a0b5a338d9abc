/** Where the peers of a network lie in a picture: places in the unit square, the same on every machine. */
package peerlab.reports.layout;
