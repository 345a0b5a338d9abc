/** Who knew whom, for tools that draw graphs, and as pictures. */
package peerlab.reports.export.graph;
