package peerlab.library

import java.nio.file.Files

import spock.lang.Shared
import spock.lang.Specification

/**
 * The fingerprint that is stored beside each shipped scenario, here and on other machines. After a change
 * that is meant
 * to change runs, {@code -Dpeerlab.golden=write} writes them again, to be reviewed as a diff.
 */
class FingerprintsSpec extends Specification {

    @Shared
    Shipped shipped = new Shipped()

    def "#id leaves the fingerprint that is stored beside it"() {
        given: 'a line of 16 hexadecimal digits'
        def stored = Shipped.fingerprintOf(file)
        def found = shipped.result(file).fingerprint()
        if (System.getProperty('peerlab.golden') == 'write') {
            Files.writeString(stored, found + '\n')
        }

        expect: 'this run, and the one that was stored, are the same'
        found ==~ /[0-9a-f]{16}/
        Files.readString(stored) == found + '\n'

        where:
        file << Shipped.scenarios()
        id = Shipped.id(file)
    }
}
