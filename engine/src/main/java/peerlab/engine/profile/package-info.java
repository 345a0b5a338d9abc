/** Networks and populations as somebody measured them, under the names that scenarios use. */
package peerlab.engine.profile;
