package my

import static peerlab.engine.script.Words.*

import java.nio.file.Path

import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.engine.Simulation
import peerlab.engine.base.SimTime
import peerlab.engine.protocol.Protocols
import spock.lang.Specification

class SteeringSpec extends Specification {

    static final Protocols PROTOCOLS = Protocols.installed()
    static final Path LIBRARY = Path.of(System.getProperty('peerlab.root'), 'scenarios', 'library')

    def 'a value is found as long as one peer of those that hold it is up (#copies copies, seed #seed)'() {
        given: 'a value at the peers closest to its key'
        def simulation = Simulation.of(LastCopy.scenario(copies, seed), PROTOCOLS)
        simulation.start()
        simulation.perform(at(seconds(1), put(key('song'))))
        simulation.runFor(seconds(5))

        when: 'all but one of them crash'
        simulation.perform(crash(closest(copies - 1, 'song')))
        simulation.perform(get(key('song')))
        simulation.runBefore(seconds(6.02))

        then: 'somebody is asking'
        simulation.view().topology().transfers()*.type().contains('FindValue')

        when: 'there was time for an answer'
        simulation.runFor(seconds(20))

        then: 'it is the value'
        simulation.view().metric('gets.succeeded') == 1

        where:
        [copies, seed] << [[2, 4, 8], 1..5].combinations()
    }

    def 'it is gone with the last of them (#copies copies, seed #seed)'() {
        given: 'the same'
        def simulation = Simulation.of(LastCopy.scenario(copies, seed), PROTOCOLS)
        simulation.start()
        simulation.perform(at(seconds(1), put(key('song'))))
        simulation.runFor(seconds(5))

        when: 'all of them crash'
        simulation.perform(crash(closest(copies, 'song')))
        simulation.perform(get(key('song')))
        simulation.runFor(seconds(20))

        then: 'nobody has it'
        simulation.view().metric('gets.failed') == 1

        where:
        [copies, seed] << [[2, 4, 8], 1..5].combinations()
    }

    def 'who reads on the way leaves copies, so that it takes as many crashes or more'() {
        expect: 'for the seeds of the chapter'
        LastCopy.crashesUntilGone(4, 1) == 5
        (1..5).every { LastCopy.crashesUntilGone(4, it) >= 4 }
    }

    def 'a scenario from a file is steered like any other'() {
        given: 'a shipped scenario'
        def file = LIBRARY.resolve('first-contact.yaml')
        def loaded = new ScenarioLoader(PROTOCOLS).load(file, LoadOptions.NONE)
        def simulation = Simulation.of(loaded.runs()[0], PROTOCOLS)
        simulation.start()

        when: 'the peer that brought the value is cut off for five seconds, right after the put'
        simulation.runUntil(seconds(8.5))
        def cut = simulation.inject(isolate(named('p3')))
        simulation.runFor(seconds(5))
        cut.end()

        then: 'the others read it all the same'
        simulation.view().failures('gets', SimTime.ZERO)*.peer()*.name().unique() == ['p3']
        simulation.view().metric('gets.succeeded') > 10

        and: 'what the file expects is judged: that every get succeeds has become wrong'
        simulation.finish().expectations()*.verdict()*.name() == ['PASS', 'PASS', 'FAIL', 'PASS']
    }
}
