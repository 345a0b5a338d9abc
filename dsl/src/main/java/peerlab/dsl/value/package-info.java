/**
 * Literals and conditions, in both spellings: one tokenizer, one parser, one reader for each kind of value.
 */
package peerlab.dsl.value;
