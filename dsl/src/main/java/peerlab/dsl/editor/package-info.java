/**
 * What editors are told of the language, generated from the vocabulary: a JSON Schema, completion for Groovy.
 */
package peerlab.dsl.editor;
