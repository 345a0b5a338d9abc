package peerlab.library

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.engine.Simulation
import peerlab.engine.protocol.Protocols
import spock.lang.Specification
import spock.lang.TempDir

/**
 * The drawings of the operators in the guide, each row of them run: a sign is a second, 'T' one in which a
 * peer is up and '.' one in which it is down, and a bar lies between two seconds.
 */
class ExpectationsChapterSpec extends Specification {

    static final String CHAPTER = Path.of(System.getProperty('peerlab.root'))
            .resolve('docs/guide/03-expectations.md').toFile().getText('UTF-8')
    static final Map<String, String> WORDS = [holds: 'PASS', fails: 'FAIL', inconclusive: 'INCONCLUSIVE']

    @TempDir
    Path folder

    def "#operator means what is drawn: #row"() {
        given: 'where the bars are, in seconds'
        def signs = row.replace(' ', '')
        def bars = signs.toList().findIndexValues { it == '|' }.withIndex().collect { at, i -> at - i + 0.5 }
        def end = signs.count('.') + signs.count('T') + 0.5

        expect:
        verdict(['a': signs.replace('|', '')], condition(operator, bars), end) == WORDS[meant]

        where:
        [operator, row, meant] << rows()
    }

    def "leadsTo means what is drawn: #row"() {
        given: 'the signs by their columns'
        def causes = signs(cause)
        def effects = signs(row)
        def width = (ruler.indexOf('|', ruler.indexOf('|') + 1) - ruler.indexOf('|')) / 2

        expect:
        verdict([a: causes, b: effects], "leads to: exists { name == 'b1' }, when: exists { name == 'a1' }"
                + ", within: ${width}s", causes.length() + width) == WORDS[meant]

        where:
        [cause, ruler, row, meant] << leads()
    }

    def "there is a drawing of each operator"() {
        expect:
        rows()*.get(0).countBy { it } == [always: 2, never: 2, eventually: 3, settles: 3, atEnd: 2]
        leads().size() == 2
    }

    private static List<List> drawings() {
        (CHAPTER =~ /(?s)\*\*`(\w+)[^\n]*\n\n```\n(.*?)```/).collect { [it[1], it[2]] }
    }

    private static List<List> rows() {
        drawings().findAll { it[0] != 'leadsTo' }.collectMany { operator, drawing ->
            (drawing =~ /(?m)^([ .T|]*[.T|]) +(holds|fails|inconclusive)/)
                    .collect { [operator, it[1], it[2]] }
        }
    }

    private static List<List> leads() {
        def drawing = drawings().find { it[0] == 'leadsTo' }[1].readLines()
        drawing.findAll { it =~ /^  B/ }.collect { line ->
            def row = (line =~ /^(  B[ .T]*[.T]) +(holds|fails)/)[0]
            [drawing.find { it =~ /^  A/ }, drawing.find { it.contains('---') }, row[1], row[2]]
        }
    }

    /** One sign in every second column, behind the name of the row. */
    private static String signs(String row) {
        row.substring(5).toList().collate(2)*.first().findAll { it in ['.', 'T'] }.join('')
    }

    private static String condition(String operator, List bars) {
        def p = "exists { name == 'a1' }"
        switch (operator) {
            case 'atEnd': return "at end: $p"
            case ['always', 'never']: return "$operator: $p, after: ${bars[0] + 0.5}s, until: ${bars[1]}s"
            default: return "$operator: $p, after: ${bars[0]}s, within: ${bars[1] - bars[0]}s"
        }
    }

    /** @param signs of each group, whose one peer is up or down in each second */
    private String verdict(Map<String, String> signs, String expectation, def end) {
        def peers = (signs.keySet() + 'other').collect { "  - { count: 1, as: $it, run: flood, degree: 1 }" }
        def steps = signs.collectMany { name, row ->
            def up = true
            (1..row.length()).findResults { second ->
                def isUp = row[second - 1] == 'T'
                def verb = isUp ? 'restart' : 'crash'
                def step = isUp == up ? null : "  - { at: ${second}s, $verb: ${name}1 }"
                up = isUp
                step
            }
        }
        def file = folder.resolve('drawn.yaml')
        Files.writeString(file, "scenario: drawn\npeers:\n${peers.join('\n')}\n" +
                "timeline:\n${steps.join('\n')}\n" +
                "expect:\n  - { $expectation }\nstop: { at: ${end}s }\n")
        def loaded = new ScenarioLoader(Protocols.installed()).load(file, LoadOptions.NONE)
        assert !loaded.hasErrors(): loaded.render(false)
        def result = Simulation.of(loaded.runs()[0], Protocols.installed()).run()
        return result.expectations()[0].verdict().name()
    }
}
