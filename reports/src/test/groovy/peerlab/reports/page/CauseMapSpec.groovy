package peerlab.reports.page

import spock.lang.Specification

class CauseMapSpec extends Specification {

    def "what was named lately is known, what was named long ago is forgotten"() {
        given: 'room for a thousand'
        def map = new CauseMap(1000)

        when: 'ten thousand are named'
        (1..10_000).each { map.put(it * 7L, it) }

        then: 'at least the last thousand are known, at most two thousand'
        (9001..10_000).every { map.get(it * 7L) == it }
        (1..8000).every { map.get(it * 7L) == CauseMap.UNKNOWN }
        map.get(3) == CauseMap.UNKNOWN
        map.get(0) == CauseMap.UNKNOWN
    }

    def "an id that is named again belongs to what was said last"() {
        given: 'one id'
        def map = new CauseMap(10)
        map.put(5, 1)
        map.put(5, 2)

        expect: 'the second'
        map.get(5) == 2
    }
}
