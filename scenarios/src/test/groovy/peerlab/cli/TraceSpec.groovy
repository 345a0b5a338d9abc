package peerlab.cli

import java.nio.file.Path
import java.util.concurrent.Future

import lab.Beacons
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import peerlab.engine.protocol.Protocols

@Timeout(120)
class TraceSpec extends Specification {

    static final String SCENARIO = '''\
        scenario: Three peers greet each other
        params: { n: 3 }
        peers: { count: $n, run: beacons }
        network: { latency: 50ms }
        stop: { at: 5s }
        '''.stripIndent()

    @TempDir
    Path folder

    Beacons beacons = new Beacons()

    def "the events around a moment are shown, with who, what, and cause"() {
        when:
        def lines = shell().call('trace greetings.yaml --around 2s --window 10ms').out().readLines()

        then: "at two seconds each timer runs out, and each peer greets the next"
        lines*.take(25).toSet() == ['    2.000000 s  timer    ', '    2.000000 s  sent     '] as Set
        lines.size() == 6
        lines[1].contains('p1 -> p2  Hello round=2')
        lines[1] =~ /  #\d+  from #\d+$/
    }

    def "filters narrow it: #options"() {
        when:
        def answer = shell().run(['trace', 'greetings.yaml'] + options.split(' ').toList())

        then:
        answer.code() == 0
        answer.out().readLines().size() == count
        answer.out().readLines().every { it.contains(each) }

        where:
        options                                           || count | each
        '--kind sent'                                     || 15    | '  sent  '
        '--kind sent,delivered --between 1s..1.s'         || 3     | '  sent  '
        '--kind sent --kind delivered --between 1s..1.5s' || 6     | 'Hello'
        '--kind sent --peer p2'                           || 10    | 'p2'
        '--type hello --peer p3 --between 1s..2s'         || 6     | 'p3'
        '--kind delivered --type Hello --set n=2'         || 8     | 'Hello'
        '--kind sent --short --between 0s..1s'            || 3     | 'Hello'
        '--kind life --between 0us..0.1min'               || 3     | 'p'
    }

    def "a condition of the language means events by their fields: #condition"() {
        given:
        def shell = shell()
        shell.call('run greetings.yaml --out kept --record trace,messages')

        expect: 'in a run and in what was kept of it'
        ['greetings.yaml', 'kept'].every { run ->
            def answer = shell.run(['trace', run, '--where', condition])
            assert answer.err() == ''
            answer.out().readLines().size() == count
        }

        where:
        condition                                          || count
        'round == 2'                                       || 3
        "kind == 'sent' and round >= 4"                    || 6
        "type == 'Hello' and (from == 'p1' or to == 'p1')" || 18
        'bytes > 8'                                        || 15
        'bytes > 500 or time > 4.9s'                       || 6
        "not (kind == 'sent') and time <= 50ms"            || 3
        'time * 2 >= 9.9s and round == 5'                  || 3
    }

    def "a name that no event has is told, where nothing was meant"() {
        expect:
        shell().run(['trace', 'greetings.yaml', '--where', 'rond == 2']).err() ==
                "no event of the run is meant by that: no event has a field 'rond'; did you mean 'round'?\n"
    }

    def "an event is followed to what came of it, and back to where it came from: #run"() {
        given:
        def shell = shell()
        shell.call('run greetings.yaml --out kept --record trace,messages')

        when: 'the first greeting of p1'
        def first = shell.run(['trace', run, '--where', "round == 1 and from == 'p1'"]).out()
        def id = (first =~ /#(\d+)  from/)[0][1]
        def follow = shell.call("trace $run --follow $id").out().readLines()
        def causes = shell.call("trace $run --causes #$id").out().readLines()

        then: 'it is sent and delivered, and nothing more; a timer of p1 led to it'
        follow*.substring(16, 26)*.trim() == ['sent', 'delivered']
        causes[-1].contains('delivered')
        causes.size() >= 3
        causes.any { it.contains('timer') }

        where:
        run << ['greetings.yaml', 'kept']
    }

    def "a trace is text, JSON lines, CSV or a sequence diagram: #format of #run"() {
        given:
        def shell = shell()
        shell.call('run greetings.yaml --out kept --record trace,messages')

        when:
        def lines = shell.run(['trace', run, '--format', format, '--between', '1s..2s', '--kind', 'sent'])
                .out().readLines()

        then:
        lines.size() == count
        lines[0] =~ first

        where:
        [run, [format, count, first]] << [['greetings.yaml', 'kept'], [
                ['text', 6, /^    1.000000 s  sent       p1 -> p2  Hello round=1/],
                ['jsonl', 6, /^\{"t":1000000000,"kind":"sent","id":\d+,"cause":\d+,"from":"p1"/],
                ['csv', 7, /^t,kind,id,cause,from,to,peer/],
                ['mermaid', 1 + 3 + 6, /^sequenceDiagram$/]]].combinations()
    }

    def "JSON lines are those of the trace, to the letter"() {
        given:
        def shell = shell()
        shell.call('run greetings.yaml --out kept --record trace,messages')
        def written = folder.resolve('kept/trace.jsonl').toFile().text

        expect:
        shell.call('trace kept --format jsonl').out() == written
        shell.call('trace greetings.yaml --format jsonl').out() == written
    }

    def "a handler that never returns ends a search too"() {
        given:
        def shell = shell()
        shell.file('hangs.yaml', SCENARIO.replace('run: beacons', 'run: beacons, misbehaves: hangs'))
        shell.pulse = new RunSpec.HangPulse(beacons)

        when:
        def answer = shell.run(['trace', 'hangs.yaml', '--where', "kind == 'delivered'"])

        then:
        answer.code() == 1
        answer.out().readLines().size() == 1
        answer.err().startsWith('p2 has been handling Hello from p1 since 1.05 s of the run, for 10 s')
    }

    def "a condition that cannot be read is answered with the place: #condition"() {
        when:
        def answer = shell().run(['trace', 'greetings.yaml', '--where', condition])

        then:
        answer.code() == 3
        answer.err() == text.stripIndent()

        where:
        condition      || text
        'bytes >> 500' || '''\
            peerlab: --where:1:8: unexpected '>'
              1 | bytes >> 500
                |        ^
            '''
        'bytes > 5sec' || '''\
            peerlab: --where:1:9: unknown unit 'sec'
              1 | bytes > 5sec
                |         ^^^^
                = units: us ms s min h
            '''
        'gets.count > 1' || '''\
            peerlab: --where:1:1: this is no field of an event
              1 | gets.count > 1
                | ^^^^^^^^^^
                = fields are plain words: bytes > 500
            '''
        'messages.sent > 1' || '''\
            peerlab: --where:1:1: this is no field of an event
              1 | messages.sent > 1
                | ^^^^^^^^^^^^^
                = fields are plain words: bytes > 500
            '''
        'count { up } > 1' || '''\
            peerlab: --where:1:1: this is no field of an event
              1 | count { up } > 1
                | ^^^^^
                = fields are plain words: bytes > 500
            '''
    }

    def "when nothing is meant that is said, and is no failure"() {
        when:
        def answer = shell().call('trace greetings.yaml --type FindNode')

        then:
        answer.code() == 0
        answer.out() == ''
        answer.err() == 'no event of the run is meant by that\n'
    }

    def "a trace that was written shows the same events: #options"() {
        given: "a run that kept its trace"
        def shell = shell()
        shell.call('run greetings.yaml --out kept --record trace,messages')
        def filter = options.split(' ').toList()

        when:
        def replayed = shell.run(['trace', 'greetings.yaml'] + filter).out().readLines()
        def fromFolder = shell.run(['trace', 'kept'] + filter).out().readLines()
        def fromFile = shell.run(['trace', 'kept/trace.jsonl'] + filter).out().readLines()

        then: "in the same columns"
        replayed.size() > 0
        fromFolder == fromFile
        fromFolder*.take(27) == replayed*.take(27)
        fromFolder*.replaceAll(/.*(  #\d+).*/, '$1') == replayed*.replaceAll(/.*(  #\d+).*/, '$1')

        where:
        options << ['--kind sent', '--kind delivered,timer', '--around 2s --peer p1',
                '--type hello --between 2s..3s']
    }

    def "a written trace has its seed, and one that says nothing of what is asked says so"() {
        given:
        def shell = shell()
        shell.call('run greetings.yaml --out kept --record trace')
        shell.call('run greetings.yaml --out bare')

        expect:
        shell.call('trace kept --seed 3').err() == '''\
            peerlab: 'kept' is a trace that is written already
                     = leave out --seed and --set
            '''.stripIndent()
        shell.call('trace kept --type FindNode').err() == 'no event of the run is meant by that\n'
        shell.call('trace bare').err() == '''\
            peerlab: the run in '~/bare' kept no trace
                     = run it again with --record trace
            '''.stripIndent()
    }

    def "a trace that was cut off is answered with the line"() {
        given:
        def shell = shell()
        shell.file('cut.jsonl', '{"t":1,"kind":"sent"}\n{"t":2,"ki')

        when:
        def answer = shell.call('trace cut.jsonl')

        then:
        answer.code() == 3
        answer.err().startsWith('peerlab: ~/cut.jsonl:2: ')
    }

    def "'peerlab trace #line' is answered in words, with code 3"() {
        when:
        def answer = shell().call('trace ' + line)

        then:
        answer.err() == text.stripIndent()
        answer.code() == 3

        where:
        line || text
        'greetings.yaml --around 2' || '''\
            peerlab: --around takes a time with its unit, found '2'
                     = write --around 51.480s
            '''
        'greetings.yaml --around 2s --window wide' || '''\
            peerlab: --window takes a time with its unit, found 'wide'
                     = write --window 500ms
            '''
        'greetings.yaml --window 2s' || '''\
            peerlab: --window says how near, not to what
                     = add --around TIME
            '''
        'greetings.yaml --between 2s' || '''\
            peerlab: --between takes two times, found '2s'
                     = write --between 30s..40s
            '''
        'greetings.yaml --between 3s..2s' || '''\
            peerlab: --between 3s..2s ends before it begins
                     = write the earlier time first
            '''
        'greetings.yaml --between 1s..2s --around 3s' || '''\
            peerlab: --between and --around say two things
                     = leave one of them out
            '''
        'greetings.yaml --kind snet' || '''\
            peerlab: there is no kind of event 'snet'
                     = did you mean 'sent'?
            '''
        'greetings.yaml --peer p9' || '''\
            peerlab: there is no peer 'p9'
                     = did you mean 'p1'?
            '''
        'greetings.yaml --peer somebody' || '''\
            peerlab: there is no peer 'somebody'
                     = the peers are p1 to p3
            '''
        'greetings.yaml --format jsno' || '''\
            peerlab: --format does not know 'jsno'
                     = there are text, jsonl, csv, mermaid
            '''
        'greetings.yaml --format csv --short' || '''\
            peerlab: --short is said of text, not of csv
                     = leave one of them out
            '''
        'greetings.yaml --follow one' || '''\
            peerlab: --follow takes the number of an event, found 'one'
                     = write --follow 4811
            '''
        'greetings.yaml --causes 99999' || '''\
            peerlab: there is no event 99999 in this run
                     = ids are the numbers behind # in peerlab trace; write --causes with one of them
            '''
        'greetings.yaml --follow 3 --causes 4' || '''\
            peerlab: --follow and --causes go two ways
                     = leave one of them out
            '''
        'greetings.yaml other.yaml' || '''\
            peerlab: peerlab trace takes one run, found greetings.yaml other.yaml
                     = leave out all but one
            '''
        'many' || '''\
            peerlab: 'many' is a folder of 2 scenarios
                     = name one of them
            '''
    }

    def "a scenario that is wrong is answered with its place"() {
        given:
        def shell = shell()
        shell.file('wrong.yaml', SCENARIO.replace('run:', 'rnu:'))

        when:
        def answer = shell.call('trace wrong.yaml')

        then:
        answer.code() == 3
        answer.err().contains('wrong.yaml:3:')
    }

    def "a handler that never returns ends the trace with who and what"() {
        given:
        def shell = shell()
        shell.file('hangs.yaml', SCENARIO.replace('run: beacons', 'run: beacons, misbehaves: hangs'))
        shell.pulse = new RunSpec.HangPulse(beacons)

        when:
        def answer = shell.call('trace hangs.yaml --kind delivered')

        then: "what happened before it is there"
        answer.code() == 1
        answer.out().readLines().size() == 1
        answer.err().startsWith('p2 has been handling Hello from p1 since 1.05 s of the run, for 10 s')
    }

    def "when the reader has gone the run ends"() {
        given:
        def shell = shell()
        def lines = 0
        shell.sink = new OutputStream() {
            @Override
            void write(int b) throws IOException {
                throw new IOException('Broken pipe')
            }
        }

        when:
        def answer = shell.call('trace greetings.yaml --set n=100')

        then:
        answer.code() == 0
        answer.err() == ''
    }

    private Shell shell() {
        def shell = new Shell(folder)
        shell.protocols = { new Protocols([beacons]) }
        shell.file('greetings.yaml', SCENARIO)
        shell.file('many/a.yaml', SCENARIO)
        shell.file('many/b.yaml', SCENARIO)
        return shell
    }
}
