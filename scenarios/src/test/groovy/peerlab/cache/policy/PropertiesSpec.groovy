package peerlab.cache.policy

import peerlab.cache.Cache
import peerlab.cache.Capacity
import peerlab.cache.ReferenceTraces
import peerlab.cache.Requests
import peerlab.cache.trace.KnownFuture
import peerlab.engine.base.RandomSource
import spock.lang.Shared
import spock.lang.Specification

/** What holds of every policy, or of some of them, whatever is asked for. */
class PropertiesSpec extends Specification {

    static final List<String> ONLINE = Policies.all().findAll { !it.knowsFuture() }*.name()
    static final List<String> OFFLINE = Policies.all().findAll { it.knowsFuture() }*.name()
    static final List<String> IN_BYTES = Policies.all().findAll { !it.needsUnitSizes() }*.name()
    static final List<Integer> SIZES = [25, 60, 100, 180, 333, 600, 1000]

    /**
     * The string of Belady, Nelson and Shedler (1969), on which FIFO with four frames misses more than with
     * three.
     */
    static final String ANOMALY = 'abcdabeabcde'

    @Shared
    Map<String, KnownFuture> futures = ReferenceTraces.NAMES.collectEntries {
        [it, new KnownFuture(ReferenceTraces.open(it))]
    }

    def "there are all the policies that a scenario may name"() {
        expect: 'the online ones, and two that know the future'
        ONLINE.toSet() == 'fifo lru lfu clock slru 2q arc lirs sieve s3-fifo w-tinylfu gdsf random'
                .tokenize(' ').toSet()
        OFFLINE == ['opt', 'opt-bypass']
    }

    def "#policy: there are never more entries than the capacity, after no request"() {
        expect: 'on each trace, from a capacity that holds nothing of importance to one that is ample'
        ReferenceTraces.NAMES.each { name ->
            [1, 2, 3, 7, 50].each { most ->
                def cache = Requests.entries(policy, most, futures[name])
                def trace = ReferenceTraces.open(name)
                int fullest = 0
                5000.times {
                    trace.next()
                    cache.request(trace.key(), 1, 0)
                    fullest = Math.max(fullest, cache.count())
                }
                assert fullest <= most
                assert cache.used() == cache.count()
            }
        }

        where:
        policy << ONLINE + OFFLINE
    }

    def "#policy: there are never more bytes than the capacity, through gets, puts, growth and deletion"() {
        expect: 'on each trace, with every tenth request a put of another size and every thirtieth a deletion'
        ReferenceTraces.NAMES.each { name ->
            [90, 1_000, 40_000].each { most ->
                def cache = Requests.bytes(policy, most)
                def random = new RandomSource(7)
                def trace = ReferenceTraces.open(name)
                long fullest = 0
                5000.times {
                    trace.next()
                    if (it % 10 == 9) {
                        cache.put(trace.key(), 1 + random.nextLong(120), 0)
                    } else if (it % 30 == 4) {
                        cache.delete(trace.key())
                    } else {
                        cache.request(trace.key(), trace.size(), 0)
                    }
                    fullest = Math.max(fullest, cache.bytes())
                }
                assert fullest <= most
                assert cache.used() == cache.bytes()
            }
        }

        where: 'the optimum reads the requests of its trace alone, and so is left out'
        policy << IN_BYTES - OFFLINE
    }

    def "#policy never misses more with more room"() {
        expect: 'the inclusion property of stack algorithms (Mattson et al. 1970)'
        ReferenceTraces.NAMES.each { name ->
            def misses = SIZES.collect { misses(policy, it, name) }
            assert misses == misses.toSorted().reverse(): name
        }

        where:
        policy << ['lru', 'opt']
    }

    def "fifo can miss more with more room: Belady's anomaly"() {
        expect: 'nine misses with three frames, ten with four'
        Requests.hits(Requests.entries('fifo', 3), ANOMALY).count('0') == 9
        Requests.hits(Requests.entries('fifo', 4), ANOMALY).count('0') == 10

        and: 'lru does not, on the same string'
        Requests.hits(Requests.entries('lru', 3), ANOMALY).count('0') == 10
        Requests.hits(Requests.entries('lru', 4), ANOMALY).count('0') == 8

        and: 'nor does the optimum'
        Requests.hits(Requests.entries('opt', 3, Requests.future(ANOMALY)), ANOMALY).count('0') == 7
        Requests.hits(Requests.entries('opt', 4, Requests.future(ANOMALY)), ANOMALY).count('0') == 6
    }

    def "the optimum misses less than all others on '#name', and the bypassing one not more than it"() {
        expect: 'at each size, where all policies admit whatever is asked for or refuse it'
        SIZES.each { entries ->
            def opt = misses('opt', entries, name)
            def bypassing = misses('opt-bypass', entries, name)
            assert bypassing <= opt
            (ONLINE - 'w-tinylfu').each { assert misses(it, entries, name) >= opt: "$it at $entries" }
            assert misses('w-tinylfu', entries, name) >= bypassing
        }

        where:
        name << ReferenceTraces.NAMES
    }

    def "lru misses at most k times as often as the optimum, and some string makes it"() {
        given: 'k + 1 keys in a row, again and again (Sleator and Tarjan 1985)'
        def k = 4
        def string = 'abcde' * 40

        expect: 'lru misses every time, the optimum once in k'
        Requests.hits(Requests.entries('lru', k), string).count('0') == 200
        Requests.hits(Requests.entries('opt', k, Requests.future(string)), string).count('0') <= 200 / k + k
    }

    def "#policy gives the same misses each time"() {
        expect: 'chance included, from the same seed'
        misses(policy, 100, 'shifting') == misses(policy, 100, 'shifting')

        where:
        policy << ['random', 'w-tinylfu']
    }

    def "random chooses otherwise with another seed"() {
        expect: 'other hits'
        (1..3).collect { seed ->
            def policy = Policies.named('random').orElseThrow().make([:], new RandomSource(seed))
            Requests.hits(new Cache(Capacity.entries(100), policy), ReferenceTraces.open('zipf'))
        }.toSet().size() == 3
    }

    private long misses(String policy, long entries, String name) {
        def cache = Requests.entries(policy, entries, futures[name])
        Requests.hits(cache, ReferenceTraces.open(name))
        cache.counts().misses()
    }
}
