/** The events of a run along its time, for tools that draw them: ShiViz, Perfetto, Mermaid. */
package peerlab.reports.export.timeline;
