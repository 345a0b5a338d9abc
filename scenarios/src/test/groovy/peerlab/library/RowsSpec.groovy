package peerlab.library

import java.nio.file.Path

import peerlab.cli.Golden
import spock.lang.Shared
import spock.lang.Specification

/**
 * What becomes of each row of a matrix, and of each seed that a shipped scenario names: a line with the
 * verdict and the fingerprint. The lines lie under {@code src/test/resources/rows}; after a change that is
 * meant to change runs, {@code -Dpeerlab.golden=write} writes them again, to be reviewed as a diff.
 */
class RowsSpec extends Specification {

    static final String FOLDER = 'scenarios/src/test/resources/rows'

    @Shared
    Shipped shipped = new Shipped()

    def "there are scenarios of many rows, and nothing is stored for others"() {
        expect:
        severalRows().size() >= 6
        Path.of(System.getProperty('peerlab.root'), FOLDER).toFile().list().toList().toSorted() ==
                severalRows().collect { "${Shipped.id(it)}.txt".toString() }.toSorted()
    }

    def "#id: every row comes out as it did when somebody read it"() {
        given: 'the table'
        def loaded = shipped.loaded(file)
        def table = loaded.runs().collect { spec ->
            def result = shipped.simulation(spec).run()
            def row = loaded.axes().collect { "$it: ${spec.params()[it]}" } + ["seed: ${spec.seed()}"]
            "${row.join(', ')}  ${result.verdict()}  ${result.fingerprint()}\n"
        }.join('')

        expect: 'row by row'
        table == Golden.stored("$FOLDER/${id}.txt", table)

        where:
        file << severalRows()
        id = Shipped.id(file)
    }

    private static List<Path> severalRows() {
        def shipped = new Shipped()
        Shipped.scenarios().findAll { shipped.loaded(it).runs().size() > 1 }
    }
}
