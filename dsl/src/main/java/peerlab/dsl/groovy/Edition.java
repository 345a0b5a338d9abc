package peerlab.dsl.groovy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;

/** Which build of Peerlab, and with which Groovy, this is: programs of scripts are good for one edition. */
final class Edition {

    private Edition() {
    }

    static String current() {
        return stamp(GroovyFrontEnd.class) + " " + stamp(groovy.lang.GroovySystem.class);
    }

    /**
     * Version, time and size of the jar that a class comes from; the time of the classes where it is a
     * folder.
     */
    private static String stamp(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        try {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            Path origin = Path.of(source.getLocation().toURI());
            Path part = origin.resolve(type.getPackageName().replace('.', '/'));
            return version + " " + (Files.isDirectory(part) ? newest(part)
                    : time(origin) + " " + Files.size(origin));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return String.valueOf(version);
        }
    }

    private static long newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(Edition::time).max().orElse(0);
        }
    }

    private static long time(Path file) {
        return file.toFile().lastModified();
    }
}
