/**
 * What a scenario is: immutable records, each with the place where it was written. Front ends build
 * them, the simulation reads them, and two files that say the same thing give equal ones.
 */
package peerlab.engine.spec;
