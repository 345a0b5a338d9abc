package peerlab.engine.network

import spock.lang.Specification

class LinkTableSpec extends Specification {

    def 'it holds what a map holds, whatever is put, replaced and removed: seed #seed'() {
        given: 'a table and a map'
        def table = new LinkTable(-1, { true })
        def map = [:]
        def random = new Random(seed)

        when: 'both go through the same changes, over few links so that they meet often'
        boolean isSame = true
        20_000.times {
            long link = ((long) random.nextInt(40) << 32) | random.nextInt(40)
            if (random.nextInt(3) == 0) {
                table.remove(link)
                map.remove(link)
            } else {
                table.put(link, it)
                map[link] = (long) it
            }
            long other = ((long) random.nextInt(40) << 32) | random.nextInt(40)
            isSame &= table.get(other) == map.getOrDefault(other, -1L) && table.size() == map.size()
        }

        then: 'they agree at each step, and in the end about everything'
        isSame
        map.every { link, value -> table.get(link) == value }
        map.size() > 500

        where:
        seed << (1..5)
    }

    def 'what is not needed any more is left out when it grows'() {
        given: 'a table in which only the last hundred values are needed'
        long latest = 0
        def table = new LinkTable(-1, { it > latest - 100 })

        when: 'a hundred thousand links are put'
        100_000.times {
            latest = it
            table.put(((long) it << 32) | 7, it)
        }

        then: 'it stays small, and has the last ones'
        table.size() < 1_000
        (99_901..99_999).every { table.get(((long) it << 32) | 7) == it }
    }

    def 'a pair has one number, whoever sends'() {
        given:
        def one = peerlab.engine.base.PeerId.of(3)
        def other = peerlab.engine.base.PeerId.of(9)

        expect:
        LinkTable.pair(one, other) == LinkTable.pair(other, one)
        LinkTable.link(one, other) != LinkTable.link(other, one)
    }
}
