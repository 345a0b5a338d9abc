package peerlab.cache.theory

import peerlab.cache.ReferenceTraces
import peerlab.cache.Requests
import peerlab.cache.trace.Popularity
import peerlab.engine.base.RandomSource
import spock.lang.Specification

class TheorySpec extends Specification {

    def "one pass gives what lru misses at every size, equal to separate runs: #name"() {
        given: 'one pass'
        def curve = new MissRatioCurve()
        def trace = ReferenceTraces.open(name)
        while (trace.next()) {
            curve.request(trace.key())
        }
        def misses = curve.misses()

        expect: 'a point for each number of entries, up to all keys, where each is missed once'
        curve.requests() == ReferenceTraces.REQUESTS
        misses.length == curve.keys() + 1
        misses[0] == curve.requests()
        misses[-1] == curve.keys()

        and: 'each point is what a cache of that size misses'
        [1, 2, 3, 10, 37, 100, 333, 699, 700, 701, 2000].findAll { it < misses.length }.each { entries ->
            def cache = Requests.entries('lru', entries)
            Requests.hits(cache, ReferenceTraces.open(name))
            assert misses[entries] == cache.counts().misses()
        }

        where:
        name << ReferenceTraces.NAMES
    }

    def "stack distances of a short string are those that one counts by hand"() {
        given: 'a b c b a d d'
        def curve = new MissRatioCurve()
        'abcbadd'.each { curve.request((long) (it as char)) }

        expect: 'd hits at once, b with room for two, a with room for three'
        curve.misses().toList() == [7, 6, 5, 4, 4]
    }

    /**
     * With 400,000 requests after the cache is full a hit ratio has a standard error below 0.0008; the
     * approximation itself is off by some thousandths at these sizes (Fricker, Robert and Roberts 2012).
     * Hence 0.01, while the two policies differ by far more.
     */
    def "#policy of #entries entries hits as often as theory says, zipf(#exponent)"() {
        given: 'two thousand keys, drawn independently'
        def popularity = Popularity.zipf(2000, exponent)
        def che = new CheApproximation(popularity)
        def expected = policy == 'lru' ? che.lru(entries) : che.fifo(entries)
        def cache = Requests.entries(policy, entries)
        def source = popularity.source(new RandomSource(17))

        when: 'the cache is warm, and hits are counted'
        100_000.times { cache.request(source.next(), 1, 0) }
        long before = cache.counts().hits()
        400_000.times { cache.request(source.next(), 1, 0) }
        double measured = (cache.counts().hits() - before) / 400_000.0d

        then: 'near what was expected'
        Math.abs(measured - expected) < 0.01

        where:
        [policy, entries, exponent] << [['lru', 'fifo', 'random'], [20, 200, 1000],
                [0.7d, 1.0d]].combinations()
    }

    def "theory sees that lru hits more than fifo, and that all is hit where there is room for all"() {
        given: 'a popularity'
        def che = new CheApproximation(Popularity.zipf(2000, 0.9))

        expect: 'more by some hundredths'
        che.lru(200) > che.fifo(200) + 0.03
        che.lru(2000) == 1
        che.fifo(3000) == 1

        and: 'under equal popularity there is no difference: the share of keys that fit'
        def uniform = new CheApproximation(Popularity.uniform(1000))
        Math.abs(uniform.lru(100) - 0.1) < 1e-9
        Math.abs(uniform.fifo(100) - 0.1) < 1e-9
    }
}
