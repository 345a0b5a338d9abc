package peerlab.library

import java.nio.file.Path

import my.Gossip
import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.engine.Simulation
import peerlab.engine.check.Verdict
import peerlab.engine.protocol.Protocols
import spock.lang.Specification

/** The chapter of the guide on a protocol of one's own, held to the code that it shows. */
class OwnProtocolSpec extends Specification {

    static final Path ROOT = Path.of(System.getProperty('peerlab.root'))

    def "the scenario of the chapter passes"() {
        given: "the gossip beside what is installed"
        def protocols = new Protocols([*Protocols.installed().all(), new Gossip()])
        def file = ROOT.resolve('scenarios/src/test/resources/guide/gossip.groovy')

        when:
        def loaded = new ScenarioLoader(protocols).load(file, LoadOptions.NONE)
        def result = Simulation.of(loaded.runs()[0], protocols).run()

        then: "the claim holds, with nothing to say about the file"
        loaded.render(false) == ''
        result.expectations()*.verdict() == [Verdict.PASS, Verdict.PASS]
        result.verdict() == Verdict.PASS
    }

    def "every piece of code in the chapter stands in a file that is run"() {
        given:
        def chapter = new Chapter('05-your-own-protocol.md')

        expect: "each piece, up to its indentation"
        chapter.pieces().size() >= 6
        chapter.strange('java/my/Gossip.java', 'java/my/GossipPeer.java', 'groovy/my/GossipSpec.groovy',
                'resources/guide/gossip.groovy') == []
    }
}
