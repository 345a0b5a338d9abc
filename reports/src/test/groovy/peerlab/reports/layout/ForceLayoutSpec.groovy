package peerlab.reports.layout

import spock.lang.Specification

class ForceLayoutSpec extends Specification {

    def "the free layout of #what keeps peers in the picture, apart, and always in the same places"() {
        given: 'a network'
        def places = ForceLayout.of(graph(size, links))

        expect: 'a place in the unit square for each'
        places.every { axis -> axis.every { it >= 0 && it <= 1 } }
        (0..<size).collect { [places[0][it], places[1][it]] }.toSet().size() == size

        and: 'the same again'
        ForceLayout.of(graph(size, links)) == places

        where: 'none, one, strangers, a line, a star, two parts'
        what          | size | links
        'nobody'      | 0    | []
        'one peer'    | 1    | []
        'strangers'   | 9    | []
        'a line'      | 30   | (0..<29).collect { [it, it + 1] }
        'a star'      | 40   | (1..<40).collect { [0, it] }
        'two parts'   | 20   | (0..<9).collect { [it, it + 1] } + (10..<19).collect { [it, it + 1] }
    }

    def "peers that know each other lie nearer than others"() {
        given: 'four crowds of 25 that hardly know each other'
        def crowds = (0..<4).collectMany { c ->
            (0..<25).collectMany { i -> [1, 2, 5].collect { [c * 25 + i, c * 25 + (i + it) % 25] } }
        }
        def links = crowds + [[0, 25], [25, 50], [50, 75], [75, 0]]
        def places = ForceLayout.of(graph(100, links))
        def far = { a, b -> Math.hypot(places[0][a] - places[0][b], places[1][a] - places[1][b]) }
        def linked = links.collect { far(it[0], it[1]) }
        def all = (0..<100).collectMany { a -> (0..<100).collect { b -> far(a, b) } }

        expect: 'on average less than half as far as any two'
        linked.sum() / linked.size() < 0.5 * all.sum() / all.size()
    }

    def "distances to pivots lay a line out as a line"() {
        given: 'the first direction'
        def places = new Pivots(graph(50, (0..<49).collect { [it, it + 1] })).places()[0]

        expect: 'each peer beside its neighbours, from one end to the other'
        def order = (0..<50).toSorted { places[it] }
        order == (0..<50).toList() || order == (0..<50).toList().reverse()
    }

    private static Graph graph(int size, List<List<Integer>> links) {
        new Graph(size, links.collect { it[0] } as int[], links.collect { it[1] } as int[])
    }
}
