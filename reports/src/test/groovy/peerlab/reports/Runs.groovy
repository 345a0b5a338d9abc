package peerlab.reports

import peerlab.engine.RunFailure
import peerlab.engine.RunResult
import peerlab.engine.base.PeerId
import peerlab.engine.base.Ratio
import peerlab.engine.base.SimTime
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.base.Unit
import peerlab.engine.check.ExpectationVerdict
import peerlab.engine.check.Verdict
import peerlab.engine.observe.MetricReport
import peerlab.engine.observe.Topology
import peerlab.engine.spec.ExpectationSpec
import peerlab.engine.spec.Expression
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.Moment
import peerlab.engine.spec.NetworkSpec
import peerlab.engine.spec.RecordSpec
import peerlab.engine.spec.ScenarioSpec
import peerlab.engine.spec.StopSpec
import peerlab.engine.spec.Temporal

/** Results of runs that never took place. */
final class Runs {

    static final Machine MACHINE = new Machine('1.2.3', '17.0.9+9')
    static final SourcePlace NOWHERE = SourcePlace.NOWHERE
    /** What a scenario or a student may put where a word is expected. */
    static final String NASTY =
            'a"b\'c\\d<e>&f,g;h\n\r\t\u001b[31m\u0000\u0007 \u2028 \u202e ]]> --> =1+1 {x} $(y) `z` é 😀'

    private Runs() { }

    /** The failing run of the language's standard, with 64 peers. */
    static RunResult kademlia() {
        result(kademliaSpec(), Verdict.FAIL, [settles(), always(), atEnd()])
    }

    static ScenarioSpec kademliaSpec() {
        spec('kademlia', 'Kademlia recovers within 20 s of losing 30% of its peers', 42, [n: 64L, k: 8L],
                [settles(), always(), atEnd()]*.expectation(), 64, 'kademlia.groovy')
    }

    static ScenarioSpec spec(String id, String title, long seed, Map params,
            List<ExpectationSpec> expectations,
            int peers, String file) {
        new ScenarioSpec(id, title, seed, params,
                [new GroupSpec('p', peers, 'kademlia', [:], GroupSpec.Start.FRESH, NOWHERE)],
                NetworkSpec.DEFAULT, [], expectations, RecordSpec.NOTHING,
                new StopSpec(seconds(90), Optional.empty(), NOWHERE), file == null ? NOWHERE : place(file, 1))
    }

    static RunResult result(ScenarioSpec spec, Verdict verdict, List<ExpectationVerdict> expectations,
            RunFailure failure = null) {
        new RunResult(spec, verdict, expectations, Optional.ofNullable(failure), '9f2c41d7a05be613',
                seconds(90),
                123_456, 61_728, metrics(), snapshots(), [], 412_345_678)
    }

    /** The same run with something else in its place. */
    static RunResult but(Map<String, ?> changes, RunResult result) {
        def parts = RunResult.recordComponents.collect { changes.containsKey(
                it.name) ? changes[it.name] : it.accessor.invoke(result) }
        RunResult.declaredConstructors[0].newInstance(parts as Object[]) as RunResult
    }

    static ExpectationVerdict settles() {
        def expectation = new ExpectationSpec(
                new Temporal.Settles(Span.seconds(20), Optional.of(new Moment.Mark('the crash')),
                        Optional.of(Span.seconds(5))),
                atLeast('gets.successRate', new Expression.Constant(0.95d, Unit.RATIO, '95%', NOWHERE)), 0,
                place('kademlia.groovy', 23))
        new ExpectationVerdict(expectation, Verdict.FAIL, Optional.of(seconds(70)),
                expectation.claim { "$it (50 s)".toString() },
                [new ExpectationVerdict.PartValue('gets.successRate', '88%')],
                ['at 70 s 88%: 3 of 25 gets failed; best 92% at 66.4 s',
                 'first: get key-17 from p12 at 51.480 s -> not found',
                 '       p12 asked p3, p40, p51, all down since 50 s; p22 holds the key and was never asked'],
                Optional.of(new ExpectationVerdict.Evidence(new SimTime(51_480_000_000), Optional.of('p12'))))
    }

    static ExpectationVerdict always() {
        def expectation = new ExpectationSpec(
                new Temporal.Always(Optional.empty(), Optional.empty(), Optional.empty()),
                new Expression.Comparison(
                        Expression.Relation.AT_MOST, metric('buckets.largest'), metric('k'), NOWHERE),
                0, place('kademlia.groovy', 22))
        verdict(expectation, Verdict.PASS)
    }

    static ExpectationVerdict atEnd(int points = 10, Verdict verdict = Verdict.PASS,
            List<String> cause = []) {
        def expectation = new ExpectationSpec(new Temporal.AtEnd(Optional.empty()),
                new Expression.Comparison(Expression.Relation.EQUAL, metric('gets.wrong'),
                        new Expression.Constant(0, Unit.NUMBER, '0', NOWHERE), NOWHERE),
                points, place('kademlia.groovy', 24))
        Runs.verdict(expectation, verdict, cause)
    }

    static ExpectationVerdict verdict(ExpectationSpec expectation, Verdict verdict, List<String> cause = []) {
        new ExpectationVerdict(expectation, verdict, Optional.of(seconds(90)), expectation.claim(), [], cause,
                Optional.empty())
    }

    static Expression atLeast(String metric, Expression right) {
        new Expression.Comparison(Expression.Relation.AT_LEAST, Runs.metric(metric), right, NOWHERE)
    }

    static Expression metric(String name) {
        new Expression.Metric(name, Optional.empty(), NOWHERE)
    }

    static MetricReport metrics() {
        def values = new LinkedHashMap<String, MetricReport.Value>()
        values['messages.sent'] = new MetricReport.Scalar(61_728, Unit.NUMBER)
        values["messages['FindNode'].sent"] = new MetricReport.Scalar(40_001, Unit.NUMBER)
        values['topology.connected'] = new MetricReport.Scalar(1, Unit.TRUTH)
        values['topology.pathLength'] = new MetricReport.Scalar(7 / 3d, Unit.NUMBER)
        values['gets.successRate'] = new MetricReport.Scalar(0.88d, Unit.RATIO)
        values['puts.successRate'] = new MetricReport.Scalar(Double.NaN, Unit.RATIO)
        values['gets.latency'] = new MetricReport.Summary(
                375, 0.0832d, 0.02d, 0.08d, 0.12d, 0.14d, 0.1655d, 0.2d, Unit.SECONDS)
        values['puts.latency'] = new MetricReport.Summary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, Double.NaN, Double.NaN, Unit.SECONDS)
        new MetricReport(values, [
                new MetricReport.Point(1, 'messages.sent', 640),
                new MetricReport.Point(1, "messages['FindNode'].sent", 12),
                new MetricReport.Point(1.5d, 'gets.successRate', Double.NaN),
                new MetricReport.Point(2, 'gets.successRate', 2 / 3d)])
    }

    static List<RunResult.NamedTopology> snapshots() {
        [new RunResult.NamedTopology('after the crash', topology())]
    }

    static Topology topology() {
        def p1 = PeerId.of(0)
        def p2 = PeerId.of(1)
        def cache1 = new PeerId(2, 'cache', 1)
        new Topology(new SimTime(50_000_000_000),
                [new Topology.Node(p1, true, 'leader', 'p', [term: 3, load: 0.5d, known: [p2, cache1]]),
                 new Topology.Node(p2, false, '', 'p', [:]),
                 new Topology.Node(cache1, true, '', 'cache',
                         [lease: Span.seconds(2), share: new Ratio(0.05)])],
                [new Topology.Edge(p1, p2, 'knows'), new Topology.Edge(p1, cache1, 'knows')],
                [new Topology.Transfer(p1, cache1, 'Store', new SimTime(49_990_000_000),
                        new SimTime(50_040_000_000))])
    }

    /** A run in which every word is nasty. */
    static RunResult nasty() {
        def expectation = new ExpectationSpec(
                new Temporal.AtEnd(Optional.empty()), metric(NASTY), 1, place(NASTY, 3))
        def verdict = new ExpectationVerdict(expectation, Verdict.FAIL, Optional.empty(), NASTY,
                [new ExpectationVerdict.PartValue(NASTY, NASTY)], [NASTY],
                Optional.of(new ExpectationVerdict.Evidence(seconds(1), Optional.of(NASTY))))
        def spec = spec(NASTY, NASTY, 1, [(NASTY): NASTY], [expectation], 1, NASTY)
        def failure = new RunFailure(RunFailure.Kind.PROTOCOL, seconds(2), NASTY, [NASTY])
        def peer = new PeerId(0, NASTY, 1)
        def topology = new Topology(seconds(1),
                [new Topology.Node(peer, true, NASTY, NASTY, [(NASTY): NASTY])],
                [new Topology.Edge(peer, peer, NASTY)],
                [new Topology.Transfer(peer, peer, NASTY, seconds(1), seconds(2))])
        new RunResult(spec, Verdict.FAIL, [verdict], Optional.of(failure), '0' * 16, seconds(90), 1, 1,
                new MetricReport([(NASTY): new MetricReport.Scalar(1, Unit.NUMBER)],
                        [new MetricReport.Point(1, NASTY, 1)]),
                [new RunResult.NamedTopology(NASTY, topology)], [NASTY], 1)
    }

    static SimTime seconds(long seconds) {
        new SimTime(seconds * 1_000_000_000)
    }

    static SourcePlace place(String file, int line) {
        new SourcePlace(file, line, 1, 1)
    }

    static String text(Closure<?> writer) {
        def out = new ByteArrayOutputStream()
        writer(out)
        out.toString('UTF-8')
    }
}
