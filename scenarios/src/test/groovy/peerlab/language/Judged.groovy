package peerlab.language

import peerlab.engine.base.RandomSource
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.NamedProperty
import peerlab.engine.protocol.Population
import peerlab.engine.protocol.ProtocolProvider
import peerlab.flood.FloodProvider

/** Flooding, of which a property can be asked by its name. */
class Judged implements ProtocolProvider {

    @Delegate(excludes = ['name', 'properties', 'deploy'])
    private final FloodProvider flood = new FloodProvider()

    String name() { 'judged' }

    List<String> properties() { ['who is up has heard'] }

    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        new JudgedDeployment(flood.deploy(members, hooks, random))
    }

    static class JudgedDeployment implements Deployment {

        @Delegate(excludes = ['properties'])
        private final Deployment flood

        JudgedDeployment(Deployment flood) {
            this.flood = flood
        }

        List<NamedProperty> properties() {
            [new NamedProperty('who is up has heard', 'the rumour has reached all', { Population population ->
                population.members().every { population.protocol(it).every { it.inspect().heard == 1 } }
            })]
        }
    }
}
