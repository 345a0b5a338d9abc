/** Somebody else's classes: found by name, and put in the places that a scenario gives them. */
package peerlab.dsl.use;
