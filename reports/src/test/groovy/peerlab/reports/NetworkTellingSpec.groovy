package peerlab.reports

import com.fasterxml.jackson.databind.ObjectMapper
import peerlab.engine.RunResult
import peerlab.engine.check.Verdict
import peerlab.engine.observe.Topology
import peerlab.engine.spec.NetworkProfiles
import peerlab.engine.spec.ScenarioSpec
import peerlab.reports.console.Commands
import peerlab.reports.console.RunText
import peerlab.reports.console.Style
import spock.lang.Specification

/**
 * What is told of a network beyond what the scenario says itself: where numbers come from, and who lives
 * where.
 */
class NetworkTellingSpec extends Specification {

    def "a run over a named network tells its sources, to people and to programs"() {
        given:
        def result = measured('satellite')
        def profile = result.spec().network().profile().get()

        when:
        def text = new RunText(Style.COMPARABLE, Commands.PLAIN).summary(result)
        def json = new ObjectMapper().readValue(Runs.text { new RunJson(Runs.MACHINE).write(result, it) },
                Map)

        then:
        text.contains('\n  network satellite, from\n')
        profile.sources().every { text.contains('\n      ' + it + '\n') }
        json.network == [profile: 'satellite', sources: profile.sources()]
    }

    def "a network that nobody measured is told without sources"() {
        expect:
        !new RunText(Style.COMPARABLE, Commands.PLAIN).summary(Runs.kademlia()).contains('  network')
        !new ObjectMapper().readValue(Runs.text { new RunJson(Runs.MACHINE).write(Runs.kademlia(), it) }, Map)
                .containsKey('network')
    }

    def "a picture says in which region a peer lives, where it lives in one"() {
        given: 'three peers, the first two of them in regions'
        def homes = ['eu', 'a "new" <world>', '']
        def plain = Runs.topology()
        def nodes = [plain.nodes(), homes].transpose().collect { node, home ->
            new Topology.Node(node.id(), node.isUp(), node.role(), node.group(), home, node.values())
        }
        def picture = new RunResult.NamedTopology('x', new Topology(plain.time(), nodes, plain.edges(),
                plain.transfers()))

        expect: 'in each format, as that format writes texts'
        new ObjectMapper().readValue(Runs.text { TopologyJson.write(picture, it) }, Map).nodes*.region ==
                ['eu', 'a "new" <world>', null]
        def xml = Runs.text { TopologyGraphml.write(picture, it) }
        xml.readLines()*.trim().findAll { it.startsWith('<data key="region">') } ==
                ['<data key="region">eu</data>', '<data key="region">a &quot;new&quot; &lt;world&gt;</data>']
        xml.count('<key id="region"') == 1
        Runs.text { TopologyDot.write(picture, it) }.contains('region="a \\"new\\" <world>"')
    }

    private static RunResult measured(String profile) {
        def spec = Runs.kademliaSpec()
        Runs.result(new ScenarioSpec(spec.id(), spec.title(), spec.seed(), spec.params(), spec.groups(),
                NetworkProfiles.find(profile).get(), spec.timeline(), [], spec.record(), spec.stop(),
                        spec.place()),
                Verdict.PASS, [])
    }
}
