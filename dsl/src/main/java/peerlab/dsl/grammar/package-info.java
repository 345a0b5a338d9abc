/** The vocabulary, once: it feeds both front ends, the suggestions and the reference. */
package peerlab.dsl.grammar;
