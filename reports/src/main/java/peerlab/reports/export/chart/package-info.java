/** Metrics over time as charts: specifications for Vega-Lite, and pictures. */
package peerlab.reports.export.chart;
