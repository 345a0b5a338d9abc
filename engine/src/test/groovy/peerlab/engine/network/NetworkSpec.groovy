package peerlab.engine.network

import peerlab.engine.base.Distribution
import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.kernel.Kernel
import peerlab.engine.kernel.Limits
import peerlab.engine.observe.MetricCatalog
import peerlab.engine.observe.Metrics
import peerlab.engine.observe.RunEvent
import peerlab.engine.observe.Witnesses
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Message
import peerlab.engine.trace.Fingerprint
import spock.lang.Specification

import static peerlab.engine.network.Network.Stage.PATH

/** The network alone: rules, and the numbers that they draw. */
class NetworkSpec extends Specification {

    static record Ping(int number) implements Message {}

    static final RandomSource ROOT = new RandomSource(5)
    static final Distribution WIDE = new Distribution.Uniform(Span.millis(1), Span.seconds(1))

    Kernel kernel = new Kernel(Limits.DEFAULT)
    Metrics metrics = new Metrics(new MetricCatalog([]), kernel::now)
    Recorder recorder = new Recorder()
    List<PeerId> peers = (0..4).collect { PeerId.of(it) }
    Network network = network(kernel, metrics, recorder)

    def 'rules are asked in the order in which they were added, until one drops the message'() {
        given: 'rules that leave a note'
        def asked = []
        network.add({ asked << 'first'; it.delayBy(5) }, PATH)
        network.add({ asked << 'second'; if (it.to() == peers[1]) it.drop('second thoughts') }, PATH)
        network.add({ asked << 'third'; it.delayBy(7) }, PATH)

        when: 'two messages are sent'
        network.send(peers[0], peers[1], new Ping(1))
        network.send(peers[0], peers[2], new Ping(2))
        all()

        then: 'the first got as far as the second rule'
        asked == ['first', 'second', 'first', 'second', 'third']
        recorder.all(RunEvent.Dropped)*.reason() == ['second thoughts']
        recorder.all(RunEvent.Delivered)*.time()*.nanos() == [12]
    }

    def 'a rule that is taken away is not asked again, and cannot be taken away twice'() {
        given: 'a rule that drops everything'
        LinkRule rule = { it.drop('x') }
        network.add(rule, PATH)
        network.remove(rule)

        when: 'a message is sent'
        network.send(peers[0], peers[1], new Ping(1))
        all()

        then: 'it arrives'
        recorder.all(RunEvent.Delivered).size() == 1

        when: 'the rule is taken away again'
        network.remove(rule)

        then: 'this is a mistake of ours'
        thrown(IllegalStateException)
    }

    def 'a rule sees the message, its link, its size and its time'() {
        given: 'a curious rule'
        def seen = null
        network.add({ seen = [it.from(), it.to(), it.message(), it.bytes(), it.time()] }, PATH)
        kernel.passTo(33)

        when: 'a message is sent'
        network.send(peers[3], peers[4], new Ping(1))

        then: 'all of it'
        seen == [peers[3], peers[4], new Ping(1), 16, 33]
    }

    def 'copies arrive as well and are counted apart, and only one of each is sent'() {
        given: 'a rule that makes two copies'
        network.add({ it.duplicate(); it.duplicate() }, PATH)

        when: 'a message is sent'
        network.send(peers[0], peers[1], new Ping(1))

        then: 'three are under way'
        network.inFlight().size() == 3

        when: 'they arrive'
        all()

        then: 'sent + duplicated = delivered'
        value('sent') == 1
        value('duplicated') == 2
        value('delivered') == 3
        value('bytes') == 16
    }

    def 'messages of one type are counted together and apart from others'() {
        when: 'three of one and one of another'
        3.times { network.send(peers[0], peers[1], new Ping(it)) }
        network.send(peers[0], peers[1], new Pong())
        network.send(peers[0], peers[1], new Ping(9))
        all()

        then: 'each has its counters'
        value('sent') == 5
        metrics.counter("messages['Ping'].sent").value() == 4
        metrics.counter("messages['Pong'].delivered").value() == 1
    }

    def 'the draws of a link stay the same when #what'() {
        given: 'what happens to the messages of one link, undisturbed'
        def undisturbed = fates(false) { n, p -> }

        expect: 'the same fates when disturbed'
        undisturbed.toSet().size() > 30
        undisturbed.contains('lost')
        fates(isRuleFirst, disturb) == undisturbed

        where:
        what                                                  | isRuleFirst | disturb
        'the sender sends to others at the same instants'     | false       | { n, p -> n.send(p[0], p[2], new Ping(0)); n.send(p[0], p[3], new Ping(0)) }
        'others send to others'                               | false       | { n, p -> n.send(p[2], p[3], new Ping(0)) }
        'the receiver sends back'                             | false       | { n, p -> n.send(p[1], p[0], new Ping(0)) }
        'another rule with draws of its own is asked before'  | true        | { n, p -> }
    }

    def 'messages of one link at one instant draw their own numbers, however many links are in use'() {
        given: 'a network of many peers'
        def many = (0..999).collect { PeerId.of(it) }
        network.add(new LatencyRule(WIDE, ROOT.stream('latency')), PATH)

        when: 'everybody sends twice to somebody at one instant'
        many.each { network.send(peers[0], it, new Ping(1)) }
        many.each { network.send(peers[0], it, new Ping(2)) }

        then: 'all delays differ'
        network.inFlight()*.due().toSet().size() == 2_000
    }

    def 'the bytes that peers may send are limited'() {
        given: 'a network with a limit of 40 bytes'
        def strict = new Network(kernel, receivers({ }), new Traffic(metrics), new Fingerprint(),
                new Witnesses([], null), 40, ROOT)

        when: 'messages of 16 bytes are sent'
        3.times { strict.send(peers[0], peers[1], new Ping(it)) }

        then: 'the third is too much'
        def reached = thrown(peerlab.engine.kernel.LimitReached)
        reached.limit() == 'bytes'
        reached.message == 'peers sent more than 40 bytes'
    }

    static record Pong() implements Message {}

    /**
     * What became of two messages an instant on the link from the first peer to the second, over fifty
     * instants.
     */
    private List fates(boolean isRuleFirst, Closure disturb) {
        def ownKernel = new Kernel(Limits.DEFAULT)
        def ownRecorder = new Recorder()
        def own = network(ownKernel, new Metrics(new MetricCatalog([]), ownKernel::now), ownRecorder)
        if (isRuleFirst) {
            own.add(new LossRule(Ratio.NONE, ROOT.stream('another loss')), PATH)
        }
        own.add(new LatencyRule(WIDE, ROOT.stream('latency')), PATH)
        own.add(new LossRule(Ratio.percent(20), ROOT.stream('loss')), PATH)
        (0..49).each { instant ->
            ownKernel.passTo(instant * 1_000)
            disturb(own, peers)
            own.send(peers[0], peers[1], new Ping(2 * instant))
            disturb(own, peers)
            own.send(peers[0], peers[1], new Ping(2 * instant + 1))
        }
        while (ownKernel.nextTime() >= 0) {
            ownKernel.step()
        }
        def fates = [:]
        ownRecorder.all(RunEvent.Delivered).findAll { it.from() == peers[0] && it.to() == peers[1] }
                .each { fates[it.message().number()] = it.time().nanos() }
        (0..99).collect { fates[it] ?: 'lost' }
    }

    private Network network(Kernel kernel, Metrics metrics, Recorder recorder) {
        new Network(kernel, receivers({ }), new Traffic(metrics), new Fingerprint(),
                new Witnesses([recorder], null),
                Long.MAX_VALUE, ROOT.stream('network'))
    }

    private static Receivers receivers(Closure receive) {
        [refusal: { null }, receive: { from, to, message -> receive() },
                size: { from, message -> 16 }] as Receivers
    }

    private void all() {
        while (kernel.nextTime() >= 0) {
            kernel.step()
        }
    }

    private long value(String name) {
        metrics.counter("messages.$name".toString()).value()
    }
}
