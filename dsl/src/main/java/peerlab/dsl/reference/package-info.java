/** The reference: every word with an example in both languages, generated from the vocabulary. */
package peerlab.dsl.reference;
