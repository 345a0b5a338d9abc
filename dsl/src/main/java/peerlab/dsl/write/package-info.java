/** Scenario text to scenario text: the same statements in the other language, in the layout of the house. */
package peerlab.dsl.write;
