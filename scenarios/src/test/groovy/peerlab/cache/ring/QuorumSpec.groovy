package peerlab.cache.ring

import java.nio.file.Path

import peerlab.engine.RunResult
import peerlab.engine.observe.RunEvent
import peerlab.kademlia.Trial
import spock.lang.Specification
import spock.lang.TempDir

/** Quorums, and what theory says of them. */
class QuorumSpec extends Specification {

    @TempDir
    Path folder

    static double value(RunResult result, String metric) { Trial.value(result, metric) }

    RunResult run(String options, String timeline, int peers = 10) {
        new Trial(folder).run("""\
            scenario: Quorums
            peers: { count: $peers, run: cache-ring, start: converged, $options }
            network: { latency: 1ms }
            timeline: [$timeline]
            stop: { at: 60s }
            """)
    }

    def "#r of #n replicas miss a write that #w have, as often as counting says"() {
        when: 'all replicas have a value, w of them a later one, and r of them are asked'
        def result = new Trial(folder).run("""\
            scenario: Staleness
            peers:
              - { count: 10, run: cache-ring, start: converged, replicas: $n }
              - { count: 1, as: loader, run: cache-ring, start: converged, role: client, writeQuorum: $n }
              - { count: 1, as: reader, run: cache-ring, start: converged, role: client,
                  writeQuorum: $w, readQuorum: $r, reads: any, lag: 1h }
            network: { latency: 1ms }
            timeline:
              - { at: 1s, put: 200 keys, from: loader, every: 2ms }
              - { during: 3s..8s, put: any key, from: reader, every: 2ms }
              - { during: 10s..50s, get: any key, from: reader, every: 20ms }
            stop: { at: 60s }
            """)

        then: 'C(n-w, r) / C(n, r) of the answers are stale'
        value(result, 'gets.failed') == 0
        def asked = value(result, 'gets.count')
        double expected = choose(n - w, r) / choose(n, r)
        double error = 4 * Math.sqrt(expected * (1 - expected) / asked)
        Math.abs(value(result, 'gets.stale') / asked - expected) <= error + 1e-12

        where: '2/3 and 0.3 of the table among them'
        n | w | r
        3 | 1 | 1
        3 | 1 | 2
        3 | 2 | 1
        3 | 2 | 2
        5 | 2 | 2
        5 | 3 | 1
    }

    /**
     * Where reads and writes overlap, a read that begins after a put was acknowledged sees it; but while a
     * put is under way, one may read the value and another, later, the one before: such a register is
     * regular, and atomic only where reads write back (Attiya, Bar-Noy and Dolev 1995).
     */
    def "once somebody has read a value nobody reads an older one, where reads write back: #isAtomic"() {
        when: 'a put reaches one replica at once, the others a second later, and two clients read meanwhile'
        def read = []
        new Trial(folder).run("""\
            scenario: Inversion
            peers:
              - { count: 3, as: cache, run: cache-ring, start: converged, replicas: 3 }
              - { count: 1, as: writer, run: cache-ring, start: converged, role: client, writeQuorum: 2,
                  timeout: 5s }
              - { count: 8, as: reader, run: cache-ring, start: converged, role: client, writeQuorum: 2,
                  readQuorum: 2, reads: any, timeout: 5s, atomic: $isAtomic }
            network: { latency: 1ms }
            timeline:
              - { at: 1s, put: key-1, from: writer }
              - { during: 3s..10s, delay: writer, by: 1s, to: 'any 2 of cache' }
              - { at: 4s, put: key-1, from: writer }
              - { during: 4s..6s, get: key-1, from: any reader, every: 10ms }
            stop: { at: 20s }
            """, [RunEvent.Kind.ANSWERED]) { event, view ->
            if (event.request().operation() == 'get') {
                read << event.outcome().value()
            }
        }
        def firstNew = read.findIndexOf { it != read[0] }
        def old = read.drop(firstNew).count { it == read[0] }

        then:
        read.size() == 200
        (old > 0) == !isAtomic

        where:
        isAtomic << [false, true]
    }

    /**
     * Of n replicas, each up with chance p, a quorum of q can be had with chance sum over k >= q of
     * C(n, k) p^k (1 - p)^(n - k) (the binomial law). Here p is one half; that exactly 20 of 40 peers are cut
     * off at a time makes less than 0.01 of a difference. Over a hundred draws of whom it is, the share of
     * keys that have their quorum varies by about 0.005; four of that and the difference are 0.03.
     */
    def "a quorum of #q among #n can be had as often as the binomial law says"() {
        given: 'half of the peers, others each second, are cut off for nine tenths of it'
        def cuts = (1..100).collect { "  - { during: ${it}s..${it}.9s, isolate: any 50% of cache }" }
                .join('\n            ')
        def result = new Trial(folder).run("""\
            scenario: Availability
            peers:
              - { count: 40, as: cache, run: cache-ring, start: converged, replicas: $n }
              - { count: 1, as: reader, run: cache-ring, start: converged, role: client, readQuorum: $q,
                  timeout: 20ms }
            network: { latency: 1ms }
            timeline:
              - { at: 500ms, put: 200 keys, from: reader, every: 1ms }
            $cuts
              - { during: 1s..101s, get: uniform(200), from: reader, every: 10ms }
            stop: { at: 102s }
            """.replaceAll('(?m)^ +-', '              -'))
        double available = value(result, 'gets.succeeded') / value(result, 'gets.count')
        double expected = 0.9 * (q..n).sum { choose(n, it) } / (1 << n) + 0.1

        expect: 'nine tenths of the time as the law says, else always'
        Math.abs(available - expected) < 0.03

        where:
        n | q
        3 | 1
        3 | 2
        3 | 3
        5 | 3
    }

    private static double choose(int n, int k) {
        k > n ? 0 : (1..<k + 1).inject(1.0d) { product, i -> product * (n - k + i) / i }
    }

    def "where reads and writes overlap, nobody reads what was there before the last write"() {
        when: 'keys are written again and again, and one replica after another is cut off for a while'
        def result = run("replicas: 3, writeQuorum: $w, readQuorum: $r, reads: any",
                '{ at: 1s, put: 20 keys }, ' + (1..20).collect {
                    "{ at: ${2 + 2 * it}.5s, put: key-${it % 20 + 1}, from: p1 }, " +
                    "{ during: ${2 + 2 * it}s..${3 + 2 * it}s, isolate: p${it % 9 + 2} }"
                }.join(', ') + ', { during: 3s..50s, get: any key, from: p1, every: 20ms }')

        then:
        (value(result, 'gets.stale') == 0) == isFresh

        where:
        w | r | isFresh
        2 | 2 | true
        3 | 1 | true
        1 | 1 | false
    }

    def "a stand-in keeps what a replica missed, and hands it over when that is back"() {
        when:
        def result = run("replicas: 3, writeQuorum: 3, sloppy: $isSloppy",
                '{ at: 1s, crash: p4 }, { at: 3s, put: 100 keys, from: p1, every: 10ms }, ' +
                '{ at: 20s, restart: p4 }')

        then: 'with strict quorums the puts that needed it fail'
        (value(result, 'puts.failed') == 0) == isSloppy
        value(result, 'ring.hints') == 0

        and: 'with sloppy ones all is in its place in the end'
        !isSloppy || value(result, 'ring.standIns') > 10
        value(result, 'ring.handOvers') == value(result, 'ring.standIns')
        !isSloppy || value(result, 'cache.entries') == 300

        where:
        isSloppy << [true, false]
    }

    def "hints for a peer that never comes back go to whom its keys belong to then"() {
        when: 'it is down, then says goodbye for good'
        def result = run('replicas: 2, writeQuorum: 2, sloppy: true, timeout: 100ms',
                '{ during: 1s..30s, isolate: p4 }, { at: 3s, put: 100 keys, from: p1, every: 10ms }, ' +
                '{ at: 31s, leave: p4 }')

        then:
        value(result, 'puts.failed') == 0
        value(result, 'ring.hints') == 0
    }

    def "a get brings replicas up to date that it found behind"() {
        when: 'one of three misses a write, and all three are asked twice'
        def result = run("replicas: 3, writeQuorum: 2, readQuorum: 3, readRepair: $repairs",
                '{ at: 1s, put: key-1 }, { during: 2s..4s, isolate: p3 }, ' +
                '{ at: 3s, put: key-1, from: p1 }, { at: 10s, get: key-1, from: p1 }, ' +
                '{ at: 12s, get: key-1, from: p1 }', 3)

        then:
        value(result, 'gets.succeeded') == 2
        value(result, 'gets.stale') == 0
        value(result, 'ring.repairs') == (repairs ? 1 : 0)

        where:
        repairs << [true, false]
    }
}
