package peerlab.reports.stored

import java.nio.file.Files
import java.nio.file.Path

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.observe.View
import peerlab.reports.PeerList
import peerlab.reports.RunDirectory
import peerlab.reports.Runs
import peerlab.reports.Traces
import peerlab.reports.export.AtEndOfRun
import peerlab.reports.export.ExportFormat
import peerlab.reports.export.Exporter
import spock.lang.Specification
import spock.lang.TempDir

class StoredRunSpec extends Specification {

    @TempDir
    Path folder

    def "what a run has written is read back"() {
        given:
        kept(Runs.kademlia())

        when:
        def run = StoredRun.at(folder)

        then:
        StoredRun.isAt(folder)
        run.manifest().scenario == 'kademlia'
        run.seconds() == 90
        run.metrics()['gets.latency'].p95 == 0.14d
        run.series().size() == 4
        run.expectations()*.verdict == ['fail', 'pass', 'pass']
        run.peers().of('p2') == new PeerList.Entry('p2', 1, 'p', 'north', 'kademlia', 'ab')
        run.peers().protocol('p1') == 'kademlia'

        and: 'a topology down to what peers show'
        def topology = run.topologies()[0].snapshot()
        topology.name() == 'after the crash'
        topology.topology().nodes()*.id()*.name() == ['p1', 'p2', 'cache1']
        topology.topology().nodes()[0].values().term == 3
        topology.topology().edges() == Runs.topology().edges()
        topology.topology().transfers() == Runs.topology().transfers()
    }

    def "the snapshot of an instant is the last that was taken before it; the first where all are later"() {
        given:
        kept(Runs.kademlia())
        def run = StoredRun.at(folder)

        expect:
        [0, 49, 50, 90].every {
            run.topologyAt(new SimTime(it * 1_000_000_000L)).get().topology().time() == Runs.seconds(50)
        }
    }

    def "what was not kept is empty, and what is broken is said"() {
        given:
        Files.writeString(folder.resolve('run.json'), '{"scenario": ')
        Files.writeString(folder.resolve('metrics.json'), '[]')
        Files.writeString(folder.resolve('metrics.csv'), 'time_s,metric,value\none,two,three\n')
        def run = StoredRun.at(folder)

        expect:
        run.trace().empty
        run.topologies() == []
        run.peers().of('p9').index() == 0
        complaint { run.manifest() } == "'run.json' is broken in line 1"
        complaint { run.metrics() } == "'metrics.json' is not what a run has written"
        complaint { run.series() } == "'metrics.csv' is not what a run has written"
    }

    def "every format is made, into the folder of the run, and belongs to the run from then on"() {
        given:
        kept(Runs.kademlia())

        when:
        def names = export(ExportFormat.values() as List)

        then:
        names.containsAll(['capture.pcapng', 'spacetime.shiviz', 'trace.perfetto.json', 'conversation.mmd',
                'topology.gexf', 'topology/after-the-crash.svg', 'topology/after-the-crash.png',
                'topology/after-the-crash.dot', 'charts/gets.successRate.vl.json',
                'charts/gets.successRate.svg', 'metrics.prom', 'csv/events.csv', 'csv/nodes.csv'])
        names.every { Files.size(folder.resolve(it)) > 0 }

        when: 'the next run into that folder'
        kept(Runs.kademlia())

        then: 'what was made of the last one is gone'
        !Files.exists(folder.resolve('topology.gexf'))
        !Files.exists(folder.resolve('charts/gets.successRate.svg'))
        Files.exists(folder.resolve('capture.pcapng'))
    }

    def "exporting twice gives the same bytes, and touches nobody else's file"() {
        given:
        kept(Runs.kademlia())
        export(ExportFormat.values() as List)
        def before = bytes()
        Files.writeString(folder.resolve('mine.txt'), 'mine')

        expect:
        export(ExportFormat.values() as List).every {
            before[it] == Files.readAllBytes(folder.resolve(it)).toList()
        }
        Files.readString(folder.resolve('mine.txt')) == 'mine'
    }

    def "a file of somebody else's by that name is refused, and nothing is left of the rest"() {
        given:
        kept(Runs.kademlia())
        Files.writeString(folder.resolve('metrics.prom'), 'mine')

        when:
        export([ExportFormat.GEXF, ExportFormat.PROMETHEUS])

        then:
        def e = thrown(IOException)
        e.message.contains('no run of Peerlab wrote it')
        !Files.exists(folder.resolve('topology.gexf'))
        !Files.list(folder).any { it.fileName.toString().endsWith('.part') }
    }

    def "a run in which every word is nasty is exported whole"() {
        given:
        kept(Runs.nasty(), Traces.nasty())

        expect:
        export(ExportFormat.values() as List).every { Files.size(folder.resolve(it)) > 0 }
    }

    def "without a trace or snapshots, what is made of them is refused by name"() {
        given:
        RunDirectory.open(folder, Runs.MACHINE).withCloseable {
            it.finish(Runs.but([snapshots: []], Runs.kademlia()))
        }

        expect:
        complaint { export([ExportFormat.SHIVIZ]) } == Exporter.NO_TRACE
        complaint { export([ExportFormat.GEXF]) } == Exporter.NO_SNAPSHOTS
        export([ExportFormat.CSV]) == [
                'csv/metrics-final.csv', 'csv/verdicts.csv', 'csv/nodes.csv', 'csv/edges.csv']
    }

    def "of a run with very many messages only the peers are kept without being asked"() {
        when:
        kept(Runs.kademlia(), Traces.small(), AtEndOfRun.MOST_MESSAGES + 1)

        then:
        Files.exists(folder.resolve('peers.json'))
        !Files.exists(folder.resolve('capture.pcapng'))
    }

    def "a folder cannot be made where a file is"() {
        given:
        def file = Files.writeString(folder.resolve('file'), 'x')

        when:
        RunDirectory.extend(file)

        then:
        def e = thrown(IOException)
        e.message.contains('it is a file, not a folder')
    }

    private List<String> export(List<ExportFormat> formats) {
        RunDirectory.extend(folder).withCloseable { directory ->
            def exporter = new Exporter(StoredRun.at(folder), { it }, { Optional.empty() }, directory)
            def names = formats.collectMany { exporter.write(it) }
            directory.finishExtending()
            names
        }
    }

    private Map<String, List<Byte>> bytes() {
        def all = [:]
        folder.toFile().eachFileRecurse { file ->
            if (file.file) {
                all[folder.relativize(file.toPath()).toString()] = file.bytes.toList()
            }
        }
        all
    }

    private void kept(result, lines = Traces.small(), long messages = 3) {
        RunDirectory.open(folder, Runs.MACHINE).withCloseable { directory ->
            directory.openTrace().withCloseable { out ->
                lines.goThrough { line ->
                    def all = [t: line.time().nanos(), kind: line.kind()] + line.values()
                    out.write((peerlab.reports.Json.line(all) + '\n').getBytes('UTF-8'))
                    true
                }
            }
            AtEndOfRun.addTo(directory, peers(), messages, { Optional.empty() })
            directory.finish(result)
        }
    }

    private PeerList peers() {
        def list = new PeerList()
        def view = Stub(View) {
            peers() >> [PeerId.of(0), PeerId.of(1), PeerId.of(2)]
            peer(_) >> { PeerId id ->
                Stub(View.PeerView) {
                    group() >> 'p'
                    region() >> (id.index() == 1 ? 'north' : '')
                    protocol() >> 'kademlia'
                    identity() >> {
                        if (id.index() == 2) {
                            throw new IllegalStateException()
                        }
                        id.index() == 1 ? 'ab' : ''
                    }
                }
            }
        }
        list.on(null, view)
        list.finish(view)
        assert list.interests() == 0
        list
    }

    private static String complaint(Closure<?> work) {
        try {
            work()
            return 'none'
        } catch (StoredRunException e) {
            return e.message
        }
    }
}
