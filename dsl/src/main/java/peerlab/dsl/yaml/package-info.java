/** The YAML front end: nodes with marks, never objects; it resolves no tags and executes nothing. */
package peerlab.dsl.yaml;
