package peerlab.dsl.reference

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.FakeKademlia
import peerlab.dsl.FakeRaft
import peerlab.dsl.Scenarios
import peerlab.dsl.grammar.Spelling
import peerlab.engine.protocol.Protocols
import spock.lang.Specification
import spock.lang.TempDir

class SamplesSpec extends Specification {

    @TempDir
    Path folder

    static final List<Sample> SAMPLES = new Samples(new Protocols([new FakeKademlia(), new FakeRaft()])).all()

    def 'the example of #sample.word says the same in both languages: #sample.groovy'() {
        given: 'files to take in'
        Files.createDirectories(folder.resolve('networks'))
        Files.writeString(folder.resolve('networks/wan.yaml'), 'network: { latency: 20ms..80ms }\n')
        Files.writeString(folder.resolve('networks/king.csv'),
                'i,j,latency\n1,2,90000\n1,3,40000\n2,3,120000\n')
        Files.createDirectories(folder.resolve('recordings'))
        Files.writeString(folder.resolve('recordings/reads.csv'), 'time,key\n1,a\n')

        when: 'a scenario with little else is loaded from both languages'
        def groovy = Scenarios.groovy(folder, sample.whole(Spelling.GROOVY))
        def yaml = Scenarios.yaml(folder, sample.whole(Spelling.YAML))

        then: 'nothing is wrong, and the specifications are equal'
        groovy.runs() || groovy.render(false) == 'right'
        yaml.runs() || yaml.render(false) == 'right'
        groovy.runs() == yaml.runs()

        where: 'the examples are those of the reference'
        sample << SAMPLES
    }

    def 'there is an example of everything'() {
        expect:
        SAMPLES.size() >= 60
        SAMPLES*.word.containsAll(['scenario', 'latency', 'partition', 'heal', 'put', 'propose', 'leadsTo',
                'closest', 'zipf', 'lognormal', 'forAll', 'snapshots', 'stop'])
    }
}
