package peerlab.engine.observe

import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.base.Unit
import peerlab.engine.play.Probe
import peerlab.engine.play.Rumours
import peerlab.engine.protocol.Gauge
import peerlab.engine.protocol.MetricSpec
import peerlab.engine.protocol.Operation
import peerlab.engine.spec.Expression
import spock.lang.Specification

class MetricsSpec extends Specification {

    static final long SECOND = 1_000_000_000L

    long now = 0
    MetricCatalog catalog = new MetricCatalog([new Rumours(), new Probe()])
    Metrics metrics = new Metrics(catalog, { now })

    def 'a counter counts from the start, and through a window what came within its span'() {
        given: 'a window of 2 s over messages at 1, 2 and 2.5 s'
        def total = reading('messages.sent')
        def windowed = reading('messages.sent', 2)
        [1, 2, 2.5].each { now = it * SECOND as long; metrics.counter('messages.sent').add(1) }

        expect: 'each to leave exactly when it is 2 s old'
        windowed.at(3 * SECOND - 1) == 3
        windowed.nextExpiry(now) == 3 * SECOND
        windowed.at(3 * SECOND) == 2
        windowed.nextExpiry(now) == 4 * SECOND
        windowed.at(4 * SECOND) == 1
        windowed.at(5 * SECOND) == 0
        windowed.nextExpiry(now) == Long.MAX_VALUE
        total.at(5 * SECOND) == 3
        total.nextExpiry(now) == Long.MAX_VALUE
    }

    def 'windows give what a look at all entries gives, over random histories (seed #seed)'() {
        given: 'values at random instants, and all of them beside'
        def random = new SplittableRandom(seed)
        long span = random.nextLong(1, 50)
        def all = []
        def cell = new SampleCell(Unit.NUMBER, { now })
        def window = cell.window(span)

        expect: 'the same count, sum and nearest-rank percentiles at each look'
        (1..400).every {
            now += random.nextLong(4)
            random.nextInt(4).times {
                def value = random.nextInt(100) as double
                all << [now, value]
                cell.record(value)
            }
            if (random.nextInt(3) == 0) {
                now += random.nextLong(30)
            }
            window.passTo(now)
            def inside = all.findAll { it[0] > now - span }*.get(1).toSorted()
            assert SampleCell.measure('count', window) == inside.size()
            if (inside) {
                assert SampleCell.measure('mean', window) == inside.sum() / inside.size()
                assert SampleCell.measure('min', window) == inside[0]
                assert SampleCell.measure('max', window) == inside[-1]
                for (percent in [50, 90, 95, 99]) {
                    assert SampleCell.measure("p$percent", window) ==
                            inside[Math.ceil(percent * inside.size() / 100) as int - 1]
                }
            } else {
                assert SampleCell.measure('mean', window).naN
            }
            true
        }

        where:
        seed << (1..5)
    }

    def 'percentiles of a distribution are within a thousandth of those of all values (seed #seed)'() {
        given: 'many times'
        def random = new SplittableRandom(seed)
        def all = (1..5_000).collect { -Math.log(1 - random.nextDouble()) / 20 }
        def samples = metrics.samples('gets.latency')
        all.each { samples.record(it) }
        def sorted = all.toSorted()

        expect: 'exact count, mean and extremes'
        def summary = metrics.values(false)['gets.latency'] as MetricReport.Summary
        summary.count() == 5_000
        Math.abs(summary.mean() - all.sum() / 5_000) < 1e-9
        summary.min() == sorted[0]
        summary.max() == sorted[-1]
        [p50: summary.p50(), p90: summary.p90(), p95: summary.p95(), p99: summary.p99()]
                .every { name, value ->
            def exact = sorted[Math.ceil(name[1..-1].toInteger() * 50) as int - 1]
            Math.abs(value - exact) <= exact / 1_000 && reading("gets.latency.$name").at(0) == value
        }
        reading('gets.latency').at(0) == summary.mean()
        reading('gets.latency.count').at(0) == 5_000
        reading('gets.latency.max').at(0) == summary.max()
        reading('gets.latency.min').at(0) == summary.min()

        where:
        seed << (1..3)
    }

    def 'a distribution that is empty has a count of 0 and nothing else'() {
        expect: 'no number where there is none'
        reading('gets.latency.count').at(0) == 0
        reading('gets.latency.p95').at(0).naN
        reading('gets.latency.p95', 5).at(0).naN
        (metrics.values(false)['gets.latency'] as MetricReport.Summary)
                .with { it.count() == 0 && it.p50().naN }
    }

    def 'a distribution takes no negative number and no infinite one'() {
        when: 'it is given one'
        metrics.samples('gets.latency').record(value)

        then: 'it is refused with the value'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "a distribution takes finite values from 0 up, found $value"

        where:
        value << [-1d, Double.NaN, Double.POSITIVE_INFINITY]
    }

    def 'a rate is one counter over another, and has no value over nothing'() {
        given: 'three of four that succeeded, in the first second'
        def rate = reading('gets.successRate')
        def windowed = reading('gets.successRate', 5)

        expect: 'nothing yet'
        rate.at(0).naN && windowed.at(0).naN
        metrics.values(false)['gets.successRate'].value().naN

        when: 'they are counted'
        now = SECOND
        metrics.counter('gets.count').add(4)
        metrics.counter('gets.succeeded').add(3)

        then: 'the share, and in words who did not count towards it'
        rate.at(SECOND) == 0.75
        rate.unit() == Unit.RATIO
        rate.detail(SECOND) == '1 of 4'
        windowed.at(SECOND) == 0.75
        windowed.nextExpiry(now) == 6 * SECOND
        windowed.at(6 * SECOND).naN
        metrics.values(false)['gets.successRate'].value() == 0.75
    }

    def 'a version grows with every change that an event makes'() {
        given: 'readings of all kinds'
        def readings = [reading('gets.count'), reading('gets.count', 3), reading('gets.successRate'),
                reading('gets.latency'),
                        reading('gets.latency.p95', 3)]
        def before = readings*.version()

        when: 'all change'
        metrics.counter('gets.count').add(1)
        metrics.samples('gets.latency').record(0.2)

        then: 'all are newer'
        [readings*.version(), before].transpose().every { after, earlier -> after > earlier }
    }

    def 'metrics can be narrowed, and the narrowed ones follow the whole'() {
        given: 'messages of two types'
        metrics.counter('messages.sent').add(5)
        metrics.counter("messages['Ping'].sent").add(3)
        metrics.counter("messages['Pong'].sent").add(2)
        metrics.samples("rumours['a'].hops").record(4)

        expect: 'their readings, and their order in the report'
        metrics.reading(new Expression.Metric('messages.sent', Optional.of('Ping'), SourcePlace.NOWHERE),
                Optional.empty()).at(0) == 3
        def names = metrics.values(false).keySet().toList()
        def first = names.indexOf('messages.sent')
        names[first..first + 2] == ['messages.sent', "messages['Ping'].sent", "messages['Pong'].sent"]
        names[names.indexOf('rumours.hops') + 1] == "rumours['a'].hops"
        metrics.values(false)["rumours['a'].hops"].max() == 4
    }

    def 'what is not there is refused by its name'() {
        when: 'one asks'
        ask(metrics)

        then: 'the name is in the message'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == message

        where:
        ask                                                                                                || message
        ({ it.reading(new Expression.Metric('no.such', Optional.empty(), SourcePlace.NOWHERE), Optional.empty()) }) || "this run has no metric 'no.such'"
        ({ it.samples('no.such') })                                                                        || "no protocol declares a metric 'no.such'"
        ({ it.reading(new Expression.Metric('peers.up', Optional.empty(), SourcePlace.NOWHERE), Optional.empty()) }) || "nothing in this run answers 'peers.up'"
    }

    def 'the catalogue knows every metric by name, with its measures'() {
        expect: 'names for conditions, and none that do not exist'
        catalog.find('messages.sent').get().unit() == Unit.NUMBER
        catalog.find('gets.latency.p95').get().measure().get() == 'p95'
        catalog.find('gets.latency.p95').get().unit() == Unit.SECONDS
        catalog.find('gets.latency.count').get().unit() == Unit.NUMBER
        catalog.find('gets.latency.p42').empty
        catalog.find('messages.sent.p95').empty
        catalog.find('nonsense').empty
        catalog.names().contains('gets.latency.p95') && catalog.names().contains('gets.stale')
        !catalog.names().contains('puts.stale')
        catalog.names().every { catalog.find(it).present }
        MetricCatalog.ofOperation(new Operation('x', 'xs', Operation.Effect.NEITHER, ''))*.name()
                .contains('xs.successRate')
    }

    def 'the series shows each window by itself: growth, shares, measures, and gauges as they stand'() {
        given: 'a gauge that is the time, and a run of 3.5 s'
        metrics.gauge('peers.up', [at: { nanos -> nanos / SECOND as double }, version: { 0L },
                unit: { Unit.NUMBER }] as Reading)
        ['peers.down', 'connections.open', 'rumours.most']
                .each { metrics.gauge(it, [at: { 0d }, version: { 0L }, unit: { Unit.NUMBER }] as Reading) }
        def series = new MetricSeries(catalog, metrics, (3.5 * SECOND) as long)
        [0.5, 1, 2.2, 3.4].each {
            now = it * SECOND as long
            series.passTo(now)
            metrics.counter('gets.count').add(2)
            metrics.counter('gets.succeeded').add(it > 2 ? 1 : 2)
            metrics.samples('gets.latency').record(it)
        }

        when: 'it ends in the middle of a window'
        def points = series.finish((3.5 * SECOND) as long).groupBy { it.metric() }
                .collectEntries { name, list -> [name, list.collectEntries { [it.seconds(), it.value()] }] }

        then: 'an event at the end of a window belongs to it'
        points['gets.count'] == [(1d): 4d, (2d): 0d, (3d): 2d, (3.5d): 2d]
        points['gets.successRate'] == [(1d): 1d, (3d): 0.5d, (3.5d): 0.5d]
        points['gets.latency.count'] == [(1d): 2d, (2d): 0d, (3d): 1d, (3.5d): 1d]
        points['gets.latency.max'] == [(1d): 1d, (3d): 2.2d, (3.5d): 3.4d]
        points['peers.up'] == [(1d): 1d, (2d): 2d, (3d): 3d, (3.5d): 3.5d]
        !points.containsKey('peers.down')
        !points.containsKey('gets.failed')
        series.next() == 4 * SECOND
    }

    def 'a long run has longer windows, so that there are never more than a thousand'() {
        given: 'a run of an hour'
        ['peers.up', 'peers.down', 'connections.open', 'rumours.most']
                .each { metrics.gauge(it, [at: { 1d }, version: { 0L }, unit: { Unit.NUMBER }] as Reading) }
        def series = new MetricSeries(catalog, metrics, 3_600 * SECOND)

        expect: 'windows of 4 s'
        series.next() == 4 * SECOND
        series.finish(3_600 * SECOND).count { it.metric() == 'peers.up' } == 900
    }

    def 'a fold over peers (#fold) is what a look at all of them gives, over random changes (seed #seed)'() {
        given: 'peers some of whom have nothing to contribute'
        def random = new SplittableRandom(seed)
        def parts = (0..9).collect { Double.NaN }
        def follower = new PeerFold(new Gauge(
                new MetricSpec('x.y', MetricSpec.Kind.GAUGE, Unit.BYTES, ''), fold, { 0d }), 10,
                { int peer -> parts[peer] as double })

        expect: 'the same after each change'
        follower.unit() == Unit.BYTES
        (1..500).every {
            def peer = random.nextInt(10)
            def version = follower.version()
            def before = parts[peer]
            parts[peer] = random.nextInt(3) == 0 ? Double.NaN : random.nextInt(8) as double
            random.nextInt(20) == 0 ? follower.touchAll() : follower.touch(peer)
            assert (follower.version() > version) == !before.equals(parts[peer])
            def there = parts.findAll { !it.naN }
            def value = follower.at(0)
            there ? value == expected(there) : value.naN
        }

        where:
        [pair, seed] << [[[Gauge.Fold.MAX, { it.max() }], [Gauge.Fold.MIN, { it.min() }],
                [Gauge.Fold.SUM, { it.sum() }],
                          [Gauge.Fold.MEAN, { it.sum() / it.size() }]], 1..4].combinations()
        fold = pair[0]
        expected = pair[1]
    }

    private Reading reading(String name, Integer over = null) {
        metrics.reading(new Expression.Metric(name, Optional.empty(), SourcePlace.NOWHERE),
                Optional.ofNullable(over).map { Span.seconds(it) })
    }
}
