package peerlab.reports.export.chart

import java.util.zip.GZIPInputStream

import com.networknt.schema.InputFormat
import com.networknt.schema.Schema
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import peerlab.engine.observe.MetricReport
import peerlab.reports.Runs
import peerlab.reports.Traces
import peerlab.reports.export.drawing.PngCanvas
import peerlab.reports.export.drawing.SvgCanvas
import spock.lang.Shared
import spock.lang.Specification

class ChartsSpec extends Specification {

    static final List<MetricReport.Point> SERIES = [
            [1, 'gets.latency.p50', 0.1d], [1, 'gets.latency.p95', 0.3d], [1, 'gets.count', 5],
            [2, 'gets.latency.p50', Double.NaN], [2, 'gets.latency.p95', 0.4d], [2, 'gets.count', 9]]
            .collect { new MetricReport.Point(it[0] as double, it[1] as String, it[2] as double) }

    @Shared
    Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(
            new GZIPInputStream(ChartsSpec.getResourceAsStream('/vega/vega-lite-5.23.0.schema.json.gz')))

    def "each metric is a chart, each measure of a distribution a line in one"() {
        when:
        def charts = Chart.of(SERIES, [])

        then: 'what has no value is no point'
        charts*.name() == ['gets.count', 'gets.latency']
        charts[1].lines()*.name() == ['p50', 'p95']
        charts[1].lines()[0].seconds() == [1] as double[]
        charts[1].lines()[1].values() == [0.3d, 0.4d] as double[]
    }

    def "faults are bands; one that does not end lasts as long as the run"() {
        given:
        def endless = Traces.SMALL.readLines().findAll { !it.contains('"ends"') }.join('\n')

        expect:
        Chart.faults(Traces.small(), 9) == [new Chart.Band('partition minority', 0.002d, 0.005d)]
        Chart.faults(Traces.lines(endless), 9) == [new Chart.Band('partition minority', 0.002d, 9)]
    }

    def "as Vega-Lite it is valid, and has its data in it: #name"() {
        when:
        def text = Runs.text { VegaLite.write(chart, it) }
        def spec = new JsonSlurper().parseText(text)

        then: 'the schema of Vega-Lite has nothing against it'
        schema.validate(text, InputFormat.JSON) == []
        spec.title == chart.name()
        spec.layer.size() == (chart.bands().empty ? 1 : 2)
        spec.layer[-1].data.values.size() == chart.lines().sum(0) { it.values().length }

        where:
        name             | chart
        'a distribution' | Chart.of(SERIES, [new Chart.Band('crash any 30%', 1, 2)])[1]
        'a counter'      | Chart.of(SERIES, [])[0]
        'nasty words'    | nasty()
    }

    def "on paper it has its lines, the bands below them, and round numbers at its axes"() {
        given:
        def canvas = new SvgCanvas(ChartPicture.WIDTH, ChartPicture.HEIGHT)

        when:
        ChartPicture.draw(Chart.of(SERIES, [new Chart.Band('crash', 1, 2)])[1], canvas)
        def svg = new XmlSlurper().parseText(Runs.text { canvas.writeTo(it) })

        then: 'a line of one point is a dot'
        svg.text*.text().containsAll(['gets.latency', 'p50', 'p95', 'time in s', '0', '0.1', '0.4', '2'])
        svg.circle.size() == 1
        svg.rect*.@fill*.text().contains('#fbe9d9')
    }

    def "axes reach from round number to round number: #values"() {
        given:
        def points = values.withIndex().collect { v, i -> new MetricReport.Point(i, 'm', v as double) }
        def canvas = new SvgCanvas(ChartPicture.WIDTH, ChartPicture.HEIGHT)

        when:
        ChartPicture.draw(Chart.of(points, [])[0], canvas)
        def svg = new XmlSlurper().parseText(Runs.text { canvas.writeTo(it) })
        def labels = svg.text.findAll { it.@'text-anchor' == 'end' }*.text()

        then:
        labels[0] == first
        labels[-1] == last
        labels.size() in 2..8

        where:
        values            || first | last
        [0, 0]            || '0'   | '1'
        [3, 1, 11]        || '0'   | '12'
        [-2.5, 4]         || '-4'  | '4'
        [1e9, 2e9]        || '0'   | '2000000000'
        [1e-7, 3e-7]      || '0'   | '3e-7'
        [0.3, 0.55, 0.98] || '0'   | '1'
    }

    def "nasty names are words on paper too, as SVG and as PNG"() {
        given:
        def svg = new SvgCanvas(ChartPicture.WIDTH, ChartPicture.HEIGHT)
        def png = new PngCanvas(ChartPicture.WIDTH, ChartPicture.HEIGHT)

        when:
        [svg, png].each { ChartPicture.draw(nasty(), it) }

        then:
        new XmlSlurper().parseText(Runs.text { svg.writeTo(it) }).text*.text()
                .any { it.contains('a"b\'c\\d<e>&f') }
        Traces.bytes { png.writeTo(it) }.length > 100
    }

    private static Chart nasty() {
        new Chart(Runs.NASTY, [new Chart.Line(Runs.NASTY, [1, 2] as double[], [1, 2] as double[]),
                new Chart.Line('x', [1] as double[], [2] as double[])], [new Chart.Band(Runs.NASTY, 1, 2)])
    }
}
