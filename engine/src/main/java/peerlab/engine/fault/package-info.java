/** What goes wrong, and how it is undone. */
package peerlab.engine.fault;
