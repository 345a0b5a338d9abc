/** Makes one set of statements out of files, includes, parameters and what the command line sets. */
package peerlab.dsl.expand;
