/**
 * Scenarios written in Java: words that read like those of a scenario file and make the same
 * specification, part by part. The words also say what is to be done to a run by hand.
 */
package peerlab.engine.script;
