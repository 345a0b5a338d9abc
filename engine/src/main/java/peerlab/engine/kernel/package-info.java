/** Virtual time and order: what happens next, and when a run has had enough. */
package peerlab.engine.kernel;
