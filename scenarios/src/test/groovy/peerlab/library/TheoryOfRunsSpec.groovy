package peerlab.library

import static peerlab.engine.script.Words.*

import peerlab.engine.Simulation
import peerlab.engine.protocol.Protocols
import peerlab.engine.protocol.Theory
import peerlab.engine.script.Scenario
import spock.lang.Specification

/** What protocols and the engine declare as theory, held against runs. */
class TheoryOfRunsSpec extends Specification {

    static final Protocols PROTOCOLS = Protocols.installed()

    def "the hit ratio of #policy caches under Zipf's law is that of Che's approximation"() {
        given: 'four caches of 100 entries, 2,000 keys; 50,000 gets, the first 10,000 to fill the caches'
        def ring = group(4, 'cache-ring').with('origin', millis(1)).caching('policy', policy)
                .caching('entries', 100L)
        def simulation = Simulation.of(Scenario.titled('Caches are asked by popularity').peers(ring)
                .latency(fixed(micros(100)))
                .timeline(during(seconds(1), seconds(101), get(zipf(0.8, 2000)).every(millis(2))))
                .stopAt(seconds(102)).spec(), PROTOCOLS).inDetail()
        simulation.start()
        simulation.runUntil(seconds(21))
        def hits = simulation.view().metric('cache.hits')
        def requests = simulation.view().metric('cache.requests')

        when: 'it goes on to its end'
        def end = simulation.finish()
        def measured = (value(end, 'cache.hits') - hits) / (value(end, 'cache.requests') - requests)
        def theory = theory(end, 'cache.hitRatio')

        then: 'within four standard errors of 40,000 gets and what it is off itself (Fricker 2012: < 1%)'
        requests > 9_000
        Math.abs(measured - theory[0].value()) < 4 * Math.sqrt(0.25 / 40_000) + 0.005

        and: 'what is missed comes from the origin'
        this.theory(end, 'origin.share')[0].value() == 1 - theory[0].value()
        theory[0].formula().startsWith("Che's approximation, for full caches: ")

        where: 'those that theory knows'
        policy << ['lru', 'fifo', 'random']
    }

    def "theory says nothing of hits where #what"() {
        given: 'the same, with something else at work'
        def ring = group(4, 'cache-ring').with('origin', millis(1)).caching('policy', 'lru')
                .caching('entries', 100L)
        def run = Scenario.titled('Something else is at work').peers(change(ring)).latency(fixed(millis(1)))
                .timeline(*([during(seconds(1), seconds(2), get(keys).every(millis(5)))] + more))
                .stopAt(seconds(3)).spec()

        expect: 'no line'
        theory(Simulation.of(run, PROTOCOLS).inDetail().run(), 'cache.hitRatio') == []

        where: 'one of its premises fails'
        what                  | change                       | keys              | more
        'entries grow old'    | { it.caching('ttl', seconds(1)) } | zipf(0.8, 100) | []
        'popularity shifts'   | { it }                       | shifting(0.8, 100, 10, seconds(1)) | []
        'it knows no policy'  | { it.caching('policy', 'sieve') } | zipf(0.8, 100) | []
        'a peer crashes'      | { it }                       | zipf(0.8, 100)    | [at(seconds(1), crash(any(1)))]
        'others write'        | { it }                       | zipf(0.8, 100)    | [at(seconds(1), put(peerlab.engine.script.Words.keys(3)))]
        'there are replicas'  | { it.with('replicas', 2L) }  | zipf(0.8, 100)    | []
    }

    def "when a peer joins, K/n keys move on a ring, and nearly all where keys are placed modulo n"() {
        given: 'rings of ten peers, of which each in turn joins late, with 1,000 keys'
        def runs = (1..10).collect { who ->
            def ring = group(10, 'cache-ring').with('placement', placement).with('origin', millis(1))
            Simulation.of(Scenario.titled('A peer joins').peers(ring).latency(fixed(millis(1)))
                    .timeline(at(seconds(1), put(keys(1000)).every(millis(1))),
                            at(seconds(5), join(named("p$who"))))
                    .stopAt(seconds(6)).spec(), PROTOCOLS).inDetail().run()
        }
        def moved = runs.sum { value(it, 'ring.keysMoved') } / runs.size()

        expect: 'each run has the line, and their mean lies on it: all arcs together are the whole circle'
        runs.every { theory(it, 'ring.keysMoved')*.value() == [expected] }
        Math.abs(moved - expected) <= off * expected

        where: 'a peer of many points has about a tenth of the circle'
        placement    | expected | off
        'ring'       | 100d     | 0.02
        'rendezvous' | 100d     | 0.02
        'modulo'     | 900d     | 0.02
    }

    def "keys spread over a ring as random points do, with #points points a peer"() {
        given: 'rings of 8 to 23 peers, 2,000 keys'
        def runs = (8..23).collect { n ->
            def ring = group(n, 'cache-ring').with('virtualNodes', (long) points).with('origin', millis(1))
            Simulation.of(Scenario.titled('Keys spread').peers(ring).latency(fixed(millis(1)))
                    .timeline(at(seconds(1), put(keys(2000)).every(micros(500))))
                    .stopAt(seconds(3)).spec(), PROTOCOLS).inDetail().run()
        }

        expect: 'as unevenly as theory says, in the mean over sixteen rings'
        def measured = runs.sum { value(it, 'ring.keys.stddev') }
        def expected = runs.sum { theory(it, 'ring.keys.stddev')[0].value() }
        measured / expected > 1 - off
        measured / expected < 1 + off

        and: 'with one point, the largest arc has the harmonic number'
        points > 1 || Math.abs(runs.sum { value(it, 'ring.keys.maxOverMean') } /
                runs.sum { theory(it, 'ring.keys.maxOverMean')[0].value() } - 1) < off

        where: 'the fewer points, the more a ring differs from the next'
        points | off
        1      | 0.25
        100    | 0.15
    }

    def "of peers that come and go, as many are up as renewal theory says"() {
        given: 'half of 200 peers, up for a minute and away for twenty seconds on average'
        def churn = churn(any(percent(50)), lives(exponential(seconds(60)), exponential(seconds(20))))
        def run = Simulation.of(Scenario.titled('Peers come and go')
                .peers(group(200, 'kademlia').converged()).latency(fixed(millis(10)))
                .timeline(during(seconds(10), seconds(610), churn))
                .stopAt(seconds(620)).spec(), PROTOCOLS).inDetail().run()
        def up = run.metrics().series().findAll {
            it.metric() == 'peers.up' && it.seconds() > 20 && it.seconds() <= 600 }*.value()
        def theory = theory(run, 'peers.up')[0]

        expect: 'in the mean over ten minutes; an instant has a deviation of 4.3 and is forgotten after 15 s'
        theory.value() == 100 + 75d
        [theory.from().seconds(), theory.to().seconds()] == [10d, 610d]
        theory.formula() ==
                'E[session] / (E[session] + E[downtime]) = 75% of 100, and 100 that stay: 175'
        Math.abs(up.sum() / up.size() - theory.value()) < 4 * 4.33 / Math.sqrt(580 / 30)

        when: 'somebody else comes and goes as well'
        def other = Simulation.of(Scenario.like(run.spec()).timeline(during(seconds(10), seconds(20), churn),
                at(seconds(12), crash(one()))).stopAt(seconds(20)).spec(), PROTOCOLS).inDetail().run()

        then: 'there is no line'
        this.theory(other, 'peers.up') == []
    }

    def "a rumour crosses as many links as the shortest paths of a random graph have"() {
        given: 'floods in which each link takes as long as any other'
        def run = Simulation.of(Scenario.titled('A rumour')
                .peers(group(n, 'flood').with('degree', (long) degree))
                .latency(fixed(millis(100))).timeline(at(seconds(1), ask('send').from(named('p1'))))
                .stopAt(seconds(5)).spec(), PROTOCOLS).inDetail().run()
        def theory = theory(run, 'rumours.rounds.mean')[0].value()

        expect: 'the formula takes the last peer to be reached at once: it may be off by a third of a link'
        Math.abs(mean(run, 'rumours.rounds') - theory) < 0.34

        where: 'a link more in the mean for each factor of degree - 1'
        n    | degree
        500  | 6
        2000 | 6
        2000 | 10
        5000 | 20
    }

    def "a lookup among #n peers takes at most as many hops as ids have bits that tell them apart"() {
        given: 'lookups'
        def run = Simulation.of(Scenario.titled('Lookups').peers(group(n, 'kademlia').converged())
                .latency(fixed(millis(1)))
                .timeline(during(seconds(1), seconds(2), lookup(randomKey()).every(millis(10))))
                .stopAt(seconds(3)).spec(), PROTOCOLS).inDetail().run()

        expect: 'the line is above all of them'
        theory(run, 'lookups.hops')*.value() == [(double) most]
        run.metrics().values()['lookups.hops'].max() <= most

        where: 'powers of two and what is next to them'
        n   | most
        2   | 1
        64  | 6
        65  | 7
    }

    def "a run that nobody looks at in detail, and one of a single peer, have no theory"() {
        expect: 'nothing to draw'
        Simulation.of(Scenario.titled('x').peers(group(1, 'kademlia')).stopAt(seconds(1)).spec(), PROTOCOLS)
                .inDetail().run().metrics().theory() == []
        Simulation.of(Scenario.titled('x').peers(group(9, 'kademlia')).stopAt(seconds(1)).spec(), PROTOCOLS)
                .run().metrics().theory() == []
    }

    private static List<Theory> theory(run, String metric) {
        run.metrics().theory().findAll { it.metric() == metric }
    }

    private static double value(run, String metric) {
        run.metrics().values()[metric].value()
    }

    private static double mean(run, String metric) {
        run.metrics().values()[metric].mean()
    }
}
