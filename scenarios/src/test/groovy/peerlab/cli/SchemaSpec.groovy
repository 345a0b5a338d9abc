package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import com.networknt.schema.InputFormat
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import com.fasterxml.jackson.databind.ObjectMapper
import org.yaml.snakeyaml.Yaml
import spock.lang.Specification
import spock.lang.TempDir

class SchemaSpec extends Specification {

    static final String SCHEMA = 'docs/scenario.schema.json'
    static final String COMPLETION = 'docs/scenario.gdsl'

    @TempDir
    Path folder

    def "'peerlab schema' prints the schema that is stored in docs"() {
        when: "it is printed (-Dpeerlab.golden=write stores it)"
        def answer = new Shell(folder).call('schema')

        then: "it is what is stored, to the letter"
        answer.code() == 0
        answer.err() == ''
        Golden.stored(SCHEMA, answer.out()) == answer.out()
        answer.json()['$schema'] == 'http://json-schema.org/draft-07/schema#'
        answer.json().definitions.group.get('properties').run.anyOf*.const.containsAll(['flood', 'kademlia'])
    }

    def "'peerlab schema --groovy' prints the completion that is stored in docs"() {
        when: "it is printed (-Dpeerlab.golden=write stores it)"
        def answer = new Shell(folder).call('schema --groovy')

        then: "it is what is stored, to the letter"
        answer.code() == 0
        Golden.stored(COMPLETION, answer.out()) == answer.out()
        answer.out().contains("method(name: 'peers'")
    }

    def "the stored schema underlines nothing in the shipped #file.fileName"() {
        given: "a validator that we did not write, and the file as YAML has it"
        def schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(Golden.ROOT.resolve(SCHEMA)), InputFormat.JSON)
        def value = byYaml12(new Yaml().load(Files.readString(file)))

        expect:
        schema.validate(new ObjectMapper().writeValueAsString(value), InputFormat.JSON)*.toString() == []

        where:
        file << shipped()
    }

    def "there are enough shipped scenarios in YAML to mean something"() {
        expect:
        shipped().size() >= 7
    }

    /** By YAML 1.1 the word 'on' is true; editors read 1.2, where it is a word. */
    private static Object byYaml12(Object value) {
        value instanceof Map ? value.collectEntries { key, of -> [key == true ? 'on' : key, byYaml12(of)] }
                : value instanceof List ? value.collect { byYaml12(it) } : value
    }

    private static List<Path> shipped() {
        Files.list(Golden.ROOT.resolve('scenarios/library')).withCloseable { paths ->
            paths.filter { it.toString().endsWith('.yaml') }.sorted().toList()
        }
    }
}
