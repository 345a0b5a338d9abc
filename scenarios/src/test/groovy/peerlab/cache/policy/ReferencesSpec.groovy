package peerlab.cache.policy

import java.nio.file.Files
import java.nio.file.Path

import peerlab.cache.Cache
import peerlab.cache.Capacity
import peerlab.cache.ReferenceTraces
import peerlab.cache.Requests
import peerlab.cache.trace.KnownFuture
import peerlab.engine.base.Bytes
import spock.lang.Shared
import spock.lang.Specification

/**
 * Misses held against two simulators that others wrote; resources/caches/README.md says which, and how they
 * were asked. {@code -Dpeerlab.traces=FOLDER} writes the traces down, so that they can be asked again.
 */
class ReferencesSpec extends Specification {

    static final Path ROOT = Path.of(System.getProperty('peerlab.root'))
    static final Path SAID = ROOT.resolve('scenarios/src/test/resources/caches')

    static final List<String> EXACT = ['fifo', 'lru', 'lfu', 'clock', 'slru', '2q', 'arc', 'sieve', 's3-fifo']

    /**
     * LIRS follows its paper where libCacheSim does not (see the package), W-TinyLFU has its own chance; GDSF
     * is the same, but nobody says that it has to be.
     */
    static final Map<String, Double> TOLERANCE = [lirs: 0.01d, gdsf: 0.01d, 'w-tinylfu': 0.02d]

    @Shared
    Map<String, KnownFuture> futures = ReferenceTraces.NAMES.collectEntries {
        [it, new KnownFuture(ReferenceTraces.open(it))]
    }

    def "the trace '#name' is the one that they were asked about"() {
        given: 'its bytes, written down where that is asked for'
        def bytes = ReferenceTraces.bytes(name)
        def folder = System.getProperty('peerlab.traces')
        if (folder) {
            Files.write(Path.of(folder, name + '.oracleGeneral.bin'), bytes)
        }

        expect: 'the fingerprint that is stored with their answers'
        rows('traces.csv').find { it.trace == name }?.sha256 == ReferenceTraces.sha256(bytes)

        where:
        name << ReferenceTraces.NAMES
    }

    def "#policy: hits are those of libCacheSim, request by request, on all traces and capacities"() {
        given: 'all that was said of this policy'
        def said = rows('libcachesim.csv').findAll { it.policy == policy }

        expect: 'enough to mean something, both in entries and, but for ARC, in bytes'
        said.size() >= 24
        said*.unit.toSet() == (policy == 'arc' ? ['entries'] : ['entries', 'bytes']) as Set

        and: 'the same'
        said.each { row ->
            def cache = cache(row)
            def hits = Requests.hits(cache, ReferenceTraces.open(row.trace))
            assert [row, cache.counts().misses()] == [row, row.misses as long]
            assert [row, ReferenceTraces.sha256(hits.bytes)] == [row, row.sha256]
        }

        where:
        policy << EXACT
    }

    def "gdsf, opt: so are theirs, which nobody promised"() {
        expect: 'the same hits, and so the same misses'
        rows('libcachesim.csv').findAll { it.policy in ['gdsf', 'opt'] }.each { row ->
            def hits = Requests.hits(cache(row), ReferenceTraces.open(row.trace))
            assert [row, ReferenceTraces.sha256(hits.bytes)] == [row, row.sha256]
        }
    }

    def "#policy: misses lie within #percent of those of #simulator"() {
        given: 'all that was said of this policy'
        def said = rows(file).findAll { it.policy == policy }

        expect: 'enough to mean something'
        said.size() >= 24

        and: 'near enough, everywhere'
        said.each { row ->
            def cache = cache(row)
            Requests.hits(cache, ReferenceTraces.open(row.trace))
            def theirs = row.misses as long
            assert Math.abs(cache.counts().misses() - theirs) <= TOLERANCE[policy] * theirs: row
        }

        where:
        policy      | percent | simulator              | file
        'lirs'      | '1%'    | 'libCacheSim'          | 'libcachesim.csv'
        'gdsf'      | '1%'    | 'libCacheSim'          | 'libcachesim.csv'
        'w-tinylfu' | '2%'    | "Caffeine's simulator" | 'caffeine-simulator.csv'
    }

    private Cache cache(Map<String, String> row) {
        def amount = row.capacity as long
        def capacity = row.unit == 'entries' ? Capacity.entries(amount) : Capacity.bytes(new Bytes(amount))
        new Cache(capacity, Requests.policy(row.policy, futures[row.trace]))
    }

    private static List<Map<String, String>> rows(String file) {
        def lines = Files.readAllLines(SAID.resolve(file))
        def names = lines[0].tokenize(',')
        lines.drop(1).collect { [names, it.tokenize(',')].transpose().collectEntries() }
    }
}
