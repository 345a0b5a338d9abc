package peerlab.engine.fault

import static peerlab.engine.play.Scripts.*

import org.apache.commons.statistics.distribution.ContinuousDistribution
import org.apache.commons.statistics.distribution.ExponentialDistribution
import org.apache.commons.statistics.distribution.LogNormalDistribution
import org.apache.commons.statistics.distribution.ParetoDistribution
import org.apache.commons.statistics.distribution.UniformContinuousDistribution
import org.apache.commons.statistics.distribution.WeibullDistribution
import org.apache.commons.statistics.inference.ChiSquareTest
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest
import peerlab.engine.Simulation
import peerlab.engine.base.Distribution
import peerlab.engine.base.Drift
import peerlab.engine.base.Offset
import peerlab.engine.base.Pareto
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.base.Weibull
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.script.Words
import peerlab.engine.spec.Between
import peerlab.engine.spec.FaultSpec
import spock.lang.Specification

/**
 * What faults draw, against the laws as others compute them: with fixed seeds, at a level of one in a
 * thousand. Peers stand in a circle and say something every 200 ms; without a fault each message takes 10 ms.
 */
class FaultLawsSpec extends Specification {

    static final double LEVEL = 0.001
    static final double LATENCY = 10

    static final Map<String, Distribution> LAWS = [
            exponential: new Distribution.Exponential(Span.millis(30)),
            uniform    : new Distribution.Uniform(Span.millis(5), Span.millis(45)),
            lognormal  : new Distribution.LogNormal(Span.millis(30), 0.5),
            weibull    : Weibull.ofScale(0.7, Span.millis(30)),
            pareto     : Pareto.ofScale(1.5, Span.millis(20))]

    /** In milliseconds. */
    static final Map<String, ContinuousDistribution> THEIRS = [
            exponential: ExponentialDistribution.of(30),
            uniform    : UniformContinuousDistribution.of(5, 45),
            lognormal  : LogNormalDistribution.of(Math.log(30), 0.5),
            weibull    : WeibullDistribution.of(0.7, 30),
            pareto     : ParetoDistribution.of(20, 1.5)]

    def '#kind takes its times from a law that is #law'() {
        given: 'a fault of all messages of the first nine peers'
        def fault = KINDS[kind].call(LAWS[law])
        def recorder = run([at(0, inject(fault))], seed: 3)

        when: 'how much later each message came, or its copy'
        def sent = recorder.all(RunEvent.Sent).collectEntries { [it.id(), it.time().nanos()] }
        def took = recorder.all(RunEvent.Delivered)
                .collect { (it.time().nanos() - sent[it.id()]) / 1e6d - LATENCY }
        // of a copy the time counts from when the message itself was sent, which comes without delay
        def late = (kind == 'duplicate' ? took.findAll { it > 0 } : took).take(2_000)

        then: 'as the law has it'
        late.size() == 2_000
        fits(late, THEIRS[law])

        where:
        [kind, law] << [KINDS.keySet(), LAWS.keySet()].combinations()
    }

    static final Map<String, Closure<FaultSpec>> KINDS = [
            delay    : { law -> Words.delay(ALL, law) },
            reorder  : { law -> Words.reorder(ALL, Ratio.ALL).by(law) },
            duplicate: { law -> Words.duplicate(ALL, Ratio.ALL).by(law) }]

    def 'each peer that delays what it says takes its times from the law'() {
        given: 'peers that do not keep to their protocol'
        def recorder = run([at(0, inject(Words.byzantine(ALL, 'delays').by(LAWS.lognormal)))], beats: 250)

        when: 'when each message left, after the beat at which its peer wanted to say it'
        def late = recorder.all(RunEvent.Sent).collect { (it.time().nanos() / 1e6d) % 200 }.take(2_000)

        then:
        late.size() == 2_000
        fits(late, THEIRS.lognormal)
    }

    def '#kind: one message in #parts is concerned, on each link as on any other'() {
        given: 'a fault by chance'
        def recorder = run([at(0, inject(fault.call(new Ratio(1 / parts))))], beats: 400)

        when: 'by sender, how many of its messages were, and how many were not'
        def concerned = recorder.all(type).findAll { isConcerned.call(it) }.countBy { it.from() }
        def all = recorder.all(RunEvent.Sent).groupBy { it.from() }
                .collectEntries { from, of -> [from, of*.time().unique().size()] }
        def table = all.collect { from, count -> [concerned[from] ?: 0, count - (concerned[from] ?: 0)] }

        then: 'as many as chance has it over all, and over the links'
        def total = table*.get(0).sum()
        def count = all.values().sum()
        ChiSquareTest.withDefaults().test([count / parts, count - count / parts] as double[],
                [total, count - total] as long[]).getPValue() > LEVEL
        ChiSquareTest.withDefaults().test(table.collect { it as long[] } as long[][]).getPValue() > LEVEL

        where:
        kind        | parts | fault                                             | type               | isConcerned
        'drop'      | 5     | { Words.drop(ALL, it) }                           | RunEvent.Dropped   | { true }
        'duplicate' | 4     | { Words.duplicate(ALL, it).by(LAWS.exponential) } | RunEvent.Delivered | { it.time().nanos().intdiv(1_000_000) % 200 != 10 }
        'reorder'   | 3     | { Words.reorder(ALL, it).by(LAWS.exponential) }   | RunEvent.Delivered | { it.time().nanos().intdiv(1_000_000) % 200 != 10 }
        'corrupt'   | 10    | { Words.corrupt(ALL, it) }                        | RunEvent.Dropped   | { it.reason() == 'corrupt' }
    }

    def 'a partition that flaps is there and gone by its law'() {
        given: 'an hour of it'
        def recorder = run([at(0, inject(Words.partition(named('p1'))
                .flapping(new Distribution.Exponential(Span.seconds(2)))))], beats: 18_000, peers: 2)

        when: 'what is lost, in spells'
        def changes = [0d]
        def wasLost = true
        recorder.events.findAll { it instanceof RunEvent.Delivered || it instanceof RunEvent.Dropped }.each {
            def isLost = it instanceof RunEvent.Dropped
            if (isLost != wasLost) {
                changes << it.time().seconds()
                wasLost = isLost
            }
        }

        then: 'half of the time'
        def lost = recorder.all(RunEvent.Dropped).size() / recorder.all(RunEvent.Sent).size()
        // n spells of a mean and a deviation of 2 s: the share has a deviation of about 1 / (2 sqrt(n))
        Math.abs(lost - 0.5) < 4 / (2 * Math.sqrt(changes.size()))

        and: 'as many changes as the looks every 200 ms can see of a process of one in 2 s'
        // two states looked at every h differ with the probability (1 - exp(-2 h / mean)) / 2
        def looks = recorder.all(RunEvent.Sent).size() / 2
        def p = (1 - Math.exp(-2 * 0.2 / 2)) / 2
        Math.abs(changes.size() - looks * p) < 4 * Math.sqrt(looks * p)
    }

    def 'the offsets and the drifts of clocks are spread evenly over their ranges'() {
        given: 'two thousand clocks'
        def simulation = Simulation.of(scenario(peers: 2_000, stop: 2, [at(1, inject(new FaultSpec.Skew(ALL,
                new Between<>(new Offset(-300_000_000), new Offset(500_000_000)),
                new Between<>(new Drift(-100), new Drift(300)))))]), RUMOURS)
        simulation.start()

        when: 'how far each is off at the beginning, and how much more a second later'
        simulation.runUntil(seconds(1))
        def offsets = simulation.view().peers().collect { simulation.view().peer(it).clockOffset().nanos() }
        simulation.runUntil(seconds(2))
        def gains = simulation.view().peers().withIndex().collect { peer, i ->
            (simulation.view().peer(peer).clockOffset().nanos() - offsets[i]) / 1e3d
        }

        then:
        fits(offsets.collect { it / 1e6d }, UniformContinuousDistribution.of(-300, 500))
        fits(gains, UniformContinuousDistribution.of(-100, 300))
    }

    private static Recorder run(Map set = [:], List steps) {
        def recorder = new Recorder()
        Simulation.of(scenario(peers: set.peers ?: 10, seed: set.seed ?: 1,
                stop: (set.beats ?: 260) * 0.2, options: [beat: Span.millis(200)], steps), RUMOURS)
                .observedBy(recorder).run()
        recorder
    }

    private static boolean fits(List values, ContinuousDistribution law) {
        KolmogorovSmirnovTest.withDefaults().test(values as double[], { double x ->
            law.cumulativeProbability(x) }).getPValue() > LEVEL
    }
}
