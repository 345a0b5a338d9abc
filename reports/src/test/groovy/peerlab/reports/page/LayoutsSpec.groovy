package peerlab.reports.page

import spock.lang.Specification

class LayoutsSpec extends Specification {

    def "the free layout of #what keeps peers in the picture, apart, and always in the same places"() {
        given: 'a network'
        def graph = new Graph(size, edges(links))
        def places = ForceLayout.of(graph)

        expect: 'a place in the unit square for each'
        places.every { axis -> axis.every { it >= 0 && it <= 1 } }
        (0..<size).collect { [places[0][it], places[1][it]] }.toSet().size() == size

        and: 'the same again'
        ForceLayout.of(new Graph(size, edges(links))) == places

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
        def places = ForceLayout.of(new Graph(100, edges(links)))
        def far = { a, b -> Math.hypot(places[0][a] - places[0][b], places[1][a] - places[1][b]) }
        def linked = links.collect { far(it[0], it[1]) }
        def all = (0..<100).collectMany { a -> (0..<100).collect { b -> far(a, b) } }

        expect: 'on average less than half as far as any two'
        linked.sum() / linked.size() < 0.5 * all.sum() / all.size()
    }

    def "distances to pivots lay a line out as a line"() {
        given: 'the first direction'
        def places = new Pivots(new Graph(50, edges((0..<49).collect { [it, it + 1] }))).places()[0]

        expect: 'each peer beside its neighbours, from one end to the other'
        def order = (0..<50).toSorted { places[it] }
        order == (0..<50).toList() || order == (0..<50).toList().reverse()
    }

    def "on a ring, an identifier is an angle"() {
        given: 'identifiers at nothing, a quarter, a half, three quarters'
        def places = Layouts.ring(['00000000', '40000000', '80000000', 'c0000000'])

        expect: 'top, right, bottom, left'
        (0..<4).collect { [round(places[0][it]), round(places[1][it])] } ==
                [[0.5, 0.02], [0.98, 0.5], [0.5, 0.98], [0.02, 0.5]]
    }

    def "on a ring without identifiers, peers follow each other by name"() {
        given: 'four peers'
        def places = Layouts.ring([null, null, null, null])

        expect: 'a quarter of the ring from one to the next'
        round(places[0][1]) == 0.98
        round(places[1][2]) == 0.98
    }

    def "groups lie apart from each other"() {
        given: 'three groups of different sizes'
        def clusters = ['a'] * 30 + ['b'] * 10 + ['c'] * 3
        def places = Layouts.clustered(clusters)
        def middle = { name ->
            def of = clusters.findIndexValues { it == name }
            [of.sum { places[0][it as int] } / of.size(), of.sum { places[1][it as int] } / of.size()]
        }

        expect: 'each peer nearest to the middle of its own'
        clusters.indices.every { i ->
            ['a', 'b', 'c'].min { n ->
                def m = middle(n)
                Math.hypot(places[0][i] - m[0], places[1][i] - m[1])
            } == clusters[i]
        }
    }

    def "a network of more edges than can be drawn keeps some of each peer"() {
        given: 'a thousand peers that know a hundred each'
        def all = edges((0..<1000).collectMany { i -> (1..100).collect { [i, (i + it) % 1000] } })
        def thin = Snapshot.thinned(all, 1000)

        expect: 'nearly as many as can be drawn, and nobody is left out'
        all.length == 100_000
        thin.length <= Snapshot.MOST_EDGES
        thin.length > Snapshot.MOST_EDGES / 2
        thin.toList().collectMany { [Snapshot.from(it), Snapshot.to(it)] }.toSet().size() == 1000
    }

    private static long[] edges(List<List<Integer>> links) {
        links.collect { Snapshot.edge(0, it[0], it[1]) }.toSet().sort() as long[]
    }

    private static double round(double value) {
        Math.round(value * 1000) / 1000d
    }
}
