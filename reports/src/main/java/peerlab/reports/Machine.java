package peerlab.reports;

import peerlab.engine.RunResult;

/**
 * What a document says of the program that made it.
 *
 * @param peerlab the version of Peerlab
 * @param jdk the version of Java; it stands apart with all that differs from machine to machine
 */
public record Machine(String peerlab, String jdk) {

    /** This program, on this machine. */
    public static Machine here() {
        String version = RunResult.class.getPackage().getImplementationVersion();
        return new Machine(version == null ? "development" : version, Runtime.version().toString());
    }
}
