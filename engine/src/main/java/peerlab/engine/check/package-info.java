/**
 * Whether the run kept its promise: conditions, temporal operators, verdicts. Sees events and a view, never
 * the kernel.
 */
package peerlab.engine.check;
