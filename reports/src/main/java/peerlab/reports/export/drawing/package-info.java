/** Pictures without a browser: one drawing, as SVG and as PNG. */
package peerlab.reports.export.drawing;
