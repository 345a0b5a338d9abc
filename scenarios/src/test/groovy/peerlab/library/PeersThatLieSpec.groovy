package peerlab.library

import java.nio.file.Path

import my.Shrug
import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.dsl.use.Classes
import peerlab.dsl.use.UsedClasses
import peerlab.engine.Simulation
import peerlab.engine.check.Verdict
import peerlab.engine.protocol.Misbehaviour
import peerlab.engine.protocol.Protocols
import peerlab.kademlia.KademliaProvider
import spock.lang.Specification

/** What the guide says of peers that lie, held to the code and the scenarios that it shows. */
class PeersThatLieSpec extends Specification {

    static final Path ROOT = Path.of(System.getProperty('peerlab.root'))
    static final String SECTION = (ROOT.resolve('docs/guide/06-what-happens-when.md').toFile()
            .getText('UTF-8') =~ /(?s)## Peers that lie\n(.*?)(\n## |$)/)[0][1]
    static final List<String> SHOWN = ['library/copies-and-liars.yaml', 'library/eclipsed-key.groovy',
            'src/test/java/my/Shrug.java', 'src/test/resources/guide/shrugs.yaml']

    def "a behaviour of one's own plays in the scenario of the guide, and its claim holds"() {
        given: "the class as if it had been brought along"
        def protocols = Protocols.installed()
        def file = ROOT.resolve('scenarios/src/test/resources/guide/shrugs.yaml')
        def mine = new Classes() {
            @Override
            Class<?> load(String name) { name == 'my.Shrug' ? Shrug : Class.forName(name) }

            @Override
            List<String> names() { ['my.Shrug'] }
        }

        when:
        def loaded = new ScenarioLoader(protocols, Optional.empty(), mine).load(file, LoadOptions.NONE)
        def result = Simulation.of(loaded.runs()[0], protocols).withHooks(new UsedClasses([], mine)).run()

        then: "nothing to say about the file, and a pass"
        loaded.render(false) == ''
        result.verdict() == Verdict.PASS
    }

    def "every piece of code stands in a file that is run"() {
        given:
        def sources = SHOWN.collect { plain(ROOT.resolve('scenarios').resolve(it).toFile().getText('UTF-8')) }
        def pieces = (SECTION =~ /(?s)```(java|groovy|yaml)\n(.*?)```/).collect { it[2] as String }

        expect: "each piece, up to its indentation"
        pieces.size() == 5
        pieces.each { piece ->
            assert sources.any { it.contains(plain(piece)) }
        }
    }

    def "the tables name each behaviour with its options, and no other"() {
        given:
        def rows = (SECTION =~ /(?m)^\| `'(\w+)'` \|[^|]*\| (.*) \|$/).collect { it }.collectEntries {
            [it[1], it[2].replace('`', '').split(', ').toSet()]
        }

        expect:
        rows == (Misbehaviour.OF_ALL + new KademliaProvider().misbehaviours())
                .collectEntries { [it.name(), it.takes().toSet()] }
    }

    private static String plain(String text) {
        text.readLines()*.strip().findAll().join('\n')
    }
}
