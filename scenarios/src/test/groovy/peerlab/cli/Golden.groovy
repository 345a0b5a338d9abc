package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

/**
 * Documents that are generated and stored: held to what is generated, or written with -Dpeerlab.golden=write.
 */
class Golden {

    static final Path ROOT = Path.of(System.getProperty('peerlab.root'))

    /** The stored text, after it was written where that is asked for. */
    static String stored(String name, String generated) {
        def file = ROOT.resolve(name)
        if (System.getProperty('peerlab.golden') == 'write') {
            Files.writeString(file, generated)
        }
        Files.exists(file) ? file.toFile().getText('UTF-8') : ''
    }
}
