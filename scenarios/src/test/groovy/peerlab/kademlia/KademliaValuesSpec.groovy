package peerlab.kademlia

import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.protocol.workbench.Effect.Send

/** Each claim of the paper on values is an input and a list of effects. */
class KademliaValuesSpec extends KademliaBenchSpec {

    def "a put stores at the k closest, and is answered when all have confirmed or stayed silent"() {
        given: 'k = 3 and the three closest known, closer than the writer'
        def (key, order) = keyFarFromSelf()
        knows(order.take(3))
        host.isAsked('put', key, 'v')

        when: 'they answer the lookup'
        (0..2).each { host.receives(peer(order[it]), new Nodes(it + 1)) }
        then: 'each is to store the value'
        def item = new Item('v', peer(0), SimTime.ZERO)
        def place = deployment.place(key)
        host.sent == (0..2).collect { new Send(peer(order[it]), new Store(it + 4, place, item, false)) }

        when: 'two confirm and the third stays silent'
        host.receives(peer(order[0]), new Stored(4))
        host.receives(peer(order[1]), new Stored(5))
        assert host.answers == []
        host.advance(SECOND)
        then: 'the client learns that two hold it'
        host.answers*.holders() == [2]
    }

    def "a writer that is one of the k closest holds the value itself"() {
        given: 'nobody else known'
        host.isAsked('put', 'key', 'v')

        expect: 'one holder, and the value at hand'
        host.answers*.holders() == [1]
        host.isAsked('get', 'key', null)
        host.answers[0].value() == 'v'
        host.answers[0].hops() == 0
        host.receives(peer(3), new FindValue(8, deployment.place('key'))).contains(
                new Send(peer(3), new ValueFound(8, new Item('v', peer(0), SimTime.ZERO))))
        host.@protocol.inspect().keys == 1
    }

    def "STORE is kept and confirmed; FIND_VALUE gives it, and without it the closest"() {
        given: 'a value'
        def key = deployment.place('key')
        def item = new Item('v', peer(5), SimTime.ZERO)

        expect: 'first the closest known, then a confirmation, then the value'
        host.receives(peer(3), new FindValue(1, key)) == [new Send(peer(3), new Nodes(1))]
        host.receives(peer(5), new Store(2, key, item, false)).last() == new Send(peer(5), new Stored(2))
        host.receives(peer(3), new FindValue(3, key)) == [new Send(peer(3), new ValueFound(3, item))]
    }

    def "of two values under one key the one published later stands, in whatever order they arrive"() {
        given: 'an earlier and a later value'
        def key = deployment.place('key')
        def earlier = new Item('old', peer(5), SimTime.ZERO.plus(Span.seconds(1)))
        def later = new Item('new', peer(6), SimTime.ZERO.plus(Span.seconds(2)))
        order.each { host.receives(peer(5), new Store(1, key, it ? later : earlier, false)) }

        expect: 'the later'
        host.receives(peer(3), new FindValue(3, key)).last().message().item() == later

        where:
        order << [[false, true], [true, false]]
    }

    def "a get ends at the first value, and leaves a copy at the closest peer that did not have it"() {
        given: 'a get in flight'
        def (key, order) = keyFarFromSelf()
        def place = deployment.place(key)
        knows([order[4], order[7]])
        host.isAsked('get', key, null)

        when: 'one does not have it, and names another, which does'
        host.receives(peer(order[4]), new Nodes(1, contact(order[1])))
        host.receives(peer(order[7]), new Nodes(2))
        def item = new Item('v', peer(9), SimTime.ZERO)
        host.receives(peer(order[1]), new ValueFound(3, item))

        then: 'the client has the value, from two hops away, and the closest without it gets a copy'
        host.answers[0].value() == 'v'
        host.answers[0].hops() == 2
        host.answers[0].from() == peer(order[1])
        host.sent == [new Send(peer(order[4]), new Store(4, place, item, true))]
        host.receives(peer(order[4]), new Stored(4)) == []
    }

    def "a get that nobody can answer is not found"() {
        given: 'a get that asks two peers'
        def order = closest(deployment.place('key'))
        knows([order[0], order[1]])
        host.isAsked('get', 'key', null)

        when: 'neither has it'
        host.receives(peer(order[0]), new Nodes(1))
        host.receives(peer(order[1]), new Nodes(2))

        then: 'the answer says so, and whom it asked'
        host.answers[0] instanceof Answer.NotFound
        host.answers[0].findings().asked() == [peer(order[0]), peer(order[1])]
    }
}
