/**
 * A run, as documents: pure functions of what was recorded, and the folder that holds them
 * (docs/outputs.md).
 */
package peerlab.reports;
