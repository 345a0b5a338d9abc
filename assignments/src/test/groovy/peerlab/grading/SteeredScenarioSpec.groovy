package peerlab.grading

import static peerlab.engine.script.Words.*

import peerlab.kademlia.Key
import peerlab.kademlia.Proximity
import spock.lang.Specification

/** A graded spec may steer: it goes on until something has happened, and does next what depends on it. */
class SteeredScenarioSpec extends Specification {

    /** As a student might write it. */
    static class ByDistance implements Proximity {
        @Override
        List<Key> closest(Key target, int count, List<Key> known) {
            known.toSorted { number(it).xor(number(target)) }.take(count)
        }

        private static BigInteger number(Key key) { new BigInteger(key.toString(), 16) }
    }

    static class Forgetful implements Proximity {
        @Override
        List<Key> closest(Key target, int count, List<Key> known) { [] }
    }

    def "whoever asks is crashed as soon as it has asked, and the others still find what they look for"() {
        given: 'lookups that go on by themselves, and the peer that is asked most'
        def run = scenario(new ByDistance()).start(7, [n: 30])
        run.runUntil(seconds(3))
        def busiest = run.view().topology().edges()*.to().countBy { it }.max { it.value }.key

        when: 'it goes while messages to it are on their way'
        while (!run.view().topology().transfers().any { it.to() == busiest }) {
            run.step()
        }
        def crashed = run.perform(crash(named(busiest.name())))
        def isOnItsWay = run.view().topology().transfers().any { it.to() == busiest }
        run.runFor(seconds(2))

        then: 'they were lost, and lookups are exact again when its contacts have noticed'
        crashed == [busiest]
        isOnItsWay
        run.view().metric('messages.dropped') > 0

        when: 'some time has gone by'
        def exact = run.view().metric('lookups.exact')
        def all = run.view().metric('lookups.count')
        run.runFor(seconds(5))

        then: 'nothing but exact answers since'
        run.view().metric('lookups.count') > all
        run.view().metric('lookups.exact') - exact == run.view().metric('lookups.count') - all
    }

    def "a student who names nobody is found out by the first look"() {
        given: 'the same scenario'
        def run = scenario(new Forgetful()).start(7, [n: 30])

        when: 'a little of it has gone by'
        run.runUntil(seconds(3))

        then: 'no need to see the rest'
        run.view().metric('lookups.count') > 0
        run.view().metric('lookups.exact') == 0
    }

    private static HookedScenario scenario(Proximity student) {
        new HookedScenario(HookedScenario.file('a0-tour', 'scenarios/lookups.yaml'), 'closest', { student })
    }
}
