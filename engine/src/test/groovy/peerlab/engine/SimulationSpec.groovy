package peerlab.engine

import static peerlab.engine.play.Scripts.*

import peerlab.engine.check.Verdict
import peerlab.engine.observe.MetricReport
import peerlab.engine.spec.KeysSpec
import spock.lang.Specification

class SimulationSpec extends Specification {

    def 'a rumour goes around the circle, one link after the other'() {
        when: 'one of five peers starts a rumour over links of 10 ms'
        def result = Simulation.of(scenario([at(1, put(new KeysSpec.Fresh(1)))]), RUMOURS).run()

        then: 'it is passed on by each of them once and ends where it began'
        result.verdict() == Verdict.PASS
        result.messages() == 5
        (result.metrics().values()['messages.delivered'] as MetricReport.Scalar).value() == 5
        (result.metrics().values()["messages['Rumour'].sent"] as MetricReport.Scalar).value() == 5
        (result.metrics().values()['puts.succeeded'] as MetricReport.Scalar).value() == 1
    }

    def 'the same scenario with the same seed leaves the same fingerprint, another seed another'() {
        given: 'a scenario in which chance has a say'
        def script = scenario([at(1, put(new KeysSpec.Fresh(3)))])

        expect: 'the fingerprint depends on the scenario and the seed alone'
        fingerprint(script) == fingerprint(script)
        fingerprint(script) != fingerprint(script.withSeed(2))
    }

    private static String fingerprint(spec) {
        Simulation.of(spec, RUMOURS).run().fingerprint()
    }
}
