package peerlab.reports.stored

import peerlab.reports.Traces
import spock.lang.Specification

class ChainsSpec extends Specification {

    def "an event is followed to all that came of it, and to nothing else"() {
        expect: 'p2 hears event 5, shows a step and tells, and the answer is what the client gets'
        followed(5) == ['sent 5', 'delivered 5', 'step', 'sent 8', 'delivered 8', 'answered 4']
        followed(7) == ['fault 7', 'fault 7']
        followed(99) == []
    }

    def "what led to event #id goes back to where it all began"() {
        expect:
        (1..9).findAll { Causes.of(id, Traces.small()).get().contains(it) } == chain

        where: 'an answer comes of what was handled then'
        id || chain
        8  || [4, 5, 8]
        4  || [4, 5, 8]
        2  || [1, 2]
        1  || [1]
        9  || [4, 9]
    }

    def "of an event that there is not, nothing is known"() {
        expect:
        Causes.of(99, Traces.small()).empty
        !new IdSet().contains(99)
    }

    def "a trace of hundreds of thousands of ids costs a few bits for each"() {
        given:
        def ids = new IdSet()

        expect:
        (1..300_000).every { ids.add(it * 3L) }
        !ids.add(3)
        ids.contains(900_000)
        !ids.contains(900_001)
    }

    private static List<String> followed(long id) {
        def effects = new Effects(id)
        def found = []
        Traces.small().goThrough { line ->
            if (effects.contains(line)) {
                found << (line.kind() + line.id().map { " $it" }.orElse(''))
            }
            true
        }
        found
    }
}
