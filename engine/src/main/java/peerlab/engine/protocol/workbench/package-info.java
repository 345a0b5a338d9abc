/**
 * A bench for one peer: its inputs by hand, its effects as a list. For unit specs, which need no
 * simulator.
 */
package peerlab.engine.protocol.workbench;
