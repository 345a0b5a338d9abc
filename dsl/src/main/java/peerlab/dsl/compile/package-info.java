/** Statements to a specification: every check that does not depend on the language is here. */
package peerlab.dsl.compile;
