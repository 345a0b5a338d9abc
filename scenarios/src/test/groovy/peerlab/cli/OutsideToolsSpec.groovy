package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * What a run leaves for other tools, held against those tools. Each suite runs where its tool is installed;
 * where one is not, the report says which was left out.
 */
@Timeout(300)
class OutsideToolsSpec extends Specification {

    static final Path LIBRARY = Path.of(System.getProperty('peerlab.root', '..'), 'scenarios/library')

    @TempDir
    @Shared
    Path folder

    def setupSpec() {
        ['kademlia', 'first-ring', 'origin-fails'].each {
            def answer = shell().run(['run', LIBRARY.resolve(it + '.yaml').toString(), '--out', it,
                    '--record', 'trace,messages,snapshots'])
            assert answer.code() == 0: answer.err()
        }
        ['tshark', 'dot', 'promtool', 'xmllint'].findAll { !has(it) }.each {
            System.out.println("OutsideToolsSpec leaves out $it: it is not installed")
        }
    }

    @Requires({ OutsideToolsSpec.has('tshark') })
    def "tshark decodes each message of Kademlia as BT-DHT without an option"() {
        given:
        def capture = folder.resolve('kademlia/capture.pcapng').toString()

        expect: 'as many as were sent, none malformed, both checksums right'
        def sent = sent('kademlia')
        tshark(capture, '-T', 'fields', '-e', '_ws.col.Protocol').countBy { it } == [('BT-DHT'): sent.size()]
        tshark(capture, '-Y', '_ws.malformed || _ws.expert.severity >= 0x600000') == []
        tshark(capture, '-o', 'ip.check_checksum:TRUE', '-o', 'udp.check_checksum:TRUE', '-T', 'fields',
                '-e', 'ip.checksum.status', '-e', 'udp.checksum.status').unique() == ['1\t1']

        and: 'questions are found by their names'
        tshark(capture, '-Y', 'bt-dht.bencoded.string == "find_node"').size() ==
                sent.count { it.contains('"type":"FindNode"') }

        and: 'a packet leads back to its event, its moment and its peer'
        def first = tshark(capture, '-c', '1', '-T', 'fields', '-e', 'frame.comment', '-e',
                'frame.interface_name', '-e', 'frame.time_epoch')[0].split('\t')
        first[0].startsWith('event ' + (sent[0] =~ /"id":(\d+)/)[0][1] + ', ')
        first[1] == (sent[0] =~ /"from":"(\w+)"/)[0][1]
        (first[2] as BigDecimal) * 1_000_000_000 == ((sent[0] =~ /"t":(\d+)/)[0][1] as long)
    }

    @Requires({ OutsideToolsSpec.has('tshark') })
    def "tshark decodes what caches say as memcached, all else as HTTP with JSON, and finds TCP in order"() {
        given:
        def capture = folder.resolve('first-ring/capture.pcapng').toString()
        def sent = sent('first-ring')

        expect:
        tshark(capture, '-Y', 'tcp.analysis.flags') == []
        tshark(capture, '-Y', '_ws.malformed || _ws.expert.severity >= 0x600000') == []
        tshark(capture, '-o', 'ip.check_checksum:TRUE', '-o', 'tcp.check_checksum:TRUE', '-T', 'fields',
                '-e', 'ip.checksum.status', '-e', 'tcp.checksum.status').unique() == ['1\t1']
        tshark(capture, '-Y', 'memcache').size() ==
                sent.count { it =~ /"type":"(Get|Set|Found|Absent|Stored)"/ }
        tshark(capture, '-Y', 'http.request && json').size() ==
                sent.count { it =~ /"type":"(Hello|Members|Digest)"/ }
    }

    @Requires({ OutsideToolsSpec.has('tshark') })
    def "tshark decodes what caches of the web say as HTTP, each answer with its question"() {
        given:
        def capture = folder.resolve('origin-fails/capture.pcapng').toString()
        def sent = sent('origin-fails')

        expect:
        tshark(capture, '-Y', 'tcp.analysis.flags') == []
        tshark(capture, '-Y', '_ws.malformed || _ws.expert.severity >= 0x600000') == []
        tshark(capture, '-Y', 'http.request.method == "GET"').size() ==
                sent.count { it.contains('"method":"GET"') }
        tshark(capture, '-Y', 'http.response && http.request_in').size() > 0
        tshark(capture, '-Y', 'http.response').size() == sent.count { it.contains('"type":"HttpResponse"') }
    }

    @Requires({ OutsideToolsSpec.has('tshark') })
    def "what the page of #run shows of a message on the wire, tshark finds in the capture"() {
        given: 'the bytes of each packet by the event that its comment names'
        def packets = tshark(folder.resolve("$run/capture.pcapng").toString(), '-T', 'fields',
                '-e', 'frame.comment', '-e', 'udp.payload', '-e', 'tcp.payload')
                .findAll { it.startsWith('event ') }
                .collectEntries { [(it =~ /^event (\d+)/)[0][1], it.split('\t')[1..-1].join('')] }
        def page = PageOfRun.data(folder.resolve("$run/report.html"))
        def held = page.messages.findAll { it.size() > 12 }

        expect: 'the same'
        held.size() == page.sampling.encoded
        held.size() > 100
        held.every { packets[it[7] as String] == it[14].decodeBase64().encodeHex().toString() }

        where:
        run << ['kademlia', 'first-ring', 'origin-fails']
    }

    @Requires({ OutsideToolsSpec.has('dot') })
    def "Graphviz draws each snapshot, and a difference"() {
        given:
        shell().call('topology first-ring --diff 6s 9.6s --format dot --out first-ring/diff.dot')
        List<Path> files = []
        files.addAll(Files.list(folder.resolve('first-ring/topology')).filter {
            it.toString().endsWith('.dot') }.toList())
        files.add(folder.resolve('first-ring/diff.dot'))

        expect: 'a node for each peer'
        files.size() > 5
        files.every { output('dot', '-Tplain', it.toString()).count { it.startsWith('node ') } == 12 }
    }

    @Requires({ OutsideToolsSpec.has('promtool') })
    def "promtool has nothing against the metrics of #run"() {
        given:
        assert shell().call("export $run --to prometheus").code() == 0

        expect:
        output(folder.resolve("$run/metrics.prom"), 'promtool', 'check', 'metrics') == []

        where:
        run << ['kademlia', 'first-ring']
    }

    @Requires({ OutsideToolsSpec.has('xmllint') })
    def "xmllint finds GEXF valid by its schema, and the other documents of XML well-formed"() {
        given:
        assert shell().call('export kademlia --to gexf,svg,graphml --quiet').code() == 0
        def schema = LIBRARY.resolve('../../reports/src/test/resources/gexf-1.3/gexf.xsd').toString()
        def svgs = Files.walk(folder.resolve('kademlia')).filter {
            it.toString() =~ /\.(svg|graphml)$/ }.map { it.toString() }.toList()

        expect:
        output('xmllint', '--noout', '--schema', schema, folder.resolve('kademlia/topology.gexf').toString())
                .every { it.endsWith(' validates') }
        svgs.size() > 20
        output(['xmllint', '--noout'] + svgs as String[]) == []
    }

    private List<String> sent(String run) {
        folder.resolve("$run/trace.jsonl").toFile().readLines().findAll { it.contains('"kind":"sent"') }
    }

    private static List<String> tshark(String capture, String... words) {
        output((['tshark', '-r', capture] + (words as List)) as String[])
    }

    private static List<String> output(Path input = null, String... words) {
        def errors = Files.createTempFile('errors', '.txt')
        def builder = new ProcessBuilder(words).redirectError(errors.toFile())
        if (input != null) {
            builder.redirectInput(input.toFile())
        }
        def process = builder.start()
        if (input == null) {
            process.outputStream.close()
        }
        def lines = process.inputStream.readLines('UTF-8')
        assert process.waitFor(120, TimeUnit.SECONDS)
        assert process.exitValue() == 0: Files.readString(errors)
        Files.delete(errors)
        lines
    }

    static boolean has(String tool) {
        System.getenv('PATH').split(File.pathSeparator).any { new File(it, tool).canExecute() }
    }

    private Shell shell() {
        new Shell(folder)
    }
}
