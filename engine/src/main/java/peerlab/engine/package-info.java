/** The simulator's entrance: a specification, protocols and a seed make a run. */
package peerlab.engine;
