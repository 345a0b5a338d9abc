package peerlab.language

import java.nio.charset.StandardCharsets

import com.fasterxml.jackson.databind.ObjectMapper
import peerlab.engine.base.PeerId
import peerlab.engine.observe.MetricReport
import peerlab.engine.observe.Topology
import peerlab.engine.spec.RecordSpec
import peerlab.engine.trace.TraceWriter

/** What can be counted of a run from its trace and its snapshot 'the end', without asking for any metric. */
class Facts {

    final Topology topology
    final List<Map<String, Object>> up
    final MetricReport metrics
    private final List<Map<String, Object>> trace
    private final Map<PeerId, Set<PeerId>> around

    Facts(Loads loads, String text) {
        def spec = loads.spec(text)
        def bytes = new ByteArrayOutputStream()
        def all = new RecordSpec(true, true, Optional.empty(), spec.record().place())
        def writer = new TraceWriter(bytes, all)
        def result = loads.run(spec, writer)
        writer.close()
        metrics = result.metrics()
        topology = result.snapshots().find { it.name() == 'the end' }.topology()
        up = topology.nodes().findAll { it.isUp() }*.values()
        def mapper = new ObjectMapper()
        trace = bytes.toString(StandardCharsets.UTF_8).readLines().collect { mapper.readValue(it, Map) }
        around = neighbours()
    }

    List<Map<String, Object>> lines(String kind) { trace.findAll { it.kind == kind } }

    int sent(String type) { lines('sent').count { it.type == type } }

    List<Map<String, Object>> answered(String operation) {
        lines('answered').findAll { it.operation == operation }
    }

    /** What happened after a second of the run. */
    static List<Map<String, Object>> after(int second, List<Map<String, Object>> lines) {
        lines.findAll { it.t > second * 1_000_000_000L }
    }

    /** Latencies in nanoseconds, the shortest first. */
    static List<Long> latencies(List<Map<String, Object>> answers) {
        answers.findAll { it.success }*.latency*.longValue().sort()
    }

    /** Who knows whom among those up, whichever of the two it is. */
    private Map<PeerId, Set<PeerId>> neighbours() {
        def alive = topology.nodes().findAll { it.isUp() }*.id()
        Map<PeerId, Set<PeerId>> around = alive.collectEntries { [it, [] as Set] }
        topology.edges().findAll { it.from() in alive && it.to() in alive && it.from() != it.to() }.each {
            around[it.from()] << it.to()
            around[it.to()] << it.from()
        }
        around
    }

    int components() { parts(around.keySet()) }

    /** Parts of these peers that do not reach each other. */
    private int parts(Set<PeerId> among) {
        def left = among.toSet()
        int found = 0
        while (left) {
            left -= distances(left.first(), among).keySet()
            found++
        }
        found
    }

    int cutPoints() {
        def all = around.keySet()
        all.count { parts(all - it) > parts(all) }
    }

    int diameter() { paths().max() }

    BigDecimal meanPath() { paths().sum() / paths().size() }

    int links() { around.values()*.size().sum() / 2 }

    /** Three times the triangles over the pairs of links that share a peer. */
    BigDecimal clustering() {
        def pairs = around.collectMany { peer, known -> [known.toList(), known.toList()].combinations() }
                .findAll { it[0] != it[1] }
        pairs.count { it[1] in around[it[0]] } / pairs.size()
    }

    /** The shortest paths between any two; the peers of these runs all reach each other. */
    private List<Integer> paths() {
        assert components() == 1
        around.keySet().collectMany { distances(it, around.keySet()).values().findAll { it > 0 } }
    }

    private Map<PeerId, Integer> distances(PeerId start, Set<PeerId> among) {
        def found = [(start): 0]
        def next = [start]
        for (int away = 1; next; away++) {
            next = next.collectMany { around[it] }.unique().findAll { it in among && !(it in found.keySet()) }
            next.each { found[it] = away }
        }
        found
    }
}
