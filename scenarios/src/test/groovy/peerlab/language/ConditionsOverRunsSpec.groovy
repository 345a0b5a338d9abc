package peerlab.language

import java.nio.file.Path

import peerlab.engine.RunResult
import peerlab.engine.check.Verdict
import peerlab.engine.protocol.Protocols
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Conditions over what real protocols show, beside the same numbers counted from the last snapshot and from
 * the trace; and what a failing condition says of its parts and of the peers.
 */
class ConditionsOverRunsSpec extends Specification {

    static final String KADEMLIA = '''\
        scenario: A hash table that loses peers
        params: { few: 3 }
        peers: { count: 16, run: kademlia, k: 3, start: converged }
        network: { latency: 20ms..60ms, loss: 15% }
        timeline:
          - { at: 1s, put: 20 keys }
          - { during: 2s..19s, get: any key, from: any peer, every: 200ms }
          - { during: 2s..19s, lookup: random key, from: any peer, every: 500ms }
          - { at: 8s, crash: any 4, as: the crash }
          - { at: 14s, restart: any 1 of the crash }
          - { at: 20s, snapshot: the end }
        '''.stripIndent()
    static final String FLOOD = '''\
        scenario: A rumour that goes round
        peers: { count: 12, run: judged, degree: 3 }
        network: { latency: 50ms }
        timeline:
          - { at: 1s, crash: any 2, as: the crash }
          - { at: 2s, send: hello, from: one, as: the rumour }
          - { at: 20s, snapshot: the end }
        '''.stripIndent()

    static final String END = 'stop: { at: 20s }\n'
    static final Protocols PROTOCOLS = new Protocols([*Protocols.installed().all(), new Judged()])

    @Shared
    Map<String, Facts> facts

    @TempDir
    @Shared
    Path folder

    def setupSpec() {
        facts = [kademlia: KADEMLIA, flood: FLOOD].collectEntries { name, text ->
            [name, new Facts(new Loads(folder, PROTOCOLS), text + END)]
        }
    }

    def 'the value of #condition in #run is the one that counting gives'() {
        given: 'the number from the snapshot, or from the trace'
        def value = facts[run].with(counted)

        expect: 'it equals the condition, and no other number does'
        value != null
        verdicts(run, "at end: $condition == $value", "at end: $condition != $value",
                "at end: ${value + 1} > $condition", "at end: $condition > $value or $condition < $value",
                "at end: not ($condition == $value) and true == true") ==
                [Verdict.PASS, Verdict.FAIL, Verdict.PASS, Verdict.FAIL, Verdict.FAIL]

        where: 'functions over peers, arithmetic, counters, counters of one type, the topology'
        run        | condition                                         | counted
        'kademlia' | 'count { contacts >= 6 }'                         | { up.count { it.contacts >= 6 } }
        'kademlia' | 'count { contacts >= 2 * $few and keys > 0 }'     | { up.count { it.contacts >= 6 && it.keys > 0 } }
        'kademlia' | 'count { up }'                                    | { up.size() }
        'kademlia' | "count { name == 'p1' or name == 'p2' }"          | { topology.nodes().count { it.isUp() && it.id().name() in ['p1', 'p2'] } }
        'kademlia' | "count { group == 'p' }"                          | { up.size() }
        'kademlia' | 'sum { contacts }'                                | { up*.contacts.sum() }
        'kademlia' | 'sum { contacts - keys }'                         | { up.sum { it.contacts - it.keys } }
        'kademlia' | 'max { contacts }'                                | { up*.contacts.max() }
        'kademlia' | 'min { contacts }'                                | { up*.contacts.min() }
        'kademlia' | 'max { contacts } - min { contacts }'             | { up*.contacts.max() - up*.contacts.min() }
        'kademlia' | 'mean { keys } * peers.up'                        | { up*.keys.sum() }
        'kademlia' | 'buckets.contacts'                                | { up*.contacts.sum() }
        'kademlia' | 'buckets.largest'                                 | { up*.largest.max() }
        'kademlia' | 'peers.up + peers.down'                           | { 16 }
        'kademlia' | 'peers.crashed - peers.restarted'                 | { topology.nodes().count { !it.isUp() } }
        'kademlia' | "messages['FindNode'].sent"                       | { sent('FindNode') }
        'kademlia' | "messages['FindNode'].sent + messages['FindValue'].sent" | { sent('FindNode') + sent('FindValue') }
        'kademlia' | "messages['FindNode'].bytes / 1B"                 | { lines('sent').findAll { it.type == 'FindNode' }*.bytes.sum() }
        'kademlia' | 'messages.sent - messages.dropped'                | { lines('sent').size() - lines('dropped').size() }
        'kademlia' | 'messages.delivered'                              | { lines('delivered').size() }
        'kademlia' | 'gets.count'                                      | { answered('get').size() }
        'kademlia' | 'gets.failed'                                     | { answered('get').count { !it.success } }
        'kademlia' | 'gets.count % 7'                                  | { answered('get').size() % 7 }
        'kademlia' | 'topology.components'                             | { components() }
        'flood'    | 'count { heard >= 1 }'                            | { up.count { it.heard >= 1 } }
        'flood'    | 'sum { heard }'                                   | { up*.heard.sum() }
        'flood'    | 'rumours.coverage * peers.up / 100%'              | { up.count { it.heard >= 1 } }
        'flood'    | "messages['Rumour'].delivered"                    | { lines('delivered').count { it.type == 'Rumour' } }
        'flood'    | 'topology.components'                             | { components() }
        'flood'    | 'topology.diameter'                               | { diameter() }
        'flood'    | 'topology.articulationPoints'                     | { cutPoints() }
    }

    def 'a measure of a distribution is the one that the report of the run gives: #measure'() {
        given: 'the report, which has all measures of all distributions'
        int dot = measure.lastIndexOf('.')
        def summary = facts.kademlia.metrics.values()[measure.substring(0, dot)]
        def value = (summary."${measure.substring(dot + 1)}"() as BigDecimal).toPlainString()

        expect: 'the same in a condition, and an order between them'
        verdicts('kademlia', "at end: $measure <= $value$unit and $measure >= $value$unit",
                "at end: $measure > $value$unit", 'at end: lookups.hops.min <= lookups.hops.p50 and '
                + 'lookups.hops.p50 <= lookups.hops.p95 and lookups.hops.p95 <= lookups.hops.max') ==
                [Verdict.PASS, Verdict.FAIL, Verdict.PASS]

        where:
        measure            || unit
        'lookups.hops.p95' || ''
        'lookups.hops.max' || ''
        'lookups.hops.count' || ''
        'gets.latency.p95' || 's'
        'gets.latency.min' || 's'
    }

    def 'a share or a mean of #run is the one that counting gives: #condition'() {
        given: 'the exact number, and one a billionth less and more'
        def value = facts[run].with(counted) as BigDecimal
        def bounds = [value * 0.999999999, value * 1.000000001]*.toPlainString()

        expect: 'it lies between these'
        verdicts(run, "at end: $condition > ${bounds[0]}$unit and $condition < ${bounds[1]}$unit",
                "at end: $condition < ${bounds[0]}$unit or $condition > ${bounds[1]}$unit") ==
                [Verdict.PASS, Verdict.FAIL]

        where:
        run        | condition               | unit | counted
        'flood'    | 'topology.pathLength'   | ''   | { meanPath() }
        'flood'    | 'topology.clustering'   | ''   | { clustering() }
        'flood'    | 'topology.degree'       | ''   | { 2 * links() / up.size() }
        'kademlia' | 'topology.clustering'   | ''   | { clustering() }
        'kademlia' | 'topology.degree * peers.up / 2' | '' | { links() }
        'kademlia' | 'gets.successRate'      | '%'  | { answered('get').with { 100 * it.count { it.success } / it.size() } }
        'kademlia' | 'gets.latency.mean'     | 's'  | { latencies(answered('get')).with { it.sum() / it.size() / 1e9 } }
        'kademlia' | 'mean { contacts }'     | ''   | { up*.contacts.sum() / up.size() }
    }

    def 'over a window #condition is what the trace says of that window alone'() {
        given: 'the last five seconds, without the instant at which they begin'
        def value = facts.kademlia.with(counted) as BigDecimal
        def written = value.toPlainString() + unit

        expect: 'not the same as of the whole run'
        verdicts('kademlia', "at end: $condition == $written, over: 5s",
                "at end: $condition != $written, over: 5s", "at end: $condition == $written") ==
                [Verdict.PASS, Verdict.FAIL, Verdict.FAIL]

        where: 'counters, rates, distributions'
        condition                        | unit | counted
        'gets.count'                     | ''   | { after(15, answered('get')).size() }
        'gets.failed'                    | ''   | { after(15, answered('get')).count { !it.success } }
        "messages['FindNode'].sent"      | ''   | { after(15, lines('sent')).count { it.type == 'FindNode' } }
        'messages.dropped + gets.count'  | ''   | { after(15, lines('dropped') + answered('get')).size() }
        'gets.successRate'               | '%'  | { after(15, answered('get')).with { 100 * it.count { it.success } / it.size() } }
        'gets.latency.count'             | ''   | { latencies(after(15, answered('get'))).size() }
        'gets.latency.p50'               | 's'  | { latencies(after(15, answered('get'))).with { it[Math.ceil(it.size() * 0.5) as int - 1] / 1e9 } }
        'gets.latency.max'               | 's'  | { latencies(after(15, answered('get')))[-1] / 1e9 }
        'gets.latency.p90'               | 's'  | { latencies(after(15, answered('get'))).with { it[Math.ceil(it.size() * 0.9) as int - 1] / 1e9 } }
    }

    def 'the truth of #condition in #run is the one that looking gives'() {
        given: 'the truth from the snapshot'
        def truth = facts[run].with(looked)

        expect:
        verdicts(run, "at end: $condition", "at end: not ($condition)", "at end: !($condition) || $condition") ==
                [truth, !truth, true].collect { it ? Verdict.PASS : Verdict.FAIL }

        where:
        run        | condition                                       | looked
        'kademlia' | 'forAll { largest <= $few }'                    | { up.every { it.largest <= 3 } }
        'kademlia' | 'forAll { contacts >= 6 }'                      | { up.every { it.contacts >= 6 } }
        'kademlia' | 'forAll { contacts >= 6 or keys < 9 }'          | { up.every { it.contacts >= 6 || it.keys < 9 } }
        'kademlia' | 'exists { keys >= 6 }'                          | { up.any { it.keys >= 6 } }
        'kademlia' | 'exists { keys > 99 } or exists { keys == 0 }'  | { up.any { it.keys > 99 || it.keys == 0 } }
        'kademlia' | 'topology.connected'                            | { components() == 1 }
        'kademlia' | 'topology.connected == (topology.components == 1)' | { true }
        'flood'    | 'forAll { heard == 1 }'                         | { up.every { it.heard == 1 } }
        'flood'    | "'who is up has heard'"                         | { up.every { it.heard == 1 } }
    }

    def 'a condition may hold on one side of a mark only'() {
        expect: 'before and after the crash, and before and after everybody has heard'
        verdicts('kademlia', 'always: count { up } == 16, until: the crash', 'always: count { up } == 16',
                'never: count { up } == 16, after: the crash',
                'leads to: peers.up == 13, when: count { up } == 12, within: 6s') ==
                [Verdict.PASS, Verdict.FAIL, Verdict.PASS, Verdict.PASS]
        verdicts('flood', 'never: exists { heard >= 1 }, until: the rumour',
                'eventually: who is up has heard, after: the rumour, within: 1s',
                'always: who is up has heard, after: the rumour') ==
                [Verdict.PASS, Verdict.PASS, Verdict.FAIL]
    }

    def 'a condition that fails says the value of each part'() {
        when: 'one of many parts fails'
        def verdict = run('kademlia', 'at end: gets.failed * 2 + 1 > peers.up and $few < 2 or '
                + "messages['FindNode'].sent < 10").expectations()[0]
        def now = facts.kademlia

        then: 'whole and parts, each with its value'
        def failed = now.answered('get').count { !it.success }
        verdict.values().collectEntries { [it.part(), it.value()] } == [
                "gets.failed * 2 + 1 > peers.up and few < 2 or messages['FindNode'].sent < 10": 'false',
                'gets.failed * 2 + 1 > peers.up and few < 2': 'false',
                'gets.failed * 2 + 1 > peers.up': "${2 * failed + 1 > now.up.size()}".toString(),
                'gets.failed * 2 + 1': "${2 * failed + 1}".toString(),
                'gets.failed * 2': "${2 * failed}".toString(),
                'gets.failed': "$failed".toString(),
                'peers.up': '13', 'few < 2': 'false', 'few': '3',
                "messages['FindNode'].sent < 10": 'false',
                "messages['FindNode'].sent": "${now.sent('FindNode')}".toString()]
        verdict.cause()[0].startsWith("at 20 s gets.failed was $failed, peers.up was 13, ")
    }

    def 'a failing condition over peers names them: #condition'() {
        given: 'those that make it so, in their order'
        def up = facts.kademlia.topology.nodes().findAll { it.isUp() }
        def peers = up.findAll { it.values().with(who) }*.id()*.name()

        when:
        def cause = run('kademlia', "at end: $condition").expectations()[0].cause()[0]

        then: 'the first three and how many more'
        peers.size() > 3
        def few = peers.take(3)
        cause.contains(said.replace('#', "${peers.size()}"))
        cause.replaceAll(/ \(contacts \d+\)/, '').endsWith("${few.join(', ')} and ${peers.size() - 3} more")

        where:
        condition                       | who                    || said
        'count { contacts >= 6 } == 99' | { it.contacts >= 6 }   || 'count { contacts >= 6 } was #: '
        'forAll { contacts > 99 }'      | { true }               || 'forAll { contacts > 99 } was false: not for p'
        'max { largest } > 3'           | { it.largest == 3 }    || 'max { largest } was 3: '
        'not exists { contacts > 2 }'   | { it.contacts > 2 }    || 'exists { contacts > 2 } was true: '
    }

    private List<Verdict> verdicts(String run, String... expectations) {
        this.run(run, expectations).expectations()*.verdict()
    }

    private RunResult run(String name, String... expectations) {
        def text = (name == 'flood' ? FLOOD : KADEMLIA)
        def lines = expectations.collect { line ->
            def parts = line.split(': ', 2)
            def condition = parts[1].replaceFirst(/(, (until|after|within|when|over).*)?$/, '"$1')
            "  - { ${parts[0]}: \"$condition }\n"
        }
        new Loads(folder, PROTOCOLS).run("${text}expect:\n${lines.join()}$END")
    }
}
