package peerlab.reports.comparison

import org.apache.commons.statistics.distribution.TDistribution

import peerlab.engine.base.Unit
import peerlab.engine.observe.MetricReport
import peerlab.engine.observe.MetricReport.Scalar
import peerlab.engine.observe.MetricReport.Summary
import spock.lang.Specification

class ComparisonSpec extends Specification {

    def "the quantiles are Student's, for #freedom degrees of freedom"() {
        expect: 'as another library computes them'
        double exact = TDistribution.of(freedom).inverseCumulativeProbability(0.975)
        Math.abs(Estimate.quantile(freedom) / exact - 1) < 2e-6

        where:
        freedom << (1..31) + [40, 99, 999]
    }

    /** Of intervals at 95 % that many hold the truth: of 2,000 within four standard errors, 0.02. */
    def "ninety-five of a hundred intervals hold the mean that values were drawn around"() {
        given: 'five values each, by a normal law around 7'
        def random = new peerlab.engine.base.RandomSource(3)
        def held = (1..2000).count {
            def estimate = Estimate.of((1..5).collect { 7 + 2 * random.nextNormal() })
            Math.abs(estimate.mean() - 7) <= estimate.halfWidth()
        }

        expect:
        Math.abs(held / 2000 - 0.95) < 0.02
    }

    def "one value has no width, none has no mean, and what is no number is left out"() {
        expect:
        Estimate.of([3.0d]).with { it.isKnown() && !it.hasWidth() && it.mean() == 3 }
        !Estimate.of([]).isKnown()
        !Estimate.of([Double.NaN]).isKnown()
        Estimate.of([1.0d, Double.NaN, 3.0d]).with { it.count() == 2 && it.mean() == 2 && it.least() == 1 }
        ComparisonText.of(Estimate.of([]), Unit.RATIO) == '-'
        ComparisonText.of(Estimate.of([0.5d]), Unit.RATIO) == '50%'
        ComparisonText.of(Estimate.of([0.5d, 0.5d]), Unit.RATIO) == '50% +- 0%'
    }

    def "cells are what differs, seeds are counted within; without axes each seed is a cell"() {
        given: 'three values of one axis, two seeds each'
        def all = new Comparison(['k', 'of'])
        [2, 4, 8].each { k ->
            [1, 2].each { seed -> all.add(["$k".toString(), 'x'], seed, report(k * seed)) }
        }
        def seeds = new Comparison([])
        [1, 2].each { seeds.add([], it, report(it)) }

        expect:
        all.cells() == [['2', 'x'], ['4', 'x'], ['8', 'x']]
        all.valuesOf('k') == ['2', '4', '8']
        all.estimate(['4', 'x'], 'hits').mean() == 6
        all.known(['hits', 'hops', 'nothing', 'hops.p95']) == ['hits', 'hops.mean', 'hops.p95']
        seeds.axes() == ['seed']
        seeds.cells() == [['1'], ['2']]
        ComparisonText.rows(all, ['hits'])[1] == ['2', 'x', '3 +- 12.71']
    }

    def "a csv quotes what it must, and leaves empty what is not known"() {
        given:
        def all = new Comparison(['what'])
        all.add(['a,"b"'], 1, report(2))

        expect:
        ComparisonCsv.of(all).readLines()[0..1] == [
                'what,metric,runs,mean,deviation,low,high,min,max', '"a,""b""",hits,1,2,,,,2,2']
    }

    def "texts of a scenario are no markup of the page"() {
        given:
        def all = new Comparison(['<b>'])
        all.add(['</td><script>'], 1, report(2))

        when:
        def page = ComparisonPage.of('<script>alert(1)</script>', all, ['hits'])

        then:
        !page.contains('<script>')
        page.contains('One run each.')
    }

    private static MetricReport report(double value) {
        new MetricReport([hits: new Scalar(value, Unit.NUMBER),
                          hops: new Summary(3, value, 1, 1, 1, 1, 1, 1, Unit.NUMBER)], [])
    }
}
