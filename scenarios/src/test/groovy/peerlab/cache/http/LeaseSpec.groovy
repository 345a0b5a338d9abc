package peerlab.cache.http

import java.nio.file.Path

import peerlab.engine.RunResult
import peerlab.engine.observe.MetricReport
import peerlab.kademlia.Trial
import spock.lang.Specification
import spock.lang.TempDir

/** Caches that are told before something is written (Gray and Cheriton, SOSP 1989). */
class LeaseSpec extends Specification {

    static final String ONE_LEVEL = '{ count: 4, as: cache, run: http-cache, timeout: 30s }'
    static final String TWO_LEVELS = '{ count: 2, as: far, run: http-cache, timeout: 30s }\n' +
            '          - { count: 4, as: cache, run: http-cache, timeout: 30s, via: far }'
    static final String SIBLINGS = '{ count: 4, as: cache, run: http-cache, timeout: 30s, siblings: true }'

    @TempDir
    Path folder

    static double value(RunResult result, String metric) { Trial.value(result, metric) }

    RunResult run(String origin, String caches, String timeline, long seed = 1) {
        new Trial(folder).run("""\
            scenario: Leases
            seed: $seed
            peers:
              - { count: 1, as: origin, run: http-cache, role: origin, $origin }
              - $caches
              - { count: 8, as: client, run: http-cache, role: client, via: cache, timeout: 30s }
            network: { latency: 'lognormal(median: 20ms, sigma: 1.0)' }
            timeline: [$timeline]
            stop: { at: 300s }
            """.replaceAll('(?m)^ {10,}- ', '              - '))
    }

    static final String BUSY =
            '{ during: 1s..200s, get: uniform(5), from: any client, every: 20ms, writes: 3% }'

    def "within its lease nobody reads what was before the last write: #caches, seed #seed"() {
        when: 'five pages are read and written by all, and messages overtake each other'
        def leased = run('lease: 5s', caches, BUSY, seed)
        def aged = run('maxAge: 5s', caches, BUSY, seed)

        then: 'never with leases, often with an age alone'
        value(leased, 'gets.stale') == 0
        value(leased, 'gets.wrong') == 0
        value(leased, 'gets.failed') == 0
        value(aged, 'gets.stale') > 500

        and: 'caches are still good for something'
        value(leased, 'http.fresh') > 0.3 * value(leased, 'gets.count')
        value(leased, 'http.revocations') > 100

        where:
        [caches, seed] << [[ONE_LEVEL, TWO_LEVELS, SIBLINGS], [1, 2]].combinations()
    }

    def "a write waits for a holder that cannot be reached, as long as its lease and no longer"() {
        when: 'a cache that has the page is cut off at 3 s, and somebody else writes it at 4 s'
        def result = run('lease: 10s', ONE_LEVEL,
                '{ at: 1s, get: news, from: client1 }, { at: 1s, get: news, from: client2 }, ' +
                '{ during: 3s..60s, isolate: cache1 }, { at: 4s, put: news, from: client2 }, ' +
                '{ at: 9s, get: news, from: client2 }, { at: 20s, get: news, from: client2 }')
        def latency = result.metrics().values()['puts.latency'] as MetricReport.Summary

        then: 'from 4 s until some 11 s; meanwhile others read what there is'
        value(result, 'puts.succeeded') == 1
        latency.max() > 6.5
        latency.max() < 7.6
        value(result, 'gets.failed') == 0
        value(result, 'gets.stale') == 0
        value(result, 'origin.requests') == 5
    }

    def "an origin that has forgotten its leases waits until all of them must be over"() {
        when: 'it crashes after it gave one, is back a second later, and somebody writes'
        def result = run('lease: 10s', ONE_LEVEL,
                '{ at: 1s, get: news, from: client1 }, { at: 2s, crash: origin1 }, ' +
                '{ at: 3s, restart: origin1 }, { at: 4s, put: news, from: client2 }, ' +
                '{ during: 5s..30s, get: news, from: client1, every: 100ms }')
        def latency = result.metrics().values()['puts.latency'] as MetricReport.Summary

        then: 'ten seconds from its return'
        latency.max() > 8.9
        latency.max() < 9.6
        value(result, 'gets.stale') == 0
    }

    def "a cache that has forgotten whom it passed a page on to waits likewise"() {
        when: 'a cache between crashes and is back, and the one behind it still has the page'
        def result = run('lease: 10s', '{ count: 1, as: far, run: http-cache, timeout: 30s }\n' +
                '          - { count: 2, as: cache, run: http-cache, via: far, timeout: 30s }',
                '{ at: 1s, get: news, from: client1 }, { at: 2s, crash: far1 }, ' +
                '{ at: 2500ms, restart: far1 }, { at: 4s, put: news, from: client2 }, ' +
                '{ during: 3s..30s, get: news, from: client1, every: 100ms }')
        def latency = result.metrics().values()['puts.latency'] as MetricReport.Summary

        then: 'until the lease is over; nobody reads what was before'
        value(result, 'puts.succeeded') == 1
        value(result, 'gets.stale') == 0
        latency.max() > 6.5
        latency.max() < 8.9
    }

    def "writes of one page wait for each other, and each is told"() {
        when: 'eight clients write it at once'
        def result = run('lease: 10s', ONE_LEVEL, '{ at: 1s, get: news, from: client1 }, ' +
                (1..8).collect { "{ at: 2s, put: news, from: client$it }" }.join(', ') +
                ', { at: 20s, get: news, from: client1 }')

        then:
        value(result, 'puts.succeeded') == 8
        value(result, 'http.revocations') == 1
        value(result, 'gets.stale') == 0
    }

    def "what changes of itself cannot be leased"() {
        when:
        def file = java.nio.file.Files.writeString(folder.resolve('wrong.yaml'), HttpCacheSpec.scenario(
                'lease: 5s, changes: 10s', '{ at: 1s, get: news, from: client1 }'))

        then:
        new peerlab.dsl.ScenarioLoader(peerlab.engine.protocol.Protocols.installed())
                .load(file, peerlab.dsl.LoadOptions.NONE).diagnostics()*.message() ==
                ['what changes of itself is not written, so nobody could be told before']
    }
}
