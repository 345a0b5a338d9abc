/**
 * What users ask of the peers, and what they got: operations, keys, and the history by which answers are
 * judged.
 */
package peerlab.engine.workload;
