package peerlab.cache.ring

import java.nio.file.Path

import peerlab.engine.RunResult
import peerlab.kademlia.Trial
import spock.lang.Specification
import spock.lang.TempDir

/** How what is put reaches the origin behind the caches. */
class OriginWritesSpec extends Specification {

    @TempDir
    Path folder

    RunResult run(String peers, String timeline, String cache = 'cache: { policy: lru }') {
        new Trial(folder).run(CacheRingSpec.scenario(peers, timeline, cache))
    }

    static double value(RunResult result, String metric) { Trial.value(result, metric) }

    def "a put waits for the origin, or for the caches alone where they write back"() {
        when: 'a value is written ten times, and a second later nobody writes any more'
        def result = run("{ count: 3, run: cache-ring, origin: 50ms, writes: $writes, flush: 500ms }",
                (1..10).collect { "{ at: 1.${it}s, put: key-7, from: p1 }" }.join(', '))

        then: 'written back, ten writes are two or three'
        value(result, 'puts.succeeded') == 10
        value(result, 'origin.writes') in writesOfOrigin
        value(result, 'origin.unwritten') == 0
        def latency = result.metrics().values()['puts.latency'] as peerlab.engine.observe.MetricReport.Summary
        latency.min() >= 0.05 == (writes == 'through')

        where:
        writes    | writesOfOrigin
        'through' | [10.0d]
        'back'    | [2.0d, 3.0d]
    }

    def "what was not written back before a crash is lost, unless a replica has it: #replicas"() {
        when: 'the owner of a key crashes before it tells the origin'
        def result = run("{ count: 3, run: cache-ring, origin: 50ms, writes: back, flush: 20s, " +
                "replicas: $replicas, writeQuorum: $replicas, timeout: 100ms }",
                '{ at: 1s, put: 30 keys, from: p1 }, { at: 3s, crash: p2 }, ' +
                '{ during: 4s..20s, get: any key, from: p1, every: 20ms }')

        then: 'who asks for it is told what was before'
        value(result, 'gets.failed') == 0
        (value(result, 'gets.stale') > 0) == (replicas == 1)

        where:
        replicas << [1, 2]
    }

    def "what has to make room is written back first, and so is all of who leaves"() {
        when: 'thirty values come where ten have room, and then the peer goes'
        def result = run('{ count: 2, run: cache-ring, origin: 50ms, writes: back, flush: 1h }',
                '{ at: 1s, put: 30 keys, from: p1 }, ' +
                '{ at: 3s, leave: p2 }, { during: 4s..20s, get: any key, from: p1, every: 20ms }',
                'cache: { policy: lru, entries: 5 }')

        then: 'nothing is lost'
        value(result, 'gets.failed') == 0
        value(result, 'gets.stale') == 0
        value(result, 'origin.writes') + value(result, 'origin.unwritten') == 30
    }
}
