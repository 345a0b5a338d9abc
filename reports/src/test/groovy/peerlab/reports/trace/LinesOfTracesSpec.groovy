package peerlab.reports.trace

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.observe.RunEvent
import peerlab.reports.Runs
import peerlab.reports.Traces
import spock.lang.Specification

class LinesOfTracesSpec extends Specification {

    def "a filter means lines as it means events: #what"() {
        expect:
        meant(filter).size() == count

        where:
        what        | filter                                                                || count
        'all'       | TraceFilter.ALL                                                       || 15
        'a peer'    | TraceFilter.ALL.ofPeers(['p2'])                                       || 11
        'a type'    | TraceFilter.ALL.ofTypes(['ask', 'get'])                               || 6
        'kinds'     | TraceFilter.ALL.ofKinds([RunEvent.Kind.SENT, RunEvent.Kind.STEP] as Set) || 4
        'a window'  | TraceFilter.ALL.between(new SimTime(1_000_000), new SimTime(2_000_000)) || 4
    }

    def "a kind that nobody knows is among all, and among no others"() {
        expect:
        meant(TraceFilter.ALL, Traces.nasty()).contains('later')
        !meant(TraceFilter.ALL.ofKinds([RunEvent.Kind.SENT] as Set), Traces.nasty()).contains('later')
    }

    def "a line reads as in the columns of a run, without what moves a cursor"() {
        given:
        def small = []
        def nasty = []
        Traces.small().goThrough { small << LineText.full(it) }
        Traces.nasty().goThrough { nasty << LineText.full(it) + LineText.label(it) }

        expect:
        small[4] == '    0.001000 s  sent       p1 -> p2  Ask n=1 bytes=9  #5  from #4'
        small[10] == '    0.003000 s  sent       p2 -> p1  Tell bytes=7  #8  from #5'
        nasty.every { !(it =~ /[\p{Cntrl}\u2028\u202e]/) }
    }

    def "an event while it happens is the line that would be written of it"() {
        given:
        def lines = new EventLines()
        def life = new RunEvent.LifeChanged(new SimTime(5), 7, 3, PeerId.of(0), RunEvent.Life.CRASHED)

        when: 'twice, since buffers are used again'
        lines.of(life, null)
        def line = lines.of(life, null)

        then:
        line.kind() == 'life'
        line.values() == [id: 7, cause: 3, peer: 'p1', change: 'crashed']
    }

    private static List<String> meant(TraceFilter filter, lines = Traces.small()) {
        def kinds = []
        lines.goThrough { line ->
            if (filter.matches(line)) {
                kinds << line.kind()
            }
            true
        }
        kinds
    }
}
