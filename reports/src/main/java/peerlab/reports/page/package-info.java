/**
 * The page that shows a run, {@code report.html}: first its data, drawn from the run directory
 * (docs/report-data.md), then one file that holds the data and all that draws it.
 */
package peerlab.reports.page;
