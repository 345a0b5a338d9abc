package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.dsl.grammar.Spelling
import peerlab.dsl.reference.Reference
import peerlab.dsl.reference.Samples
import peerlab.engine.protocol.Protocols
import spock.lang.Specification
import spock.lang.TempDir

class ReferenceSpec extends Specification {

    @TempDir
    Path folder

    def "docs/reference.md is what the grammar and the installed protocols say"() {
        when: "it is made (-Dpeerlab.golden=write stores it)"
        def page = new Reference(Protocols.installed()).markdown()

        then: "it is what is stored, to the letter"
        Golden.stored('docs/reference.md', page) == page
        page.contains('### `kademlia`')
        page.contains('### `flood`')
    }

    def "every example of it loads in both languages, and means the same in both"() {
        given: "files to take in, and no class that somebody brings along"
        Files.createDirectories(folder.resolve('networks'))
        Files.writeString(folder.resolve('networks/wan.yaml'), 'network: { latency: 20ms..80ms }\n')
        Files.writeString(folder.resolve('networks/king.csv'),
                'i,j,latency\n1,2,90000\n1,3,40000\n2,3,120000\n')
        Files.createDirectories(folder.resolve('recordings'))
        Files.writeString(folder.resolve('recordings/reads.csv'), 'time,key\n1,a\n')
        def samples = new Samples(Protocols.installed()).all().findAll { it.word() != 'use' }

        expect:
        samples.size() >= 60
        samples.each {
            def groovy = load('example.groovy', it.whole(Spelling.GROOVY))
            assert groovy == load('example.yaml', it.whole(Spelling.YAML))
            assert groovy.size() >= 1
        }
    }

    private List load(String name, String text) {
        def loaded = new ScenarioLoader(Protocols.installed())
                .load(Files.writeString(folder.resolve(name), text), LoadOptions.NONE)
        assert !loaded.hasErrors(): loaded.render(false)
        loaded.runs()
    }
}
