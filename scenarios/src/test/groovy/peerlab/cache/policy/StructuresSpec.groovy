package peerlab.cache.policy

import peerlab.engine.base.RandomSource
import spock.lang.Specification

/** The structures below the policies, held against those of the JDK on random operations. */
class StructuresSpec extends Specification {

    def "the key index finds what a map finds (seed #seed)"() {
        given: 'few keys, so that they come and go, and keys that differ in their high bits alone'
        def random = new RandomSource(seed)
        def keys = (0..<300).collect { it % 2 ? random.nextLong() : (long) it << 40 }
        def index = new KeyIndex()
        def map = [:]

        expect: 'the same after each of many steps'
        20_000.times { step ->
            long key = keys[random.nextInt(keys.size())]
            if (!map.containsKey(key)) {
                assert index.get(key) == KeyIndex.ABSENT
                assert index.remove(key) == KeyIndex.ABSENT
                index.put(key, step)
                map[key] = step
            } else if (random.nextChance(0.5)) {
                assert index.get(key) == map[key]
            } else {
                assert index.remove(key) == map.remove(key)
            }
        }
        index.size() == map.size()
        map.every { index.get(it.key as long) == it.value }

        where:
        seed << (1..5)
    }

    def "ranked entries come lowest first, of equal ranks the one ranked first (seed #seed)"() {
        given: 'a heap, and a list that is sorted each time'
        def random = new RandomSource(seed)
        def ranked = new RankedEntries()
        def list = []
        int turn = 0

        expect: 'the same lowest after each of many steps'
        3000.times {
            int entry = random.nextInt(100)
            def known = list.find { it.entry == entry }
            double rank = random.nextInt(20)
            if (known == null) {
                ranked.add(entry, rank)
                list << [entry: entry, rank: rank, turn: turn++]
            } else if (random.nextChance(0.6)) {
                ranked.change(entry, rank)
                known.rank = rank
                known.turn = turn++
            } else {
                ranked.remove(entry)
                list.remove(known)
            }
            if (list) {
                assert ranked.lowest() == list.min { a, b -> a.rank <=> b.rank ?: a.turn <=> b.turn }.entry
            }
        }

        where:
        seed << (1..3)
    }

    def "ghosts are remembered up to a sum of sizes, the newest"() {
        given: 'room for ten'
        def ghosts = new GhostQueue(10)

        when: 'twelve are remembered'
        (1..4).each { ghosts.add(it, 3) }

        then: 'the oldest is forgotten'
        !ghosts.has(1)
        ghosts.has(2)
        ghosts.count() == 3

        when: 'one is larger than all the room'
        ghosts.add(9, 11)

        then: 'nothing was forgotten for it'
        !ghosts.has(9)
        ghosts.count() == 3

        and: 'one can be forgotten by name'
        ghosts.remove(3)
        !ghosts.remove(3)
    }

    def "a sketch counts up to 15, never too little, and forgets half of it in time"() {
        given: 'a key asked for twenty times, and others'
        def sketch = new FrequencySketch(64)
        20.times { sketch.add(7) }
        3.times { sketch.add(8) }

        expect: 'a count in four bits'
        sketch.frequency(7) == FrequencySketch.MOST
        sketch.frequency(8) >= 3

        when: 'ten times as many requests as there are places come by'
        640.times { sketch.add(1000L + it) }

        then: 'what was asked for long ago is worth half'
        sketch.frequency(7) <= 8
    }

    def "a chain can be entered at both ends and in between"() {
        given: 'a chain of three'
        def chain = new Chain()
        chain.addLast(1)
        chain.addFirst(2)
        chain.addLast(3)
        chain.addBefore(4, 3)
        chain.addBefore(5, 2)

        expect: 'that order'
        order(chain) == [5, 2, 1, 4, 3]
        chain.count() == 5

        when: 'some leave'
        [5, 3, 1].each { chain.remove(it) }

        then: 'the others hold hands'
        order(chain) == [2, 4]
    }

    private static List<Integer> order(Chain chain) {
        def order = []
        for (int at = chain.first(); at != Chain.NONE; at = chain.behind(at)) {
            order << at
        }
        order
    }
}
