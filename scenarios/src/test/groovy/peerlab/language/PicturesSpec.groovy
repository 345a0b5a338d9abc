package peerlab.language

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

/**
 * The pictures of the temporal operators in the reference, each run as it is drawn: a column is a second, a
 * condition is that a peer is up, and the peer comes and goes as the row says.
 */
class PicturesSpec extends Specification {

    static final String PAGE = Path.of(System.getProperty('peerlab.root'), 'docs/reference.md').toFile()
            .getText('UTF-8')
    static final List<String> OPERATORS = ['always', 'never', 'eventually', 'settles', 'leadsTo', 'atEnd']

    @TempDir
    Path folder

    def '#row.operator: #row.line'() {
        when: 'the situation is run as the picture draws it'
        def verdict = new Loads(folder).run(row.scenario()).expectations()[0]

        then: 'the verdict, the instant and the reason are those that stand beside it'
        verdict.verdict().name().toLowerCase() == row.verdict()
        row.at() == null || verdict.at().get().nanos() == row.at() * 1_000_000_000L
        row.reason() == null || verdict.cause().any { it.contains(row.reason()) }

        where: 'the rows of all pictures'
        row << OPERATORS.collectMany { rows(it) }
    }

    def '#operator is drawn with #verdicts'() {
        expect:
        rows(operator)*.verdict().unique() == verdicts

        where:
        operator     || verdicts
        'always'     || ['pass', 'fail']
        'never'      || ['pass', 'fail']
        'eventually' || ['pass', 'fail', 'inconclusive']
        'settles'    || ['pass', 'fail']
        'leadsTo'    || ['pass', 'fail']
        'atEnd'      || ['pass', 'fail']
    }

    def 'a cause is in doubt where the run ends before the deadline, or where there was none'() {
        given: 'the first row of the picture'
        def row = rows('leadsTo')[0]

        expect: 'as the line below the picture says'
        PAGE.contains("a deadline after the end: inconclusive; no instant at which 'when' starts to hold: "
                + 'inconclusive')
        verdictOf(row.scenario(row.signals[0], '.' * row.signals[1].length(), 8)) == 'INCONCLUSIVE'
        verdictOf(row.scenario('.' * row.signals[0].length(), row.signals[1], row.end)) == 'INCONCLUSIVE'
    }

    private String verdictOf(String scenario) {
        new Loads(folder).run(scenario).expectations()[0].verdict().name()
    }

    /** The rows that have bars around them, below the head that names the bars. */
    static List<Picture> rows(String operator) {
        def part = PAGE.substring(PAGE.indexOf("### `$operator`"))
        def lines = ((part =~ /(?s)```text\n(.*?)```/)[0][1] as String).readLines()
        def drawn = lines.findAll { it =~ /\|[.#|]+\|/ }
        if (operator == 'leadsTo') {
            return drawn.drop(1).collect { new Picture(operator, it, [drawn[0], it], lines[1]) }
        }
        drawn.collect { new Picture(operator, it, [it], drawn[0]) }
    }

    /** A row over time: {@code #} is where a signal holds; a bar belongs to what is left of it. */
    static class Picture {
        final String operator
        final String line
        final List<String> signals
        final int end
        private final List<Integer> moments
        private final String beside

        /** @param head shows the moments: the bars of the first row, or brackets on a line of their own */
        Picture(String operator, String line, List<String> drawn, String head) {
            this.operator = operator
            this.line = line
            this.signals = drawn.collect { signal(it) }
            this.end = signals[-1].length() - 1
            int zero = drawn[0].indexOf('|')
            def signs = operator == 'leadsTo' ? ['[', ']'] : ['|']
            this.moments = (0..<head.length()).findAll { head[it] in signs }.collect { it - zero }
            this.beside = line.substring(line.lastIndexOf('|') + 1).strip()
        }

        private static String signal(String line) {
            def row = line.substring(line.indexOf('|'), line.lastIndexOf('|') + 1)
            (0..<row.length()).inject('') { done, i ->
                done + (row[i] != '|' ? row[i] : done ? done[-1] : row[1])
            }
        }

        String verdict() { ['inconclusive', 'pass', 'fail'].find { beside.contains(it) } }

        String reason() {
            beside.contains('settles?') ? 'did you mean settles?'
                    : verdict() == 'inconclusive' ? 'before the deadline' : null
        }

        Integer at() {
            def signal = signals[-1]
            beside.contains('at after + within') ? moments[2]
                    : beside.contains('where it is false') ? signal.indexOf('.')
                    : beside.contains('where it is true') ? signal.indexOf('#')
                    : beside.contains('at the relapse') ? signal.lastIndexOf('#.') + 1
                    : beside.contains('at the second deadline') ? moments[3] : null
        }

        String scenario() { scenario(signals[0], signals[-1], end) }

        /** A peer for each signal, and one whose crash ends a run that is over before its deadline. */
        String scenario(String cause, String effect, int last) {
            def window = ''
            if (operator == 'leadsTo') {
                window = ", when: \"${holds('p3', cause)}\", within: ${moments[1] - moments[0]}s"
            } else if (operator in ['eventually', 'settles']) {
                window = ", after: ${moments[1]}s, within: ${moments[2] - moments[1]}s"
            }
            def word = [leadsTo: 'leads to', atEnd: 'at end'][operator] ?: operator
            def steps = steps('p2', effect) + (operator == 'leadsTo' ? steps('p3', cause) : [])
            """\
            scenario: A picture
            peers: { count: 4, run: flood }
            timeline:
              ${steps.join('\n              ')}
              - { at: ${last}s, crash: p4 }
            expect:
              - { $word: "${holds('p2', effect)}"$window }
            stop: { when: "not exists { name == 'p4' }", at most: ${Math.max(last, moments.max() + 1)}s }
            """.stripIndent()
        }

        private static String holds(String peer, String signal) {
            "exists { name == '${signal.contains('#') ? peer : 'p9'}' }"
        }

        private static List<String> steps(String peer, String signal) {
            def rises = (0..<signal.length()).findAll { it > 0 && signal[it] != signal[it - 1] }
            rises.withIndex().collect { time, i ->
                def verb = signal[time] == '.' ? 'crash' : i == 0 ? 'join' : 'restart'
                "- { at: ${time}s, $verb: $peer }"
            }
        }
    }
}
