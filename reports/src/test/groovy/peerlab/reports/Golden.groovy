package peerlab.reports

import java.nio.file.Files
import java.nio.file.Path

/**
 * Texts that are compared with files under {@code src/test/resources/golden}. With
 * {@code -Dpeerlab.golden=write} they are written instead, to be reviewed as a diff.
 */
final class Golden {

    private static final Path FOLDER =
            Path.of(System.getProperty('peerlab.root', '..'), 'reports/src/test/resources/golden')

    private Golden() { }

    /** The text that is expected; the given one where it is being written. */
    static String of(String name, String actual) {
        Path file = FOLDER.resolve(name)
        if (System.getProperty('peerlab.golden') == 'write') {
            Files.createDirectories(file.parent)
            Files.writeString(file, actual)
        }
        Files.readString(file)
    }
}
