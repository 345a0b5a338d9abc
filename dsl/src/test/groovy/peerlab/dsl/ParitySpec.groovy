package peerlab.dsl

import spock.lang.Specification

class ParitySpec extends Specification {

    def 'both languages say the same in #name'() {
        when: 'the same scenario is loaded from both languages'
        def yaml = Scenarios.only(Scenarios.load(Scenarios.resource("parity/${name}.yaml")))
        def groovy = Scenarios.only(Scenarios.load(Scenarios.resource("parity/${name}.groovy")))

        then: 'the specifications are equal, part by part and as a whole'
        yaml.params() == groovy.params()
        yaml.groups() == groovy.groups()
        yaml.network() == groovy.network()
        yaml.timeline() == groovy.timeline()
        yaml.expectations() == groovy.expectations()
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
}
