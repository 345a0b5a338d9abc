package peerlab.reports.page

import spock.lang.Specification

class LayoutsSpec extends Specification {

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
