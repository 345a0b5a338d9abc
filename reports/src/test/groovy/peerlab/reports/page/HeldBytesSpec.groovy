package peerlab.reports.page

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.engine.protocol.WireFormat
import peerlab.reports.PeerList
import peerlab.reports.Traces
import peerlab.reports.export.capture.Capture
import peerlab.reports.export.capture.Encoder
import peerlab.reports.export.capture.Packets
import peerlab.reports.stored.PeerBook
import peerlab.reports.stored.TraceFile

/** The bytes of messages in the page. */
class HeldBytesSpec extends Specification {

    /** Each message is its type, so many times as it is said to have bytes. */
    static final Encoding ENCODING = (Encoding) { peers ->
        Optional.of({ message -> new WireFormat.Packet(WireFormat.Carrier.UDP, 7, false,
                (message.type()[0] * message.bytes()).bytes) } as Encoding.Encoder)
    }

    @TempDir
    Path folder

    def "a message that travels has its carrier, its length and its bytes"() {
        given: 'two finds of 40 bytes, nodes of 60 and a ping of 9'
        def data = PageRuns.data(PageRuns.write(folder, PageRuns.LOOKUP), ReportData.EVENT_BYTES, ENCODING)

        expect: 'all of them'
        data.messages.collect { data.carriers[it[12]] }.unique() == ['UDP 7']
        data.messages*.getAt(13) == [40, 40, 60, 9]
        data.messages.collect { new String(it[14].decodeBase64()) } == ['F' * 40, 'F' * 40, 'N' * 60, 'P' * 9]
        data.sampling.encoded == 4
    }

    def "of a long message the beginning is held, and how long it is"() {
        given: 'one of 3,000 bytes'
        def row = messages([PageRuns.LOOKUP[-1] + [bytes: 3000]])[0]

        expect: 'the first ones'
        row[13] == 3000
        row[14].decodeBase64().length == 2048
    }

    def "where there is no room for all, conversations have bytes whole, the first ones chosen"() {
        given: 'fifty gets of one message of 40 bytes each, every tenth fails; room for ten messages'
        def rows = messages(PageRuns.gets(50), 10 * (56 + 8))
        def held = rows.findIndexValues { it.size() > 12 }*.intValue()

        expect: 'the five that failed, and five more'
        held.size() == 10
        held.containsAll([7, 17, 27, 37, 47])
    }

    def "of a conversation that alone has no room, the beginning has bytes"() {
        given: 'one get that asks ten times'
        def get = PageRuns.gets(1)
        def rows = messages([get[0]] + (1..10).collect { get[1] + [id: 200 + it] }, 3 * (56 + 8) + 5)

        expect: 'three messages'
        rows*.size() == [15] * 3 + [12] * 7
    }

    def "a message whose fields were not recorded has no bytes"() {
        expect: 'nothing to make them of'
        messages([PageRuns.LOOKUP[-1].findAll { it.key != 'fields' }])[0].size() == 12
    }

    def "the bytes of the page are those of the capture"() {
        given: 'a run of peers whose protocol has a format, which throws for what it does not know'
        def files = PageRuns.write(folder, PageRuns.LOOKUP)
        def entries = ['p1', 'p2', 'p3'].withIndex().collect { name, i ->
            new PeerList.Entry(name, i, 'p', '', 'known', '') }
        folder.resolve('peers.json').toFile().bytes = Traces.bytes { PeerList.write(entries, it) }
        def format = { message, addresses ->
            if (message.type() == 'Ping') {
                throw new IllegalStateException('what is that?')
            }
            Optional.of(new WireFormat.Packet(WireFormat.Carrier.UDP, 7, false,
                    "${message.type()} ${message.fields()}".bytes))
        } as WireFormat
        def formats = { Optional.ofNullable(it == 'known' ? format : null) }

        when: 'both are made'
        def data = PageRuns.data(RunFiles.in(folder), ReportData.EVENT_BYTES, Encoder.by(formats))
        def capture = Packets.of(Traces.bytes {
            def trace = new TraceFile(folder.resolve('trace.jsonl'), 't')
            Capture.write(trace, new PeerBook(entries), formats, it)
        })
        def payloads = capture.packets.findAll { it.comment.startsWith('event ') }
                .collectEntries { [(it.comment =~ /^event (\d+)/)[0][1] as int, it.payload] }

        then: 'event by event the same'
        data.messages.every { it[14].decodeBase64() == payloads[it[7]] }
        payloads.size() == data.messages.size()

        and: 'in the words of the format, and as JSON where it has none'
        new String(payloads[11]) == 'Find [key:ab]'
        new String(payloads[21]).startsWith('POST /Ping HTTP/1.1')
        data.carriers == ['UDP 7', 'TCP 80']

        and: 'of every file that the page reads, none is missing'
        files != null
    }

    private List<List> messages(List<Map> events, long budget = HeldBytes.BUDGET) {
        PageRuns.data(PageRuns.write(folder, events), ReportData.EVENT_BYTES, ENCODING, budget).messages
    }
}
