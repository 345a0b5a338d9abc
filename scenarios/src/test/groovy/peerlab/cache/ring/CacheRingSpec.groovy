package peerlab.cache.ring

import java.nio.file.Path

import peerlab.engine.RunResult
import peerlab.engine.observe.RunEvent
import peerlab.kademlia.Trial
import spock.lang.Specification
import spock.lang.TempDir

/** What clients of a cache ring get, whatever becomes of its peers. */
class CacheRingSpec extends Specification {

    @TempDir
    Path folder

    RunResult run(String peers, String timeline, String cache = 'cache: { policy: lru }') {
        new Trial(folder).run(scenario(peers, timeline, cache))
    }

    static String scenario(String peers, String timeline, String cache = 'cache: { policy: lru }') {
        """\
        scenario: A ring
        peers: $peers
        $cache
        network: { latency: 1ms..3ms }
        timeline: [$timeline]
        stop: { at: 30s }
        """
    }

    static double value(RunResult result, String metric) { Trial.value(result, metric) }

    /** Why requests failed, in order. */
    List<String> reasons(String peers, String timeline, String cache = 'cache: { policy: lru }') {
        def reasons = []
        new Trial(folder).run(scenario(peers, timeline, cache), [RunEvent.Kind.ANSWERED]) { event, view ->
            if (!event.outcome().isSuccess()) {
                reasons << event.outcome().reason()
            }
        }
        reasons
    }

    def "what was put is found, asked through #who"() {
        when:
        def result = run(peers, "{ at: 1s, put: 200 keys, from: $from, every: 1ms }, " +
                "{ during: 3s..9s, get: any key, from: $from, every: 20ms }")

        then:
        value(result, 'gets.succeeded') == 300
        value(result, 'gets.failed') == 0
        value(result, 'gets.stale') == 0
        value(result, 'cache.hitRatio') == 1

        where:
        who                         | from       | peers
        'the peers themselves'      | 'any peer' | '{ count: 8, run: cache-ring, replicas: 2 }'
        'clients that hold the ring'| 'client1'  | '[{ count: 8, run: cache-ring, replicas: 2 }, ' +
                '{ count: 3, as: client, run: cache-ring, role: client }]'
    }

    def "each key lies at as many peers as it has replicas, whatever the placement: #placement"() {
        when:
        def result = run("{ count: 7, run: cache-ring, replicas: 3, placement: $placement, keys: 100 }",
                '{ at: 1s, put: 100 keys, every: 1ms }')

        then:
        value(result, 'puts.succeeded') == 100
        value(result, 'cache.entries') == 300
        value(result, 'cache.bytes') == 300 * 64

        where:
        placement << ['ring', 'ketama', 'modulo', 'rendezvous', 'jump', 'maglev', 'bounded', 'two-choices']
    }

    def "a replica that is down is passed over, and the next is asked"() {
        when: 'of two replicas one is down'
        def result = run('{ count: 8, run: cache-ring, replicas: 2 }',
                '{ at: 1s, put: 300 keys, every: 1ms }, { at: 5s, crash: p3 }, ' +
                '{ during: 6s..18s, get: any key, from: p1, every: 40ms }')

        then:
        value(result, 'gets.failed') == 0
        value(result, 'ring.fallThroughs') > 0

        when: 'there was one copy only'
        result = run('{ count: 8, run: cache-ring }',
                '{ at: 1s, put: 300 keys, every: 1ms }, { at: 5s, crash: p3 }, ' +
                '{ during: 6s..18s, get: any key, from: p1, every: 40ms }')

        then:
        value(result, 'gets.failed') > 10
        value(result, "gets['node'].failed") == value(result, 'gets.failed')
    }

    def "a request that comes to nothing is named: #trouble"() {
        when:
        def found = reasons(peers, timeline, cache)

        then:
        found == [reason]

        where:
        trouble        | reason                                              | peers | timeline | cache
        'miss'         | 'miss'                                              |
                '{ count: 3, run: cache-ring }' | '{ at: 2s, get: key-1 }' | 'cache: { policy: lru }'
        'invalid key'  | "invalid key: 'a key' has a blank in it"            |
                '{ count: 3, run: cache-ring }' | '{ at: 2s, get: a key }' | 'cache: { policy: lru }'
        'invalid size' | 'invalid size: 4096 bytes do not fit into a cache'  |
                '{ count: 3, run: cache-ring }' | '{ at: 2s, put: key-1, size: 4KiB }' |
                'cache: { policy: lru, capacity: 2KiB }'
        'storage'      | "storage: network 'ring' takes no puts"             |
                '{ count: 3, run: cache-ring, readOnly: true }' | '{ at: 2s, put: key-1 }' |
                'cache: { policy: lru }'
        'node'         | 'node: 0 of 1 answers'                              |
                '[{ count: 1, run: cache-ring }, { count: 1, as: client, run: cache-ring, role: client }]' |
                '{ at: 1s, crash: p1 }, { at: 2s, get: key-1, from: client1 }' | 'cache: { policy: lru }'
        'eviction'     | 'eviction: nothing made room for it'                |
                '{ count: 1, run: cache-ring }' | '{ at: 2s, put: key-1 }' |
                'cache: { policy: lru, admission: second-hit }'
        'too few'      | 'node: 1 of 2 copies confirmed'                     |
                '{ count: 2, run: cache-ring, replicas: 2, writeQuorum: 2 }' |
                '{ at: 1s, crash: p2 }, { at: 2s, put: key-1, from: p1 }' | 'cache: { policy: lru }'
    }

    def "a ring without a peer answers 'no peers available'"() {
        given: 'clients who are there before any cache is'
        def peers = '[{ count: 1, as: client, run: cache-ring, role: client }, ' +
                '{ count: 3, as: cache, run: cache-ring }]'

        expect:
        reasons(peers, '{ at: 1s, get: key-1, from: client1 }, { at: 2s, put: key-1, from: client1 }, ' +
                '{ at: 5s, join: cache, via: client1 }, { at: 8s, put: key-1, from: client1 }, ' +
                '{ at: 9s, get: key-1, from: client1 }') ==
                ['node: no peers available', 'node: no peers available']
    }

    def "who comes and who goes is known to all, and what moves is counted"() {
        when: 'the tenth peer joins a ring with 2,000 keys'
        def result = run("{ count: 10, run: cache-ring, placement: $placement }",
                '{ at: 0s, join: p10, via: p1, as: x }, { at: 1s, leave: p10 }, ' +
                '{ at: 2s, put: 2000 keys, every: 1ms }, { at: 10s, join: p10, via: p1 }')

        then:
        Math.abs(value(result, 'ring.keysMoved') / 2000 - share) < 0.05
        value(result, "ring['ring'].keysMoved") == value(result, 'ring.keysMoved')

        where: 'K/(n+1) of them for all but modulo'
        placement    | share
        'ring'       | 0.1
        'ketama'     | 0.1
        'rendezvous' | 0.1
        'jump'       | 0.1
        'modulo'     | 0.9
    }

    def "all learn of a peer that came while they could not hear of it"() {
        when: 'p5 joins while p4 is cut off'
        def result = new Trial(folder).simulation(scenario('{ count: 5, run: cache-ring }',
                '{ at: 0s, join: p5, via: p1, as: x }, { at: 0s, crash: p5, as: y }, ' +
                '{ during: 2s..6s, isolate: p4 }, { at: 3s, restart: p5 }, { at: 4s, leave: p5 }'))
        result.start()
        result.runUntil(peerlab.engine.base.Span.seconds(5))

        then: 'it does not know yet'
        !result.view().holds('all peers know the same ring')

        when: 'it is back, and somebody gossips with it'
        result.runUntil(peerlab.engine.base.Span.seconds(15))

        then:
        result.view().holds('all peers know the same ring')
    }

    def "a get that misses is answered by the origin, and the next one by a cache"() {
        when:
        def result = run('{ count: 4, run: cache-ring, origin: 50ms }',
                '{ at: 1s, get: key-7, from: p1 }, { at: 2s, get: key-7, from: p2 }')

        then:
        value(result, 'gets.succeeded') == 2
        value(result, 'origin.requests') == 1
        value(result, 'origin.share') == 0.5
        value(result, 'cache.hits') == 1
    }

    def "the origin takes the gets of a cache that is down"() {
        when: 'one of two caches crashes'
        def result = run('[{ count: 2, run: cache-ring, origin: 10ms, timeout: 50ms }, ' +
                '{ count: 1, as: client, run: cache-ring, role: client, origin: 10ms, timeout: 50ms }]',
                '{ at: 1s, put: 100 keys, from: client1, every: 1ms }, { at: 3s, crash: p2 }, ' +
                '{ during: 4s..24s, get: any key, from: client1, every: 50ms }')

        then: 'nobody fails, and the crashed one can be filled with nothing'
        value(result, 'gets.failed') == 0
        value(result, 'gets.stale') == 0
        Math.abs(value(result, 'origin.share') - 0.5) < 0.15
    }

    def "a peer that leaves in order can hand over what it has"() {
        when: 'there is one copy of each value, and p2 leaves'
        def result = run("{ count: 3, run: cache-ring, replicas: 1, handover: $hands }",
                '{ at: 1s, put: 90 keys, from: p1, every: 1ms }, { at: 5s, leave: p2 }, ' +
                '{ during: 7s..17s, get: any key, from: p1, every: 20ms }')

        then:
        (value(result, 'gets.failed') == 0) == hands

        where:
        hands << [true, false]
    }

    def "what was written is at the origin, and what is cached of before is stale"() {
        when: 'of two replicas one is cut off while the value changes, and asked afterwards'
        def result = run('{ count: 2, run: cache-ring, replicas: 2, origin: 50ms, reads: any }',
                '{ at: 1s, get: key-7, from: p1 }, { during: 2s..4s, isolate: p2 }, ' +
                '{ at: 3s, put: key-7, from: p1 }, { during: 5s..15s, get: key-7, from: p1, every: 50ms }')

        then: 'half of the answers are old'
        value(result, 'gets.wrong') == 0
        Math.abs(value(result, 'gets.stale') / 200 - 0.5) < 0.15
    }

    def "many who miss together ask the origin once where they wait for each other"() {
        when:
        def result = run("{ count: 1, run: cache-ring, origin: 1s, coalesce: $coalesces }",
                '{ during: 2s..2.5s, get: key-7, every: 10ms }')

        then:
        value(result, 'gets.succeeded') == 50
        value(result, 'origin.requests') == asked

        where:
        coalesces | asked
        false     | 50
        true      | 1
    }

    def "an entry is served while it is younger than its time to live"() {
        when: 'it is asked for every two seconds'
        def result = run('{ count: 1, run: cache-ring }',
                '{ at: 1s, put: key-1 }, { during: 2s..20s, get: key-1, every: 2s }',
                "cache: { policy: lru, ttl: 5s, sliding: $slides }")

        then:
        value(result, 'gets.succeeded') == served
        value(result, 'cache.expirations') == (slides ? 0 : 1)

        where:
        slides | served
        false  | 2
        true   | 9
    }

    def "each peer has its own room and its own account"() {
        when: 'four peers with room for 20 entries each are given 200'
        def simulation = new Trial(folder).simulation(scenario('{ count: 4, run: cache-ring }',
                '{ at: 1s, put: 200 keys, every: 1ms }, { during: 3s..13s, get: any key, every: 10ms }',
                'cache: { policy: lru, entries: 20 }'))
        def result = simulation.run()
        def view = simulation.view()

        then: 'all are full, none beyond it'
        value(result, 'cache.entries') == 80
        value(result, 'cache.evictions') == 120
        view.holds('every cache keeps to its capacity')

        and: 'what is counted for each adds up to what is counted for all'
        (1..4).sum { value(result, "cache['p$it'].hits") } == value(result, 'cache.hits')
        (1..4).every { view.peer(view.peers()[it - 1]).values().hits == value(result, "cache['p$it'].hits") }
        value(result, "cache['ring'].misses") == value(result, 'cache.misses')
        view.peer(view.peers()[0]).values().with { it.items == 20 && it.capacity == 20 && it.role == 'cache' }
    }

    def "what a cache holds can be asked of one peer, or of a group"() {
        when: 'two groups of caches of different size are filled'
        def result = new Trial(folder).run("""\
            scenario: Parts
            peers:
              - { count: 2, run: cache-ring }
              - { count: 2, as: big, run: cache-ring }
            cache:
              - { policy: lru, entries: 10 }
              - { policy: lru, entries: 30, on: big }
            network: { latency: 1ms }
            timeline:
              - { at: 1s, put: 400 keys, every: 1ms }
            expect:
              - { always: "cache['p1'].entries <= 10" }
              - { at end: "cache['p1'].entries == 10 and cache['big'].entries == 60 and cache.entries == 80" }
              - { at end: "cache['big2'].bytes == 30 * 64B" }
            stop: { at: 5s }
            """)

        then:
        result.expectations()*.verdict()*.name() == ['PASS'] * 3
    }

    def "several networks live side by side, each with its own replicas and keys"() {
        when: 'one of them is closed to writers'
        def result = run('[{ count: 3, as: eu, run: cache-ring, ring: eu, replicas: 3 }, ' +
                '{ count: 2, as: us, run: cache-ring, ring: us, readOnly: true, origin: 10ms }, ' +
                '{ count: 1, as: reader, run: cache-ring, role: client, ring: eu, readQuorum: 2 }]',
                '{ at: 1s, put: 20 keys, from: eu1, every: 1ms }, ' +
                '{ at: 2s, put: key-1, from: us1 }, { at: 3s, get: key-1, from: us2 }, ' +
                '{ at: 4s, get: key-1, from: reader1 }, { at: 5s, leave: eu3 }')

        then:
        value(result, "puts['storage'].failed") == 1
        value(result, 'cache.entries') == 40 + 1
        value(result, 'origin.requests') == 1
        value(result, 'gets.succeeded') == 2
        value(result, "ring['eu'].keysMoved") > 0
    }

    def "connections are reused: there are never more than pairs of a caller and a peer"() {
        when:
        def result = new Trial(folder).run('''\
            scenario: Reuse
            peers:
              - { count: 5, run: cache-ring, gossip: 1h }
              - { count: 3, as: client, run: cache-ring, role: client, gossip: 1h }
            network: { latency: 1ms, connections: { setup: 1 } }
            timeline:
              - { at: 1s, put: 300 keys, from: any client, every: 1ms }
              - { during: 3s..9s, get: any key, from: any client, every: 5ms }
            expect:
              - { always: connections.open <= 28 }
            stop: { at: 10s }
            ''')

        then: 'the clients with each cache, and all with each other as they met'
        value(result, 'connections.opened') <= 28
        value(result, 'gets.failed') == 0
    }

    def "what peers must agree on is checked before anything runs: #wrong"() {
        given:
        def file = java.nio.file.Files.writeString(folder.resolve('wrong.yaml'),
                scenario(peers, '{ at: 1s, put: key-1 }', cache).stripIndent())

        expect:
        new peerlab.dsl.ScenarioLoader(peerlab.engine.protocol.Protocols.installed())
                .load(file, peerlab.dsl.LoadOptions.NONE).diagnostics()*.message() == said

        where:
        peers << [
                '[{ count: 2, run: cache-ring, replicas: 2 }, { count: 2, as: b, run: cache-ring }]',
                '[{ count: 2, run: cache-ring }, ' +
                        '{ count: 2, as: b, run: cache-ring, role: client, readQuorum: 2 }]',
                '{ count: 2, run: cache-ring, replicas: 2, writeQuorum: 3 }',
                '{ count: 2, run: cache-ring, placement: bounded }',
                '{ count: 2, run: cache-ring, role: client }',
                '{ count: 2, run: cache-ring, hedge: 10ms, backoff: 1s, budget: 10%, queue: 5, ' +
                        'writes: back }',
                '{ count: 2, run: cache-ring }', '{ count: 2, run: cache-ring }',
                '{ count: 2, run: cache-ring }', '{ count: 2, run: cache-ring }']
        cache << ['cache: { policy: lru }'] * 6 + ['cache: { policy: arc }',
                'cache: { policy: lru, small: 10% }', 'cache: { policy: s3-fifo, promotion: 1000 }',
                'cache: { policy: lru, jitter: 10%, entries: 5, capacity: 5KiB }']
        said << [["'replicas' of 1, and of 2 for others who hold keys of the network 'ring'"],
                ["'readQuorum' of 2 among 1 replica"], ["'writeQuorum' of 3 among 2 replicas"],
                ["'bounded' without knowing how many keys there are"],
                ["nobody holds keys of the network 'ring'"],
                ['nobody else to ask: keys have one replica', 'nothing is sent again',
                 'nothing is sent again', 'nobody ever waits: requests take no time',
                 'nothing to write back to'],
                ["invalid policy: 'arc' counts entries, and this cache counts bytes"],
                ["invalid policy: 'lru' has no 'small'"],
                ["'promotion' of s3-fifo lies between 1 and 100, found 1000"],
                ["'jitter' without a time to live",
                 "invalid size: 'capacity' and 'entries' both say how much a cache holds"]]
        wrong = said[0]
    }
}
