package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.protocol.Failure
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Meter
import peerlab.engine.protocol.Outcome
import peerlab.engine.protocol.Parameters
import peerlab.engine.protocol.Request
import spock.lang.Specification

import java.util.function.Supplier

/** The network seen from outside: what counts as right, what is measured, and why something failed. */
class JudgeSpec extends Specification {

    def counted = [:].withDefault { 0L }
    def recorded = [:].withDefault { [] }
    def meter = new Meter() {
        Meter.Counter counter(String name) { { long amount -> counted[name] += amount } as Meter.Counter }

        Meter.Samples samples(String name) { { double value -> recorded[name] << value } as Meter.Samples }
    }
    def network = measured(new SmallNetwork(60, [k: 5L]))

    private SmallNetwork measured(SmallNetwork network) {
        network.deployment.measureWith(meter)
        network.converged()
    }

    private Outcome outcome(long id) { network.outcomes[id] }

    private List<Integer> closest(String key, int except = -1) {
        network.deployment.closest(key, 60, network)*.index().findAll { it != except }
    }

    def "a lookup that names the closest peer succeeds and is measured"() {
        when: 'a key is looked up'
        def id = network.ask(3, 'lookup', 'target')
        network.advance(Span.seconds(5))

        then: 'it is exact, and its hops, requests and rounds are recorded'
        outcome(id).isSuccess()
        counted == ['lookups.exact': 1L]
        recorded['lookups.hops'].size() == 1
        recorded['lookups.hops'][0] in 1d..4d
        recorded['lookups.messages'][0] >= 5
        recorded['lookups.rounds'][0] in 1d..5d
    }

    def "a lookup that misses the closest peer fails, and the reason names it"() {
        given: 'an answer without the closest peer'
        def order = closest('target', 3)
        def contacts = order.subList(1, 6).collect { network.deployment.contact(PeerId.of(it)) }
        def findings = new Findings(network.deployment.place('target'), PeerId.of(3), 5, contacts, [1] * 5,
                contacts*.peer(), [], 5, 1)
        def answer = new Answer.Located(findings)
        def request = new Request(1, 'lookup', 'target', null, [:])

        expect: 'a failure that can be explained'
        network.deployment.judge(request, answer, network) ==
                Outcome.failure("did not find p${order[0] + 1}, the closest peer that is up")
        network.deployment.explain(request, answer, network)[0].endsWith(
                "; p${order[0] + 1} is the closest and was never asked")
        counted == [:]

        when: 'the closest is down'
        network.crash(order[0])
        then: 'the same answer is exact'
        network.deployment.judge(request, answer, network).isSuccess()
        counted == ['lookups.exact': 1L]
    }

    def "a lookup is right to find nobody where nobody else is up"() {
        given: 'all others down'
        (0..59).findAll { it != 3 }.each { network.crash(it) }

        when: 'the last peer looks something up'
        def id = network.ask(3, 'lookup', 'target')
        network.advance(Span.seconds(60))

        then: 'it finds nobody, after asking in vain'
        outcome(id).isSuccess()
        network.answers[id].findings().closest() == []
        recorded['lookups.hops'] == []
    }

    def "a get of what was put succeeds with the value, one of what was not is not found"() {
        when: 'a put, a get from elsewhere, and a get of another key'
        def put = network.ask(3, 'put', 'key-1', 'v')
        network.advance(Span.seconds(5))
        def get = network.ask(40, 'get', 'key-1')
        def missing = network.ask(41, 'get', 'key-2')
        network.advance(Span.seconds(5))

        then: 'as it should be'
        outcome(put) == Outcome.success(null)
        outcome(get) == Outcome.success('v')
        outcome(missing) == Outcome.failure('not found')
        network.explanations[missing][0].endsWith('; nobody who is up holds the key')
        network.answers[put].holders() == 5
        recorded['lookups.messages'].size() == 3
        recorded['lookups.hops'].size() == 2
    }

    def "the values are on the k closest peers"() {
        when: 'twenty keys are put'
        20.times { network.ask(it, 'put', "key-$it", "v$it") }
        network.advance(Span.seconds(5))

        then: 'each is where it belongs, and nowhere else'
        (0..<20).every { n ->
            def place = network.deployment.place("key-$n")
            def holders = network.up.findAll { it.value.holdings().holds(place) }.keySet()*.index() as Set
            holders == closest("key-$n").take(5) as Set
        }
    }

    def "a get whose holders are all down says who was asked, who is down, and since when"() {
        given: 'a value whose holders crash'
        network.ask(3, 'put', 'key-1', 'v')
        network.advance(Span.seconds(5))
        def holders = closest('key-1').take(5)
        holders.each { network.crash(it) }
        def asker = (0..59).find { !holders.contains(it) }

        when: 'it is asked for'
        def id = network.ask(asker, 'get', 'key-1')
        network.advance(Span.seconds(60))
        def why = network.explanations[id][0]

        then: 'the sentence tells'
        outcome(id) == Outcome.failure('not found')
        why.startsWith("p${asker + 1} asked ")
        why.contains('down since 50 s')
        why.endsWith('nobody who is up holds the key')
    }

    def "explained: #what"() {
        given: 'five holders, some asked, some down'
        network.ask(3, 'put', 'key-1', 'v')
        network.advance(Span.seconds(5))
        def holders = closest('key-1').take(5).collect { PeerId.of(it) }
        def others = closest('key-1').subList(20, 30).collect { PeerId.of(it) }
        down(holders, others).each { network.crash(it.index()) }
        def findings = new Findings(network.deployment.place('key-1'), PeerId.of(12), 5, [], [],
                asked(holders, others), silent(holders, others), 3, 1)
        def request = new Request(1, 'get', 'key-1', null, [:])

        expect: 'the sentence'
        def text = network.deployment.explain(request, new Answer.NotFound(findings), network)[0]
        text == sentence(holders, others)

        where:
        what << ['nobody known', 'all asked are down', 'two down, one not',
                 'a holder did not answer', 'many']
        asked << [{ h, o -> [] }, { h, o -> o.take(3) }, { h, o -> o.take(3) },
                  { h, o -> [h[0]] }, { h, o -> o.take(8) }]
        silent << [{ h, o -> [] }, { h, o -> o.take(3) }, { h, o -> o.take(2) },
                   { h, o -> [h[0]] }, { h, o -> o.take(1) }]
        down << [{ h, o -> h }, { h, o -> o.take(3) + h.drop(1) }, { h, o -> o.take(2) + h },
                 { h, o -> h.drop(1) }, { h, o -> h.drop(2) }]
        sentence << [
                { h, o -> 'p13 knew nobody to ask; nobody who is up holds the key' },
                { h, o -> "p13 asked ${o[0]}, ${o[1]}, ${o[2]}, all down since 50 s; " +
                        "${h[0]} holds the key and was never asked" },
                { h, o -> "p13 asked ${o[2]}, who answered, and ${o[0]}, ${o[1]}, both down since 50 s; " +
                        'nobody who is up holds the key' },
                { h, o -> "p13 asked ${h[0]}, up, but no answer came; " +
                        "${h[0]} holds the key and did not answer with it in time" },
                { h, o -> "p13 asked ${o[1..6].join(', ')} and 1 more, who answered, " +
                        "and ${o[0]}, up, but no answer came; " +
                        "${inOrder(h.take(2)).join(', ')} hold the key and were never asked" }]
    }

    private static List inOrder(List peers) { peers.toSorted() }

    def "a put that nobody confirms fails"() {
        given: 'an answer without holders'
        def findings = new Findings(network.deployment.place('k'), PeerId.of(3), 5, [], [], [], [], 0, 0)
        def request = new Request(1, 'put', 'k', 'v', [:])
        def answer = new Answer.Written(0, findings)

        expect: 'a failure'
        network.deployment.judge(request, answer, network) ==
                Outcome.failure('none of the closest peers confirmed that it holds the value')
        network.deployment.explain(request, answer, network) == ['p4 knew nobody to ask']
    }

    def "other answers are taken as they are"() {
        expect: 'a failure with its reason, anything else as a value'
        def request = new Request(1, 'x', 'k', null, [:])
        network.deployment.judge(request, new Failure('no'), network) == Outcome.failure('no')
        network.deployment.judge(request, 7, network) == Outcome.success(7)
        network.deployment.explain(request, 7, network) == []
    }

    def "gauges and the survey tell of the tables"() {
        given: 'a fifth of the peers down'
        def gauges = network.deployment.gauges()
        def total = network.up.values()*.table()*.size().sum()
        (0..<12).each { network.crash(it) }
        def contacts = network.up.values().collectMany { it.neighbours() }

        expect: 'the fullest bucket, all contacts, and the share of those that are down'
        network.up.values().collect { gauges[0].contribution().applyAsDouble(it) }.max() == 5d
        network.up.values().collect { gauges[1].contribution().applyAsDouble(it) }.sum() == contacts.size()
        total > contacts.size()
        network.deployment.surveys()[0].reading().applyAsDouble(network) ==
                contacts.count { it.index() < 12 } / (double) contacts.size()
    }

    def "no contacts at all: none is stale"() {
        expect: 'zero'
        def alone = new SmallNetwork(1).converged()
        alone.deployment.surveys()[0].reading().applyAsDouble(alone) == 0d
    }

    def "groups with ids of different length are refused"() {
        given: 'two groups'
        def provider = new KademliaProvider()
        def member = { int index, String group, long bits ->
            new Member(PeerId.of(index), group, new Parameters(provider.parameters(), [bits: bits]))
        }

        when: 'they are to form one network'
        provider.deploy([member(0, 'a', 32), member(1, 'b', 64)], Hooks.REFERENCE, new RandomSource(1))

        then: 'the lengths are named'
        def e = thrown(IllegalArgumentException)
        e.message == 'ids are equally long for all peers of a network, found bits: [32, 64]'
    }

    def "the routing table can be played by somebody else's class"() {
        given: 'a table that counts what it is told, and otherwise is the reference'
        def tables = []
        def hooks = { String hook, String group ->
            def supplier = { -> tables << new CountingTable(); tables.last() } as Supplier
            hook == 'routing-table' ? Optional.of(supplier) : Optional.empty()
        } as Hooks
        network = new SmallNetwork(30, [k: 5L], 3, hooks).converged()

        when: 'keys are looked up'
        def ids = (0..<30).collect { network.ask(it, 'lookup', "k$it") }
        network.advance(Span.seconds(5))

        then: 'the tables were filled through their interface, and lookups are exact'
        tables.size() == 30
        tables.every { it.seen > 10 }
        ids.every { network.outcomes[it].isSuccess() }
    }

    def "a table of somebody else's that names #what is refused with the reason"() {
        given: 'a table that is the reference but for what it names'
        def hooks = { String hook, String group ->
            def supplier = { -> new CountingTable(named: answer) } as Supplier
            hook == 'routing-table' ? Optional.of(supplier) : Optional.empty()
        } as Hooks
        network = new SmallNetwork(10, [k: 5L], 3, hooks).converged()

        when: 'it is asked'
        network.ask(1, 'lookup', 'key')

        then: 'the reason'
        def e = thrown(IllegalStateException)
        e.message == reason

        where:
        what                | answer                    || reason
        'nothing'           | { -> null }               || 'the routing table named null as the closest; ' +
                'an empty array says that nobody is known'
        'a missing contact' | { -> [null] as Contact[] } || 'the routing table named a contact that is null'
    }

    static class CountingTable implements RoutingTable {
        @Delegate
        private final KBuckets table = new KBuckets()
        int seen
        Closure<Contact[]> named

        Contact[] closest(Key target, int count, Contact except) {
            named ? named.call() : table.closest(target, count, except)
        }

        Contact seen(Contact contact, peerlab.engine.base.SimTime now) {
            seen++
            table.seen(contact, now)
        }
    }

    def "a provider declares what a scenario may say"() {
        given: 'the provider, as found on the class path'
        def provider = peerlab.engine.protocol.Protocols.installed().find('kademlia').get()

        expect: 'its words'
        provider.operations()*.name() == ['lookup', 'get', 'put']
        provider.hooks()*.name().first() == 'routing-table'
        provider.hooks()*.type().first() == RoutingTable
        provider.misbehaviours()*.name() == ['lies', 'misroutes', 'equivocates', 'colludes']
        provider.misbehaviours().every { network.deployment.misbehaviour(it.name(), network).present }
        network.deployment.misbehaviour('mumbles', network).empty
        provider.canStartConverged()
        provider.messages()*.simpleName ==
                ['Ping', 'Pong', 'FindNode', 'Nodes', 'FindValue', 'ValueFound', 'Store', 'Stored']
        provider.metrics()*.name() == ['lookups.hops', 'lookups.messages', 'lookups.rounds', 'lookups.exact',
                                       'buckets.largest', 'buckets.contacts', 'buckets.stale',
                                       'buckets.byzantine']
        provider.parameters()*.name() ==
                ['k', 'alpha', 'bits', 'refresh', 'republish', 'expiry', 'timeout', 'probe', 'near',
                        'handover', 'relaxed']
        provider.summary()
    }
}
