package peerlab.dsl

import static peerlab.engine.script.Words.*

import java.nio.file.Path

import peerlab.engine.base.Unit
import peerlab.engine.profile.ChurnProfile
import peerlab.engine.script.Scenario
import peerlab.engine.spec.Expression
import peerlab.engine.spec.LatencySpec
import peerlab.engine.spec.LossSpec
import peerlab.engine.spec.NetworkSpec
import spock.lang.Specification
import spock.lang.TempDir

/** A scenario in Java is the one that the languages give. */
class JavaScenarioSpec extends Specification {

    @TempDir
    Path folder

    def 'Java says the same as Groovy and YAML in #name'() {
        given: 'the scenario as it is written in Java'
        def spec = scenario.spec()

        expect: 'it is equal to the one of each file, part by part and as a whole'
        ['groovy', 'yaml'].every { language ->
            def other = Scenarios.load(Scenarios.resource("parity/${name}.$language")).runs()[0]
            assert spec.params() == other.params()
            assert spec.groups() == other.groups()
            assert spec.uses() == other.uses()
            assert spec.network() == other.network()
            assert spec.timeline() == other.timeline()
            assert spec.expectations() == other.expectations()
            assert spec.expectations()*.claim() == other.expectations()*.claim()
            assert spec == other
            spec.hashCode() == other.hashCode()
        }

        where:
        name << InJava.scenarios().keySet()
        scenario = InJava.scenarios()[name]
    }

    def 'each fault of links and lines is the one of a file: #step'() {
        given: 'a file that says it'
        def file = Scenarios.yaml(folder, """\
            scenario: A fault
            peers: { count: 20, run: kademlia }
            timeline:
              - { at: 1s, $step }
            stop: { at: 30s }
            """.stripIndent())

        expect: 'the same step'
        Scenarios.only(file).timeline() == [at(seconds(1), fault)]

        where:
        step                                             || fault
        'drop: all, chance: 20%'                         || drop(all(), percent(20))
        'drop: any 3, chance: 2%, bursts: 200ms, within: 50%, to: p1, type: FindNode' ||
                drop(messagesOf(any(3)).to(named('p1')).type('FindNode'), percent(2)).bursts(millis(200))
                        .within(percent(50))
        'delay: p2, by: 20ms..80ms'                      || delay(named('p2'), uniform(millis(20), millis(80)))
        'duplicate: all, chance: 1%'                     || duplicate(all(), percent(1))
        'duplicate: all, chance: 1%, by: 1s'             || duplicate(all(), percent(1)).by(fixed(seconds(1)))
        'reorder: all, chance: 5%, type: FindNode'       || reorder(messagesOf(all()).type('FindNode'), percent(5))
        'reorder: all, chance: 5%, by: exponential(1s)'  || reorder(all(), percent(5)).by(exponential(seconds(1)))
        'corrupt: minority, chance: 5%'                  || corrupt(minority(), percent(5))
        'corrupt: all, chance: 5%, delivered: true'      || corrupt(all(), percent(5)).unnoticed()
        'throttle: p3, to: 64kbps'                       || throttle(named('p3'), kilobits(64))
        'throttle: p3, to: 10Mbps'                       || throttle(named('p3'), megabits(10))
    }

    def 'a fault is narrowed in any order, and keeps what was said of it'() {
        given: 'a condition'
        def condition = metric('messages.sent').isMoreThan(1000)
        def messages = messagesOf(all())

        expect: 'the same messages'
        messages.when(condition).to(named('p1')).type('Ping') == messages.type('Ping').to(named('p1'))
                .when(condition)
        messages.when(condition).to(named('p1')).when().present
    }

    def 'lives that make no sense are refused: #message'() {
        when:
        lives()

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == message

        where:
        lives                                                              || message
        ({ churn(all(), profile('kad-2008')) })                            || "no profile 'kad-2008'; there are ${ChurnProfile.names()}"
        ({ churn(all(), profile('ipfs-2022')) })                           || 'ipfs-2022 does not say how long peers stay away'
        ({ churn(all(), profile('kad-2009').mean(minutes(5))) })           || "the profile kad-2009 has its own times, and no 'mean'"
        ({ profile('three-classes').lives().first(fixed(minutes(5))) })    || "'first' is for peers of one kind, found profile three-classes"
        ({ skew(all(), ahead(millis(2)), behind(millis(2))) })             || 'the range 2 ms..-2 ms is reversed'
    }

    def 'the network can be said bit by bit, or in a file of its own'() {
        expect: 'the parts one after another'
        Scenario.titled('A network').peers(3, 'kademlia').loss(percent(1)).network { it.inOrder(true) }
                .latency(fixed(millis(5))).stopAt(seconds(1)).spec().network() ==
                NetworkSpec.DEFAULT.with(new LossSpec(percent(1))).inOrder(true)
                        .with(new LatencySpec.Drawn(fixed(millis(5)), false))
    }

    def 'in Groovy, options stand behind the protocol'() {
        expect: 'the same as a map'
        Scenario.titled('Two ways').peers(64, 'kademlia', k: 8, alpha: 3).stopAt(seconds(1)).spec() ==
                Scenario.titled('Two ways').peers(64, 'kademlia', [k: 8, alpha: 3]).stopAt(seconds(1)).spec()
    }

    def 'a scenario goes on from another, which stays as it is'() {
        given: 'a file, and what is common to two'
        def file = Scenarios.only(Scenarios.load(Scenarios.resource('parity/kademlia.yaml')))
        def common = Scenario.like(file)

        when: 'each goes its way'
        def one = common.seed(1).timeline(at(seconds(60), restart(named('the crash'))))
        def other = common.loss(percent(5)).stopAt(seconds(30))

        then: 'they have in common what they had'
        common.spec() == file
        one.spec().timeline().size() == 6
        one.spec().network() == file.network()
        other.spec().timeline() == file.timeline()
        other.spec().stop().at().toString() == '30 s'
        one.toString() == file.title()
    }

    def 'a title becomes an id: #id'() {
        expect:
        Scenario.titled(title).stopAt(seconds(1)).spec().id() == id

        where:
        title                                        || id
        'Kademlia recovers within 20 s!'             || 'kademlia-recovers-within-20-s'
        'Ünïcode, too'                               || 'ünïcode-too'
        'x' * 59 + ' and much more than can be read' || 'x' * 59
    }

    def 'what is missing or makes no sense is said: #message'() {
        when:
        deed()

        then:
        def refusal = thrown(RuntimeException)
        refusal.message == message

        where:
        deed                                                                || message
        ({ Scenario.titled(' ') })                                          || 'a scenario has a title: what it claims, as a sentence'
        ({ Scenario.titled('No end').spec() })                              || "'No end' does not say when it ends: stopAt(seconds(90))"
        ({ during(seconds(5), seconds(1), crash(all())) })                  || 'the window 5 s..1 s ends before it begins'
        ({ atEnd(metric('gets.failed').isEqualTo(0)).after('the crash') })  || "'atEnd' has no 'after'"
        ({ settles(seconds(1), metric('x')).until('the crash') })           || "'settles' has no 'until'"
        ({ metric('gets.failed').isEqualTo([]) })                           || 'a condition cannot hold []: it compares numbers, shares, spans, sizes, truths and words'
    }

    def 'every operator takes the bounds that it has'() {
        given: 'a condition'
        def condition = metric('gets.failed').isEqualTo(0)

        expect: 'the claim says them'
        claim.call(condition).claim() == text

        where:
        claim                                                                        || text
        ({ never(it).after('a').until(time(seconds(9))).over(seconds(5)) })          || "never after 'a' until 9 s: gets.failed == 0, over 5 s"
        ({ always(it).over(seconds(5)) })                                            || 'always gets.failed == 0, over 5 s'
        ({ eventually(seconds(1), it).after('a').over(seconds(5)) })                 || "eventually within 1 s after 'a': gets.failed == 0, over 5 s"
        ({ leadsTo(seconds(1), it, it).after('a').until('b').over(seconds(5)) })     || "leads to within 1 s after 'a' until 'b', when gets.failed == 0: gets.failed == 0, over 5 s"
        ({ atEnd(it).over(seconds(5)).points(3) })                                   || 'at end gets.failed == 0, over 5 s'
    }

    def 'values of every kind can be compared: #text'() {
        expect: 'the text is that of a file'
        (metric('x').isNot(value) as Expression.Comparison).right().toString() == text
        (metric('x').isNot(value) as Expression.Comparison).right().with {
            it instanceof Expression.Text || it.unit() == unit && it.value() == number
        }

        where:
        value               || text     | unit         | number
        3                   || '3'      | Unit.NUMBER  | 3d
        0.50                || '0.5'    | Unit.NUMBER  | 0.5d
        0.0d                || '0'      | Unit.NUMBER  | 0d
        percent(12.3)       || '12.3%'  | Unit.RATIO   | 0.123d
        millis(1500)        || '1.5 s'  | Unit.SECONDS | 1.5d
        mebibytes(2)        || '2 MiB'  | Unit.BYTES   | 2097152d
        true                || 'true'   | Unit.TRUTH   | 1d
        false               || 'false'  | Unit.TRUTH   | 0d
        'relay'             || "'relay'" | null        | null
    }
}
