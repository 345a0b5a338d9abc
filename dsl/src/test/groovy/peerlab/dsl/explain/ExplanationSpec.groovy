package peerlab.dsl.explain

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.dsl.Scenarios
import peerlab.dsl.diagnostic.Diagnostics
import peerlab.dsl.grammar.Vocabulary
import peerlab.dsl.write.Reading

class ExplanationSpec extends Specification {

    @TempDir
    Path folder

    def 'what #name comes to is told as it is stored'() {
        given: 'the text that a person has read'
        def stored = Path.of(System.getProperty('peerlab.root'), "dsl/src/test/resources/explain/${name}.txt")
        def told = explained(Scenarios.resource("parity/${name}"), set, width)
        if (System.getProperty('peerlab.golden') == 'write') {
            Files.writeString(stored, told)
        }

        expect: 'this text'
        told == Files.readString(stored)

        where: 'includes, every operator, every selector, every fault; narrow and wide'
        name                  | width | set
        'kademlia.groovy'     | 100   | [k: '20']
        'kademlia.yaml'       | 100   | [:]
        'expectations.yaml'   | 110   | [:]
        'selectors.groovy'    | 80    | [:]
        'faults.groovy'       | 90    | [:]
        'peer-faults.groovy'  | 110   | [:]
        'network.yaml'        | 80    | [:]
        'keys.groovy'         | 200   | [:]
        'byzantine.groovy'    | 110   | [:]
        'network-rich.groovy' | 110   | [:]
        'cache.groovy'        | 110   | [room: '50']
        'workloads.yaml'      | 200   | [:]
        'network-profile.yaml' | 110  | [:]
        'network-pairs.yaml'  | 110   | [:]
        'network-coordinates.yaml' | 110 | [:]
        'message-faults.yaml' | 110   | [:]
    }

    def 'no line of the picture is wider than it may be'() {
        expect: 'between 80 and 110 characters, whatever the terminal has'
        picture(explained(Scenarios.resource('parity/kademlia.groovy'), [:], width))*.length().max() == widest

        where: 'terminals of all sizes'
        width || widest
        20    || 80
        80    || 80
        95    || 95
        110   || 110
        400   || 110
    }

    def 'a bar stands under the times that it is about: #from to #to of #stop'() {
        given: 'one fault in a window'
        def file = Files.writeString(folder.resolve('bar.yaml'), """\
            scenario: A bar
            peers: { count: 4, run: kademlia }
            timeline:
              - { during: $from..$to, partition: minority }
            stop: { at: $stop }
            """.stripIndent())

        when: 'it is drawn'
        def row = picture(explained(file, [:], 100)).find { it.startsWith('partition') }
        def axis = picture(explained(file, [:], 100)).find { it.contains('+---') }
        def start = axis.indexOf('+')
        def columns = axis.length() - start - 1

        then: 'its ends are where the axis has these times, to half a character'
        Math.abs(row.indexOf('[') - start - columns * seconds(from) / seconds(stop)) <= 0.5
        Math.abs(row.indexOf(']') - start - columns * seconds(to) / seconds(stop)) <= 0.5

        where: 'short and long runs'
        from    | to      | stop
        '10s'   | '20s'   | '90s'
        '1ms'   | '2ms'   | '3ms'
        '0s'    | '7s'    | '7s'
        '100s'  | '4000s' | '86400s'
        '20us'  | '50us'  | '60us'
    }

    private static double seconds(String span) {
        def unit = span.replaceAll(/\d/, '')
        (span - unit).toDouble() * [s: 1, ms: 1e-3, us: 1e-6][unit]
    }

    private static List<String> picture(String told) {
        def lines = told.readLines()
        lines.drop(lines.findIndexOf { it =~ /^it stops/ } + 2).takeWhile { !it.startsWith('| an instant') }
    }

    private static String explained(Path file, Map<String, String> set, int width) {
        def loaded = Scenarios.load(file, set)
        assert !loaded.hasErrors(): loaded.render(false)
        def reading = new Reading(file, new Vocabulary(Scenarios.PROTOCOLS), new Diagnostics())
        new Explanation(loaded.runs()[0], reading.phrases(), set.keySet(), false, Scenarios.PROTOCOLS, width)
                .lines().join('\n') + '\n'
    }
}
