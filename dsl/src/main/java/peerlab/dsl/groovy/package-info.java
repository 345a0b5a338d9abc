/**
 * The Groovy surface of the scenario language. Groovy's own parser reads the file; what it read is checked
 * against the language and turned into a {@link peerlab.dsl.groovy.Node program} of statements that a small
 * interpreter carries out. Nothing of a scenario is ever dispatched to a Groovy method, so that {@code
 * sleep 4000} is an unknown action and puts nobody to sleep.
 */
package peerlab.dsl.groovy;
