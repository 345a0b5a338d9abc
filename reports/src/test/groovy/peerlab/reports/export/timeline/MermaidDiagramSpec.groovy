package peerlab.reports.export.timeline

import peerlab.reports.Runs
import peerlab.reports.Traces
import spock.lang.Specification

class MermaidDiagramSpec extends Specification {

    def "messages are arrows in the order of sending, lost ones with a cross, decisions notes"() {
        expect:
        Runs.text { MermaidDiagram.write(Traces.small(), it) } == '''\
            sequenceDiagram
                participant P1 as p1
                participant P2 as p2
                Note over P1: 0 s started
                Note over P2: 0 s started
                Note over P1: 0.001 s asked get k
                P1->>P2: 0.001 s Ask n=1
                P1-xP2: 0.001 s Ask n=2
                Note over P2: 0.003 s Found where=here
                P2->>P1: 0.003 s Tell
                Note over P1: 0.004 s answered get k
            '''.stripIndent()
    }

    def "of more messages than Mermaid lays out the first are drawn, the others counted"() {
        given:
        def text = (1..250).collect {
            """{"t":$it,"kind":"sent","id":$it,"cause":0,"from":"p1","to":"p2","type":"A","bytes":1}"""
        }

        when:
        def lines = Runs.text { MermaidDiagram.write(Traces.lines(text.join('\n')), it) }.readLines()

        then:
        lines.count { it.contains('->>') } == MermaidDiagram.MOST
        lines[-1] == '    Note over P1: 50 more messages are not drawn'
    }

    def "nasty words mean nothing to Mermaid or to a page around it"() {
        given:
        def text = Runs.text { MermaidDiagram.write(Traces.nasty(), it) }

        expect: 'what could end a statement, open a tag or a directive is a character by number'
        text.readLines().drop(1).every {
            it ==~ /    (participant P\d+ as .+|P\d+(->>|-x)P\d+: .+|Note over P\d+: .+)/
        }
        !(text.replace('->>', '') =~ /[<>"`%{}$&\\]/)
        !(text.replaceAll(/#\d+;/, '') =~ /[;#]/)
    }
}
