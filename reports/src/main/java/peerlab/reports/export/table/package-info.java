/** What of a run is tabular, as tables of CSV, and its final metrics for Prometheus. */
package peerlab.reports.export.table;
