package peerlab.flood

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.protocol.Failure
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Meter
import peerlab.engine.protocol.Parameters
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.Population
import peerlab.engine.protocol.Protocol
import peerlab.engine.protocol.workbench.Effect.Reply
import peerlab.engine.protocol.workbench.Effect.Send
import peerlab.engine.protocol.workbench.Host
import peerlab.kademlia.Trial
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Path

class FloodSpec extends Specification {

    @TempDir
    Path folder

    def provider = new FloodProvider()

    def "each of #peers peers has #degree neighbours or all others, and all are connected"() {
        given: 'a graph'
        def ids = (0..<peers).collect { PeerId.of(it) }
        def graph = new Neighbourhood(peers, degree, new RandomSource(seed)).of(ids)

        expect: 'enough neighbours, none twice, none oneself, both ways'
        graph.eachWithIndex { PeerId[] own, int i ->
            assert own.length >= Math.min(degree, peers - 1)
            assert (own as Set).size() == own.length
            assert !own.contains(ids[i])
            own.each { assert graph[it.index()].contains(ids[i]) }
        }
        graph.collect { it.length }.sum() <= peers * (Math.max(2, degree) + 1.5)

        and: 'everybody is reached from the first'
        def reached = [] as Set
        def open = [ids[0]]
        while (open) {
            def next = open.remove(open.size() - 1)
            if (reached.add(next)) {
                open.addAll(graph[next.index()])
            }
        }
        reached.size() == peers

        where:
        peers | degree | seed
        1     | 10     | 1
        2     | 10     | 2
        7     | 10     | 3
        50    | 1      | 4
        50    | 3      | 5
        1000  | 10     | 6
    }

    def "a rumour is passed on the first time it is heard, to all but its sender"() {
        given: 'four peers, all neighbours'
        def host = host(4)
        def (b, c, d) = [PeerId.of(1), PeerId.of(2), PeerId.of(3)]

        expect: 'the first is passed on, one link further, and the second is not'
        host.receives(b, new Rumour(0, 'hi', 1)) as Set ==
                [new Send(c, new Rumour(0, 'hi', 2)), new Send(d, new Rumour(0, 'hi', 2))] as Set
        host.receives(c, new Rumour(0, 'hi', 2)) == []
        host.receives(c, new Rumour(70, 'ho', 1)).size() == 2
        host.receives(b, new Rumour(70, 'ho', 1)) == []
    }

    def "a client starts a rumour and is told at once"() {
        given: 'four peers, all neighbours'
        def host = host(4)

        when: 'a rumour is sent'
        host.isAsked('send', 'hi', null)

        then: 'all three neighbours get it'
        host.sent.size() == 3
        host.sent*.message().every { it == new Rumour(0, 'hi', 1) }
        host.effects.last() instanceof Reply
        host.answers == ['sent']
    }

    def "what it does not offer is refused"() {
        expect: 'a failure'
        def host = host(2)
        host.isAsked('get', 'hi', null)
        host.answers == [new Failure("flood does not answer 'get'")]
    }

    def "coverage is the share of peers that heard the latest rumour"() {
        given: 'four peers with meters'
        def deployment = deployment(4)
        def counted = [:].withDefault { 0L }
        def recorded = []
        deployment.measureWith(new Meter() {
            Meter.Counter counter(String name) {
                { long amount -> counted[name] += amount } as Meter.Counter
            }

            Meter.Samples samples(String name) { { double value -> recorded << value } as Meter.Samples }
        })
        def hosts = (0..3).collect { new Host(PeerId.of(it), deployment.create(setupOf(it, 4))) }
        def protocols = hosts*.@protocol
        def population = Stub(Population) {
            members() >> hosts*.self()
            protocol(_) >> { PeerId id ->
                id.index() == 3 ? Optional.empty() : Optional.of(protocols[id.index()] as Protocol)
            }
        }
        def coverage = deployment.surveys()[0]

        expect: 'none before the first rumour'
        Double.isNaN(coverage.reading().applyAsDouble(population))

        when: 'one peer starts a rumour and one hears it'
        hosts[0].isAsked('send', 'hi', null)
        hosts[1].receives(PeerId.of(0), new Rumour(0, 'hi', 1))

        then: 'two of the three that are up know it'
        coverage.reading().applyAsDouble(population) == 2 / 3d
        counted == ['rumours.messages': 5L]
        recorded == [0d, 1d]
        protocols[0].inspect() == [heard: 1]
        protocols[0].neighbours().size() == 3
        deployment.size(new Rumour(0, 'hi', 1)) == 30
    }

    private Host host(int peers) {
        new Host(PeerId.of(0), deployment(peers).create(setupOf(0, peers)))
    }

    private FloodDeployment deployment(int peers) {
        def members = (0..<peers).collect { member(it) }
        (FloodDeployment) provider.deploy(members, Hooks.REFERENCE, new RandomSource(1))
    }

    private Member member(int index) {
        new Member(PeerId.of(index), 'p', new Parameters(provider.parameters(), [:]))
    }

    private PeerSetup setupOf(int index, int peers) {
        new PeerSetup(member(index), [], Optional.empty(), new RandomSource(index))
    }

    def "a neighbour that lies passes on something else, with the number of what it heard"() {
        given: 'a network in which one of sixty lies to all who ask it nothing'
        def scenario = """\
            scenario: Hearsay
            peers: { count: 60, run: flood, degree: 3 }
            network: { latency: 20ms }
            timeline:
              - { at: 0s, byzantine: any $liars, behaviour: $behaviour, as: the liars }
              - { at: 1s, send: the news, from: any 1 of where { honest } }
            stop: { at: 5s }
            """
        def result = new Trial(folder).run(scenario)
        def forged = Trial.value(result, 'rumours.forged')

        expect: 'everybody hears something; more liars, who lie to more, are believed by more'
        Math.abs(forged + Trial.value(result, 'rumours.coverage') - 1) < 1e-9
        forged >= least && forged <= most

        where:
        liars | behaviour     || least | most
        1     | 'lies'        || 0.02  | 0.4
        20    | 'lies'        || 0.3   | 0.9
        20    | 'equivocates' || 0.1   | 0.6
    }

    def "nobody has started a rumour: no share of anything"() {
        expect:
        Double.isNaN(Trial.value(new Trial(folder).run("""\
            scenario: Silence
            peers: { count: 5, run: flood }
            stop: { at: 5s }
            """), 'rumours.forged'))
    }

    def "a rumour that nobody started is no true one"() {
        given:
        def deployment = new FloodDeployment([], new RandomSource(1))

        expect:
        !deployment.isTrue(new Rumour(0, 'hi', 1))
        deployment.start('hi') == new Rumour(0, 'hi', 0)
        deployment.isTrue(new Rumour(0, 'hi', 3))
        !deployment.isTrue(new Rumour(0, 'ho', 3))
    }

    def "the provider declares what its peers can be made to do, and the deployment does it"() {
        expect:
        provider.misbehaviours()*.name() == ['lies', 'equivocates']
        def deployment = new FloodDeployment([], new RandomSource(1))
        provider.misbehaviours().every { deployment.misbehaviour(it.name(), null).present }
        deployment.misbehaviour('misroutes', null).empty
    }
}
