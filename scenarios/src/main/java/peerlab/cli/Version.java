package peerlab.cli;

import java.util.Optional;

/** Which Peerlab on which JVM: what a report of a problem has to say. */
record Version(String peerlab, String java, String vm, String system) {

    static Version ofThisJvm() {
        return new Version(
                Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
    }
}
