package peerlab.cache.http

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.engine.RunResult
import peerlab.engine.observe.RunEvent
import peerlab.engine.protocol.Protocols
import peerlab.kademlia.Trial
import spock.lang.Specification
import spock.lang.TempDir

/** What clients, caches and origins of the web say to each other. */
class HttpCacheSpec extends Specification {

    @TempDir
    Path folder

    /** @param caches the groups between, as YAML */
    static String scenario(String origin, String timeline, String caches =
            '{ count: 1, as: cache, run: http-cache }', String clients = 'via: cache', String cache = '') {
        """\
        scenario: A web
        peers:
          - { count: 1, as: origin, run: http-cache, role: origin, $origin }
          - $caches
          - { count: 4, as: client, run: http-cache, role: client, $clients }
        $cache
        network: { latency: 10ms }
        timeline: [$timeline]
        stop: { at: 60s }
        """.stripIndent()
    }

    RunResult run(String... parts) { new Trial(folder).run(scenario(*parts)) }

    static double value(RunResult result, String metric) { Trial.value(result, metric) }

    def "a response is served from the cache while it is fresh, then validated, and a 304 has no body"() {
        when: 'something that never changes is asked for at 1, 5 and 15 s, and is fresh for 10 s'
        def bodies = []
        def result = new Trial(folder).run(scenario("maxAge: 10s, $validators",
                '{ at: 1s, get: news, from: client1 }, { at: 5s, get: news, from: client2 }, ' +
                '{ at: 15s, get: news, from: client3 }'), [RunEvent.Kind.DELIVERED]) { event, view ->
            if (event.message() instanceof HttpResponse && event.from().name() == 'origin1') {
                bodies << [event.message().status(), event.message().body() != null]
            }
        }

        then:
        value(result, 'gets.succeeded') == 3
        value(result, 'http.fresh') == 1
        value(result, 'origin.requests') == 2
        bodies == (isValidated ? [[200, true], [304, false]] : [[200, true], [200, true]])
        value(result, 'http.notModified') == (isValidated ? 1 : 0)
        value(result, 'origin.bytes') == 8192 * (isValidated ? 1 : 2)

        where:
        validators                           | isValidated
        'etags: true'                        | true
        'etags: false, lastModified: true'   | true
        'etags: false'                       | false
    }

    def "without a lifetime it is fresh for a tenth of the time since it changed"() {
        when: 'it changed at the start and is asked for at 20 s: fresh for 2 s'
        def result = run('lastModified: true', '{ at: 20s, get: news, from: client1 }, ' +
                "{ at: $again, get: news, from: client1 }")

        then:
        value(result, 'http.fresh') == hits

        where:
        again | hits
        '21s' | 1
        '23s' | 0
    }

    def "readers of different languages do not get each other's pages"() {
        when: 'what the origin makes varies, or not'
        def result = new Trial(folder).run("""\
            scenario: Vary
            peers:
              - { count: 1, as: origin, run: http-cache, role: origin, maxAge: 1h, vary: $varies }
              - { count: 1, as: cache, run: http-cache }
              - { count: 1, as: german, run: http-cache, role: client, via: cache, language: de }
              - { count: 1, as: french, run: http-cache, role: client, via: cache, language: fr }
            network: { latency: 10ms }
            timeline:
              - { at: 1s, get: news, from: german1 }
              - { at: 2s, get: news, from: french1 }
              - { at: 3s, get: news, from: german1 }
              - { at: 4s, get: news, from: french1 }
            stop: { at: 10s }
            """)

        then:
        value(result, 'origin.requests') == requests
        value(result, 'cache.entries') == requests

        where:
        varies | requests
        true   | 2
        false  | 1
    }

    def "what is stale is served at once while it is validated, where the origin allows it"() {
        when:
        def latencies = []
        def result = new Trial(folder).run(scenario("maxAge: 5s, work: 500ms, $allowed",
                '{ at: 1s, get: news, from: client1 }, { at: 8s, get: news, from: client1 }, ' +
                '{ at: 9s, get: news, from: client1 }'), [RunEvent.Kind.ANSWERED]) { event, view ->
            latencies << ((event.latency().nanos() / 1e6) as int)
        }

        then: 'the second reader waits for the origin or not; the third never does'
        value(result, 'http.staleWhileRevalidate') == stale
        latencies == [540, stale ? 20 : 540, 20]
        value(result, 'origin.requests') == 2

        where:
        allowed                                     | stale
        'whileRevalidate: 10s'                      | 1
        'whileRevalidate: 1s'                       | 0
        'whileRevalidate: 10s, mustRevalidate: true'| 0
    }

    def "what is stale is served where the origin #fails, if the origin had allowed that"() {
        when:
        def result = run("maxAge: 5s, ifError: $grace, failing: $share",
                "$breaks { at: 20s, get: news, from: client1 }", '{ count: 1, as: cache, run: http-cache }')

        then:
        value(result, 'http.staleIfError') == stale
        value(result, 'gets.failed') == 1 - stale

        where:
        fails       | grace | share | breaks                                                              | stale
        'is silent' | '60s' | '0%'  | '{ at: 1s, get: news, from: client2 }, { at: 10s, crash: origin1 },'| 1
        'is silent' | '5s'  | '0%'  | '{ at: 1s, get: news, from: client2 }, { at: 10s, crash: origin1 },'| 0
        'answers 503, always' | '60s' | '100%' | ''                                                       | 0
    }

    def "a write goes through to the origin, and what the cache on its way has goes"() {
        when: 'two caches have a page, and one of them sees the write'
        def result = run('maxAge: 20s',
                '{ at: 1s, get: news, from: client1 }, { at: 1s, get: news, from: client2 }, ' +
                '{ at: 3s, put: news, from: client1 }, { at: 5s, get: news, from: client1 }, ' +
                '{ at: 6s, get: news, from: client2 }, { at: 30s, get: news, from: client2 }',
                '{ count: 2, as: cache, run: http-cache }')

        then: 'its readers see it at once, those of the other when the page is stale'
        value(result, 'http.invalidations') == 1
        value(result, 'gets.stale') == 1
        value(result, 'http.outdated') == 1
        value(result, 'gets.wrong') == 0
        value(result, 'origin.requests') == 5
    }

    def "that something does not exist is known for a while: at most one probe in that time"() {
        when:
        def result = run("missing: 100%, $known",
                '{ during: 1s..31s, get: nothing, from: client1, every: 1s }')

        then:
        value(result, 'gets.failed') == 30
        value(result, 'origin.requests') == probes
        value(result, 'http.negative') == 30 - probes

        where:
        known           | probes
        'negative: 10s' | 3
        'etags: true'   | 30
    }

    def "many who ask for what is on its way wait for it: one fetch"() {
        when:
        def result = run('maxAge: 1h, work: 1s',
                '{ during: 1s..1.5s, get: news, every: 10ms, from: any client }',
                "{ count: 1, as: cache, run: http-cache, coalesce: $coalesces, timeout: 2s }")

        then:
        value(result, 'gets.succeeded') == 50
        value(result, 'origin.requests') == fetches
        value(result, 'http.coalesced') == 50 - fetches

        where:
        coalesces | fetches
        true      | 1
        false     | 50
    }

    def "what nobody may keep is fetched for each, though they ask together"() {
        when:
        def result = run('noStore: true, work: 1s', '{ at: 1s, get: news, from: client }',
                '{ count: 1, as: cache, run: http-cache, timeout: 2s }')

        then:
        value(result, 'gets.succeeded') == 4
        value(result, 'origin.requests') == 4
        value(result, 'cache.entries') == 0
    }

    def "copies are left #where"() {
        when: 'a page is asked for again and again through two levels of caches'
        def result = run('maxAge: 1h', "{ during: 1s..${1 + times}s, get: news, from: client1, every: 1s }",
                "{ count: 1, as: shield, run: http-cache, copies: $copies, chance: 0% }\n${' ' * 10}- " +
                "{ count: 1, as: edge, run: http-cache, via: shield, copies: $copies, chance: 0% }",
                'via: edge')

        then:
        value(result, 'origin.requests') == requests
        value(result, 'cache.entries') == entries

        where:
        where                                  | copies       | times | requests | entries
        'everywhere on the way'                | 'everywhere' | 1     | 1        | 2
        'one level below where it was found'   | 'down'       | 1     | 1        | 1
        'one level further down the next time' | 'down'       | 2     | 1        | 2
        'by chance, and there is none'         | 'chance'     | 3     | 3        | 0
    }

    def "caches of a group ask each other before they ask further"() {
        when: 'four clients with a cache each want the same page'
        def result = run('maxAge: 1h', '{ at: 1s, get: news, from: client, every: 1s }',
                "{ count: 4, as: cache, run: http-cache, siblings: $cooperate }")

        then:
        value(result, 'gets.succeeded') == 4
        value(result, 'origin.requests') == (cooperate ? 1 : 4)
        value(result, 'http.siblingHits') == (cooperate ? 3 : 0)

        where:
        cooperate << [true, false]
    }

    def "texts that mean one resource share its copy, and what is none is named"() {
        when:
        def result = run('maxAge: 1h', '{ at: 1s, get: news, from: client1 }, ' +
                '{ at: 2s, get: "http://ORIGIN:80/x/../%6eews#top", from: client1 }, ' +
                '{ at: 3s, get: "a%zz", from: client1 }')

        then:
        value(result, 'http.fresh') == 1
        value(result, 'gets.failed') == 1
    }

    def "a page that changes of itself is outdated while it is fresh, never longer"() {
        when: 'it changes every 10 s, and is fresh for 5 s'
        def result = run('maxAge: 5s, changes: 10s',
                '{ during: 1s..51s, get: news, from: client1, every: 100ms }')

        then: 'at most half of the pages; most of what is fetched again is a change'
        value(result, 'gets.failed') == 0
        value(result, 'http.outdated') > 0
        value(result, 'http.outdated') <= 250
        value(result, 'http.notModified') + value(result, 'origin.bytes') / 8192 ==
                value(result, 'origin.requests')
    }

    def "a cache that is too small forgets, by its policy"() {
        when:
        def result = run('maxAge: 1h, size: 1KiB',
                '{ during: 1s..21s, get: uniform(50), from: any client, every: 20ms }',
                '{ count: 1, as: cache, run: http-cache }', 'via: cache',
                'cache: { policy: fifo, capacity: 10KiB }')

        then:
        value(result, 'cache.entries') == 10
        value(result, 'cache.evictions') > 100
        Math.abs(value(result, 'cache.hitRatio') - 0.2) < 0.06
    }

    def "groups that do not fit together are told apart before anything runs"() {
        given:
        def file = Files.writeString(folder.resolve('wrong.yaml'), """\
            scenario: A web that leads nowhere
            peers:
              - $first
              - $second
            stop: { at: 1s }
            """.stripIndent())

        expect:
        new ScenarioLoader(Protocols.installed()).load(file, LoadOptions.NONE)
                .diagnostics()*.message() == [said]

        where:
        first | second | said
        '{ count: 1, run: http-cache }' | '{ count: 1, as: client, run: http-cache, role: client }' |
                'nobody makes what the others ask for'
        '{ count: 1, run: http-cache, role: origin }' | '{ count: 1, as: x, run: http-cache, via: cahe }' |
                "no group is called 'cahe'"
        '{ count: 1, run: http-cache, role: origin }' |
                '{ count: 1, as: x, run: http-cache, role: client, via: p }' | "'p' are no caches"
        '{ count: 1, run: http-cache, role: origin }' | '{ count: 1, as: x, run: http-cache, via: x }' |
                "'x' would ask itself in the end"
    }
}
