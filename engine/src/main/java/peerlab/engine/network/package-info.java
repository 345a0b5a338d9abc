/** What happens to a message between two peers: link rules, asked in order. */
package peerlab.engine.network;
