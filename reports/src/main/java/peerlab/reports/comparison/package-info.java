/** Several runs beside each other: what each metric came to, how sure that is, as tables and as pictures. */
package peerlab.reports.comparison;
