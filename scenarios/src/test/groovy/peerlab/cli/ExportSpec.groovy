package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import lab.Beacons
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import peerlab.engine.protocol.Protocols

@Timeout(120)
class ExportSpec extends Specification {

    @TempDir
    Path folder

    def "a run whose messages are recorded leaves a capture, a space-time log and a trace for Perfetto"() {
        given:
        def shell = kept('--record messages')

        expect: 'and who took part'
        ['capture.pcapng', 'spacetime.shiviz', 'trace.perfetto.json', 'peers.json', 'trace.jsonl'].every {
            Files.size(folder.resolve("kept/$it")) > 0
        }

        when: 'a trace without messages'
        shell.call('run greetings.yaml --out kept --record trace')

        then: 'takes them away again'
        !Files.exists(folder.resolve('kept/capture.pcapng'))
        Files.exists(folder.resolve('kept/trace.jsonl'))
    }

    def "what is exported is named, and goes into the folder of the run"() {
        given:
        def shell = kept()

        when:
        def answer = shell.call('export kept --to gexf,prometheus --to shiviz')

        then:
        answer.code() == 0
        answer.err() == ''
        answer.out() == 'spacetime.shiviz\ntopology.gexf\nmetrics.prom\n'
        Files.exists(folder.resolve('kept/topology.gexf'))
    }

    def "it goes elsewhere where that is said, and nothing is said where that is"() {
        given:
        def shell = kept()

        expect:
        shell.call('export kept --to csv --out tables').out() == '''\
            tables/csv/events.csv
            tables/csv/metrics-final.csv
            tables/csv/verdicts.csv
            tables/csv/nodes.csv
            tables/csv/edges.csv
            '''.stripIndent()
        shell.call('export kept --to vega,svg,png --out pictures --quiet').out() == ''
        Files.exists(folder.resolve('pictures/charts/messages.sent.svg'))
        !Files.exists(folder.resolve('kept/csv'))
    }

    def "events can be chosen as in a trace"() {
        given:
        def shell = kept()

        when:
        shell.call("export kept --to csv --kind sent --peer p1 --between 1s..3s --out one")
        def nothing = shell.call('export kept --to shiviz --type Nobody --out none')

        then: 'p1 greets p2 and is greeted by p3, three times each'
        folder.resolve('one/csv/events.csv').toFile().readLines().size() == 1 + 6
        nothing.code() == 0
        nothing.err() == 'no event of the run is meant by that\n'
    }

    def "'peerlab export #line' is answered in words, with code 3"() {
        given:
        def shell = kept()
        shell.call('run greetings.yaml --out bare')

        when:
        def answer = shell.call('export ' + line)

        then:
        answer.err() == text.stripIndent()
        answer.code() == 3

        where:
        line || text
        '--to csv' || '''\
            peerlab: peerlab export needs a run directory
                     = keep one with peerlab run FILE --out DIR --record messages
            '''
        'kept' || '''\
            peerlab: peerlab export does not know to what
                     = add --to with some of pcapng, shiviz, perfetto, mermaid, gexf, graphml, dot, vega, prometheus, csv, svg, png
            '''
        'kept --to gefx' || '''\
            peerlab: there is no format 'gefx'
                     = did you mean 'gexf'?
            '''
        'nowhere --to csv' || '''\
            peerlab: there is no folder 'nowhere'
                     = keep one with peerlab run FILE --out DIR --record messages
            '''
        'greetings.yaml --to csv' || '''\
            peerlab: 'greetings.yaml' is no run directory
                     = keep one with peerlab run FILE --out DIR --record messages
            '''
        'kept bare --to csv' || '''\
            peerlab: peerlab export takes one run, found kept bare
                     = leave out all but one
            '''
        'bare --to pcapng' || '''\
            peerlab: the run kept no trace, of which pcapng is made
                     = run it again with --record messages
            '''
        'kept --to gexf --peer p1' || '''\
            peerlab: events are chosen, and no format is made of events
                     = leave out the choice, or add --to pcapng, shiviz, perfetto, mermaid or csv
            '''
        'kept --to shiviz --follow 3 --causes 4' || '''\
            peerlab: --follow and --causes go two ways
                     = leave one of them out
            '''
        'kept --to shiviz --follow #99999' || '''\
            peerlab: there is no event 99999 in this run
                     = ids are the numbers behind # in peerlab trace; write --follow with one of them
            '''
    }

    def "a run without snapshots has none to export, and a broken document is named"() {
        given:
        def shell = kept('--record messages')
        folder.resolve('kept/topology').toFile().deleteDir()

        expect:
        shell.call('export kept --to gexf').err() == '''\
            peerlab: the run kept no snapshots, of which gexf is made
                     = run it again with --record snapshots
            '''.stripIndent()

        when:
        Files.writeString(folder.resolve('kept/metrics.json'), '{')

        then:
        with(shell.call('export kept --to prometheus')) {
            code() == 3
            err() == '''\
                peerlab: 'metrics.json' is broken in line 1, of which prometheus is made
                         = run it again
                '''.stripIndent()
        }
    }

    private Shell kept(String record = '--record trace,messages,snapshots') {
        def shell = new Shell(folder)
        shell.protocols = { new Protocols([new Beacons()]) }
        shell.file('greetings.yaml', TraceSpec.SCENARIO)
        assert shell.call("run greetings.yaml --out kept $record").code() == 0
        shell
    }
}
