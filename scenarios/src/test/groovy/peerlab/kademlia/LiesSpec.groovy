package peerlab.kademlia

import java.nio.file.Files
import java.nio.file.Path

import peerlab.cli.Shell
import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.observe.RunEvent
import peerlab.engine.protocol.Payload
import peerlab.engine.protocol.Request
import spock.lang.Specification
import spock.lang.TempDir

/** Peers of Kademlia that lie: what others are told, and what becomes of the network. */
class LiesSpec extends Specification {

    static final Path FOLDER = Path.of(System.getProperty('peerlab.root'),
            'scenarios/src/test/resources/transcripts')

    @TempDir
    Path folder
    Trial trial

    def setup() {
        trial = new Trial(folder)
    }

    def '#name: #sentence'() {
        given: 'what eight peers say while the two who hold a value misbehave, and are asked for it'
        def shell = new Shell(folder)
        shell.file('liars.yaml', """\
            scenario: A value whose holders lie
            peers: { count: 8, run: kademlia, k: 2, alpha: 1, start: converged }
            network: { latency: 10ms }
            timeline:
              - { at: 1s, put: key-1, from: p1 }
              - { during: 2s..4s, byzantine: closest 2 to key-1, behaviour: $behaviour }
              - { at: 3s, get: key-1, from: peers 6..8 }
              - { at: 5s, get: key-1, from: p6 }
            stop: { at: 6s }
            """.stripIndent())
        def kinds = '--kind asked,answered,sent,step,fault'
        def text = sentence + '\n\n' + shell.call("trace liars.yaml --around 3.05s $kinds").out() +
                shell.call("trace liars.yaml --around 5.05s --kind answered").out()
        def file = FOLDER.resolve("${name}.txt")
        if (System.getProperty('peerlab.golden') == 'write') {
            Files.createDirectories(FOLDER)
            Files.writeString(file, text)
        }

        expect: 'what they said when somebody read it; when it is over, the truth'
        text == Files.readString(file)

        where:
        name          | behaviour                | sentence
        'lies'        | 'lies'                   | 'The holders answer with values of their own making.'
        'misroutes'   | 'misroutes, towards: far' | 'The holders name the farthest contacts they have, and no value.'
        'equivocates' | 'equivocates'            | 'The holders tell some the truth, and others a value of their own making.'
        'colludes'    | 'colludes'               | 'The holders name each other and nobody else, and no value.'
    }

    def "a liar is believed by whoever reaches it first, and gets.wrong counts them"() {
        when: 'a fifth of the peers lie'
        def result = trial.run(network(100, 'byzantine: any 20%, behaviour: lies', 'get: any key'))
        def wrong = Trial.value(result, 'gets.wrong')

        then: 'wrong values are failures, and all failures are wrong values'
        wrong > 20
        wrong == Trial.value(result, 'gets.failed')
        Trial.value(result, 'gets.succeeded') + wrong == Trial.value(result, 'gets.count')
    }

    def "why a get was wrong is told: who answered with it, and who of those asked is not honest"() {
        given:
        def shell = new Shell(folder)
        shell.file('wrong.yaml', network(60, 'byzantine: any 30%, behaviour: lies', 'get: any key') +
                'expect: [{ at end: gets.wrong == 0 }]\n')

        expect:
        with(shell.call('run wrong.yaml').out()) {
            it =~ /get key-\d+ from p\d+ at [\d.]+ s -> wrong value forged by (p\d+)\n.*; \1 answered with it/
            it =~ /of those asked, .*do(es)? not keep to the protocol/
        }
    }

    def "a lie outlives the liar: honest peers have it in their stores, in good faith, until it expires"() {
        given: 'liars whose fault is over at 20 s'
        def wrong = []
        trial.run("""\
            scenario: Lies stay in caches
            peers: { count: 200, run: kademlia, k: 4, start: converged, expiry: $expiry, republish: 10s }
            timeline:
              - { at: 1s, put: 5 keys }
              - { during: 2s..20s, byzantine: any 20%, behaviour: lies }
              - { during: 3s..20s, get: any key, every: 100ms }
              - { during: 70s..90s, get: any key, from: any 3, every: 100ms }
            stop: { at: 91s }
            """, [RunEvent.Kind.ANSWERED]) { event, view ->
            if (event.time() > at(70) && event.outcome().reason().startsWith('wrong value')) {
                wrong << event.peer()
            }
        }

        expect: 'wrong values, fifty seconds after the last liar, or none where copies do not live so long'
        wrong.empty == isOver

        where:
        expiry || isOver
        '24h'  || false
        '40s'  || true
    }

    def "who has a wrong value in good faith is told as well"() {
        given: 'a holder that took in what a liar published'
        def network = new SmallNetwork(30, [k: 4L])
        def asker = PeerId.of(3)
        def findings = new Findings(network.deployment.place('k'), asker, 4, [], [], asked, [], 1, 1)
        def request = new Request(1, 'get', 'k', null, [:])

        expect:
        network.deployment.explain(request, new Answer.Read('forged', from, 1, findings), network) == [told]

        where:
        from          | asked           || told
        PeerId.of(7)  | [PeerId.of(7)]  || 'p4 asked p8, who answered; p8 answered with it, in good faith'
        PeerId.of(3)  | []              || 'p4 had it in its own store'
    }

    def "equivocation: whoever is lied to is lied to each time, about half of all, and the others never"() {
        given: 'a peer that holds a value alone, and is asked for it by everybody, three times'
        def said = [:].withDefault { [] }
        trial.run("""\
            scenario: One peer, two faces
            peers: { count: 64, run: kademlia, k: 1, start: converged }
            timeline:
              - { at: 1s, put: key-1, from: p1 }
              - { at: 2s, byzantine: closest 1 to key-1, behaviour: equivocates }
              - { at: 3s, get: key-1, from: all }
              - { at: 5s, get: key-1, from: all }
              - { at: 7s, get: key-1, from: all }
            stop: { at: 9s }
            """, [RunEvent.Kind.DELIVERED]) { event, view ->
            if (event.message() instanceof ValueFound && event.from() == holder(view)) {
                said[event.to()] << (event.message().item().value() as Payload).content()
            }
        }
        def lied = said.findAll { it.value.any { it.startsWith('forged') } }

        expect: 'the same story for each peer at all times'
        said.size() > 10
        said.values().every { it.unique(false).size() == 1 }

        and: 'lies for about half: within four standard errors'
        Math.abs(lied.size() - said.size() / 2) <= 4 * Math.sqrt(said.size()) / 2
    }

    private static PeerId holder(view) {
        view.peers().find { !view.peer(it).isHonest() }
    }

    def "misrouting towards #towards: an answer names #what"() {
        given: 'every answer of the two who misroute'
        def answers = []
        trial.run("""\
            scenario: Astray
            peers: { count: 60, run: kademlia, k: 4, start: converged }
            timeline:
              - { at: 0s, crash: peers 50..60 }
              - { at: 0s, byzantine: peers 1..2, behaviour: misroutes, $options }
              - { during: 1s..20s, lookup: random key, from: any 1 of where { honest }, every: 50ms }
            stop: { at: 21s }
            """, [RunEvent.Kind.SENT]) { event, view ->
            if (event.message() instanceof Nodes && !view.peer(event.from()).isHonest()) {
                answers << [view, event.from(), event.to(), event.message().contacts()*.peer()]
            }
        }

        expect:
        answers.size() > 20
        answers.every { view, from, to, named ->
            isMeant(view, from, named) && !named.contains(to) && named.size() <= 4
        }

        where:
        towards  | options           | what                    | isMeant
        'dead'   | 'towards: dead'   | 'peers that are down'   | { view, from, named -> named.size() == 4 && named.every { !view.peer(it).isUp() } }
        'far'    | 'towards: far'    | 'those whom it knows'   | { view, from, named -> named.size() == 4 && view.peer(from).neighbours().containsAll(named) }
        'random' | 'towards: random' | 'any four'              | { view, from, named -> named.toSet().size() == 4 && !named.contains(from) }
        'random' | 'chance: 100%'    | 'any four, by default'  | { view, from, named -> named.toSet().size() == 4 }
    }

    def "what is about a target concerns lookups of that key alone: #behaviour"() {
        when: 'a key and others are asked for'
        def result = trial.run("""\
            scenario: About one key
            peers: { count: 60, run: kademlia, k: 4, start: converged }
            timeline:
              - { at: 1s, put: 5 keys, from: p1 }
              - { at: 3s, byzantine: all, behaviour: $behaviour, target: $key }
              - { during: 4s..9s, get: key-1, every: 100ms }
            stop: { at: 12s }
            """)

        then:
        (Trial.value(result, 'gets.failed') > 30) == isHit
        Trial.value(result, 'gets.count') == 50

        where:
        behaviour     | key     || isHit
        'lies'        | 'key-1' || true
        'lies'        | 'key-2' || false
        'misroutes'   | 'key-1' || true
        'misroutes'   | 'key-2' || false
        'colludes'    | 'key-1' || false
        'colludes'    | 'key-2' || false
    }

    def "#sybils Sybils close to a key of #k copies: a put is confirmed, and gets find #what"() {
        when: 'they have been there from the start, and somebody puts the key'
        def result = trial.run("""\
            scenario: Eclipse of a key
            peers:
              - { count: 200, run: kademlia, k: $k, start: converged }
              - { count: $sybils, as: sybil, run: kademlia, k: $k, near: key-17, start: converged }
            timeline:
              - { at: 1s, byzantine: sybil, behaviour: colludes, target: key-17 }
              - { at: 2s, put: key-17, from: p1 }
              - { during: 4s..14s, get: key-17, from: any 1 of where { honest }, every: 100ms }
              - { at: 15s, put: key-18, from: p1 }
              - { at: 17s, get: key-18, from: p2 }
            stop: { at: 20s }
            """)

        then: 'as many as there are copies hide it altogether; one less does not'
        Trial.value(result, 'puts.succeeded') == 2
        Trial.value(result, 'gets.succeeded') == found + 1
        Trial.value(result, 'gets.wrong') == 0

        where:
        k | sybils || found
        8 | 7      || 100
        8 | 8      || 0
        4 | 3      || 100
        4 | 4      || 0
        what = found ? 'it' : 'nothing'
    }

    def "a newcomer that enters through #who knows #what"() {
        when: 'a group colludes against one who joins'
        def spec = """\
            scenario: Eclipse of a newcomer
            peers:
              - { count: 80, run: kademlia, k: 8, start: converged }
              - { count: 12, as: gang, run: kademlia, k: 8, start: converged }
              - { count: 1, as: late, run: kademlia, k: 8 }
            timeline:
              - { at: 0s, byzantine: gang, behaviour: colludes, victim: late1 }
              - { at: 1s, put: 20 keys }
              - { at: 5s, join: late, via: $who }
              - { during: 10s..30s, get: any key, from: late1, every: 200ms }
            stop: { at: 31s }
            """
        def simulation = trial.simulation(spec)
        def result = simulation.run()
        def view = simulation.view()
        def late = view.peers().find { it.name() == 'late1' }
        def known = view.peer(late).neighbours()

        then: 'it learns of others only from those whom it asks'
        (known.every { !view.peer(it).isHonest() }) == isEclipsed
        Trial.value(result, 'gets.failed') == (isEclipsed ? 100 : 0)

        and: 'nobody honest hears of it through the group'
        !isEclipsed || view.peers().findAll { it != late && view.peer(it).isHonest() }
                .every { !view.peer(it).neighbours().contains(late) }

        where:
        who     || isEclipsed
        'gang1' || true
        'p1'    || false
        what = isEclipsed ? 'the group alone' : 'everybody'
    }

    def "members call on their victims; full buckets of live contacts take nobody in"() {
        when: 'twenty newcomers call on p1, whose table is full in all ranges but the nearest'
        def simulation = trial.simulation("""\
            scenario: An old table
            peers:
              - { count: 200, run: kademlia, k: 4, start: converged }
              - { count: 20, as: gang, run: kademlia, k: 4 }
            timeline:
              - { at: 1s, join: gang, via: p2 }
              - { at: 4s, byzantine: gang, behaviour: colludes, victim: p1, every: 100ms }
            stop: { at: 20s }
            """)
        simulation.start()
        simulation.runUntil(SimTime.ZERO)
        def before = simulation.view().peer(PeerId.of(0)).neighbours().size()
        def result = simulation.finish()
        def after = simulation.view().peer(PeerId.of(0)).neighbours()

        then: 'all have called, again and again, and hardly anybody got in'
        before > 15
        after.count { it.name().startsWith('gang') } < 5
        Trial.value(result, "messages['Ping'].sent") > 20 * 150
    }

    def "the share of contacts that do not keep to the protocol is measured in the tables of honest peers"() {
        when: 'a fifth misbehaves'
        def result = trial.run(network(100, 'byzantine: any 20%, behaviour: drops', 'lookup: random key'))

        then: 'about that share; none where nobody does'
        Math.abs(Trial.value(result, 'buckets.byzantine') - 0.2) < 0.05
        Trial.value(trial.run(network(50, 'snapshot: it', 'lookup: random key')), 'buckets.byzantine') == 0
    }

    def "replays and floods cost messages, and change no answer"() {
        when: 'a fifth says everything twice, or floods'
        def honest = trial.run(network(100, 'snapshot: it', 'lookup: random key'))
        def loud = trial.run(network(100, "byzantine: any 20%, behaviour: $behaviour", 'lookup: random key'))

        then: 'numbers of calls make old answers harmless'
        Trial.value(loud, 'lookups.exact') == Trial.value(honest, 'lookups.exact')
        Trial.value(loud, 'lookups.failed') == 0
        Trial.value(loud, 'messages.sent') > 1.05 * Trial.value(honest, 'messages.sent')

        where:
        behaviour << ['replays, by: 2s', 'floods, every: 50ms']
    }

    private static SimTime at(long seconds) { new SimTime(seconds * 1_000_000_000) }

    private static String network(int peers, String fault, String operation) {
        """\
scenario: x
peers: { count: $peers, run: kademlia, k: 8, start: converged }
network: { latency: 20ms..60ms }
timeline:
  - { at: 1s, put: 20 keys }
  - { at: 4s, $fault }
  - { during: 5s..20s, $operation, from: any 1 of where { honest }, every: 100ms }
stop: { at: 23s }
"""
    }
}
