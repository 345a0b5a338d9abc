package peerlab.dsl

import peerlab.engine.spec.ScenarioSpec

import spock.lang.Specification

class ParitySpec extends Specification {

    def 'both languages say the same in #name'() {
        when: 'the same scenario is loaded from both languages'
        def yaml = runs("parity/${name}.yaml")
        def groovy = runs("parity/${name}.groovy")

        then: 'the specifications are equal, part by part and as a whole'
        yaml*.id() == groovy*.id()
        yaml*.params() == groovy*.params()
        yaml*.groups() == groovy*.groups()
        yaml*.network() == groovy*.network()
        yaml*.timeline() == groovy*.timeline()
        yaml*.expectations() == groovy*.expectations()
        yaml == groovy

        where: 'the scenarios are all those in the folder'
        name << Scenarios.files('parity', '.yaml').collect { it.fileName.toString() - '.yaml' }
    }

    def 'the folder of scenarios in both languages is complete'() {
        expect: 'each YAML file has its Groovy file, and there are enough of them to mean something'
        Scenarios.files('parity', '.yaml').collect { it.toString() - '.yaml' } ==
                Scenarios.files('parity', '.groovy').collect { it.toString() - '.groovy' }
        Scenarios.files('parity', '.yaml').size() >= 6
    }

    private static List<ScenarioSpec> runs(String name) {
        def loaded = Scenarios.load(Scenarios.resource(name))
        assert !loaded.hasErrors(): loaded.render(false)
        assert loaded.runs().size() >= 1
        loaded.runs()
    }
}
