package peerlab.kademlia

import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.protocol.Calls
import peerlab.engine.protocol.Failure
import peerlab.engine.protocol.workbench.Effect.Saved
import peerlab.engine.protocol.workbench.Effect.Send
import peerlab.engine.protocol.workbench.Effect.StartTimer

/** Each claim of the paper on contacts and lookups is an input and a list of effects. */
class KademliaSpec extends KademliaBenchSpec {

    def "PING is answered, and the sender becomes known"() {
        expect: 'a pong, and a contact'
        host.receives(peer(7), new Ping(3)) == [new Send(peer(7), new Pong(3))]
        table().contacts() == [contact(7)]
        host.@protocol.neighbours() == [peer(7)]
    }

    def "FIND_NODE is answered by the k closest known, without the asker"() {
        given: 'a target and five known peers'
        def target = deployment.place('target')
        def order = closest(target)
        knows([order[30], order[0], order[20]])

        when: 'one of them asks'
        host.receives(peer(order[0]), new FindNode(9, target))

        then: 'the others are named'
        def nodes = host.sent[0].message()
        host.sent[0].to() == peer(order[0])
        nodes.call() == 9
        nodes.contacts() as Set == [contact(order[20]), contact(order[30])] as Set
    }

    def "every message, request or answer, makes its sender the most recently seen"() {
        given: 'three contacts of one bucket'
        def same = (1..<PEERS).findAll { contact(it).prefixWith(contact(0)) == 0 }.take(3)
        knows(same)

        when: 'the first sends an answer that nobody asked for'
        host.receives(peer(same[0]), new Stored(77))

        then: 'it is the last in its bucket'
        host.effects == []
        table().contacts() == [same[1], same[2], same[0]].collect { contact(it) }
    }

    def "a newcomer to a full bucket: the oldest is pinged, stays if it answers, and goes if it does not"() {
        given: 'a full bucket of three, and two peers of the other half, so that it cannot split'
        host = host(0, [], null, true)
        def far = (1..<PEERS).findAll { contact(it).prefixWith(contact(0)) == 0 }.take(6)
        def near = (1..<PEERS).findAll { contact(it).prefixWith(contact(0)) > 0 }.take(2)
        knows(far.take(3) + near)

        when: 'a fourth peer of that half sends something'
        host.receives(peer(far[3]), new Ping(1))
        then: 'the oldest is pinged'
        requests(Ping) == [new Send(peer(far[0]), new Ping(1))]

        when: 'it answers'
        host.receives(peer(far[0]), new Pong(1))
        then: 'it stays, as the most recently seen'
        host.steps*.getClass() == [Decision.Kept]
        table().contacts().take(3) == [far[1], far[2], far[0]].collect { contact(it) }

        when: 'another newcomer comes, and the oldest stays silent'
        host.receives(peer(far[4]), new Ping(1))
        assert requests(Ping) == [new Send(peer(far[1]), new Ping(2))]
        host.advance(SECOND)
        then: 'it is evicted for the newcomer'
        host.steps == [new Decision.Evicted(peer(far[1]), 'no answer within 1 s')]
        table().contacts().take(3) == [far[2], far[0], far[4]].collect { contact(it) }
    }

    def "a lookup asks the alpha closest of its table, and sets one alarm"() {
        given: 'five known peers'
        def target = deployment.place('target')
        def known = [3, 9, 14, 20, 33].collect { closest(target)[it] }
        knows([known[4], known[2], known[0], known[3], known[1]])

        expect: 'the two closest of the three closest are asked'
        host.isAsked('lookup', 'target', null) == [
                new Send(peer(known[0]), new FindNode(1, target)),
                new StartTimer(new Calls.Overdue(), SECOND),
                new Send(peer(known[1]), new FindNode(2, target))]
    }

    def "each answer leads to the closest peer not asked yet; alpha stay in flight"() {
        given: 'a lookup in flight'
        def target = deployment.place('target')
        def order = closest(target)
        knows([order[20], order[25]])
        host.isAsked('lookup', 'target', null)

        when: 'an answer names closer peers'
        host.receives(peer(order[20]), new Nodes(1, contact(order[5]), contact(order[4]), contact(0)))

        then: 'the closest of them is asked: one request came back, one goes out'
        host.effects == [new Send(peer(order[4]), new FindNode(3, target))]
    }

    def "after a round that brought nobody closer all unasked among the k closest are asked at once"() {
        given: 'k = 6, alpha = 2, and six peers known'
        deployment = deployment([k: 6L, alpha: 2L])
        host = host(0)
        def target = deployment.place('target')
        def order = closest(target)
        knows(order.subList(0, 6))
        host.isAsked('lookup', 'target', null)

        when: 'the first of the round brings nobody closer'
        host.receives(peer(order[0]), new Nodes(1, contact(order[9])))
        then: 'the round is not over: one more is asked'
        host.sent == [new Send(peer(order[2]), new FindNode(3, target))]

        when: 'nor does the second'
        host.receives(peer(order[1]), new Nodes(2, contact(order[8])))
        then: 'the round is over, and all that is left of the six is asked'
        host.sent == [3, 4, 5].collect { new Send(peer(order[it]), new FindNode(1 + it, target)) }
    }

    def "a lookup ends when the k closest have answered, and names them in order"() {
        given: 'k = 3 and three peers known'
        def target = deployment.place('target')
        def order = closest(target)
        knows([order[1], order[0], order[12]])
        host.isAsked('lookup', 'target', null)

        when: 'they answer, and one names a closer third'
        host.receives(peer(order[0]), new Nodes(1, contact(order[2])))
        host.receives(peer(order[1]), new Nodes(2))
        then: 'the third is asked before the lookup ends'
        host.answers == []

        when: 'it answers'
        host.receives(peer(order[2]), new Nodes(3))
        then: 'the three closest, with the depth of each, and who was asked'
        def findings = host.answers[0].findings()
        findings.closest() == [order[0], order[1], order[2]].collect { contact(it) }
        findings.depths() == [1, 1, 2]
        findings.asked() == [order[0], order[1], order[2]].collect { peer(it) }
        findings.requests() == 3
        findings.rounds() == 2
        findings.silent() == []
        findings.asker() == peer(0)
    }

    def "a silent peer counts as failed, and the next takes its place among the k closest"() {
        given: 'k = 3, four peers known, three in the shortlist'
        def target = deployment.place('target')
        def order = closest(target)
        knows([order[0], order[1], order[2]])
        host.isAsked('lookup', 'target', null)
        host.receives(peer(order[0]), new Nodes(1, contact(order[3])))
        host.receives(peer(order[2]), new Nodes(3))

        when: 'the second never answers'
        host.advance(SECOND)
        host.receives(peer(order[3]), new Nodes(4))

        then: 'the fourth stands in'
        def findings = host.answers[0].findings()
        findings.closest() == [order[0], order[2], order[3]].collect { contact(it) }
        findings.silent() == [peer(order[1])]

        when: 'its answer comes late'
        host.receives(peer(order[1]), new Nodes(2, contact(order[9])))
        then: 'nothing happens'
        host.effects == []
    }

    def "who is first heard of at one instant from several keeps the smallest depth"() {
        given: 'two peers known, one of which leads to a third'
        def target = deployment.place('target')
        def order = closest(target)
        knows([order[10], order[11]])
        host.isAsked('lookup', 'target', null)

        when: 'p11 names p5; then, at one instant, p5 and p12 name p0'
        host.receives(peer(order[11]), new Nodes(2, contact(order[5])))
        host.advance(Span.millis(10))
        host.receives(peer(order[5]), new Nodes(3, contact(order[0])))
        host.receives(peer(order[10]), new Nodes(1, contact(order[0])))
        host.receives(peer(order[0]), new Nodes(4))
        then: 'its depth is the one over p12'
        host.answers[0].findings().depths()[0] == 2
    }

    def "nobody known: a lookup ends at once with nobody"() {
        when: 'a lonely peer looks something up'
        host.isAsked('lookup', 'target', null)

        then: 'an empty answer'
        host.answers[0].findings().closest() == []
        host.sent == []
    }

    def "what it does not offer is refused"() {
        expect: 'a failure'
        host.isAsked('send', 'x', null)
        host.answers == [new Failure("kademlia does not answer 'send'")]
    }

    def "each decision of a lookup is a step where somebody watches"() {
        given: 'a watched peer that knows two'
        host = host(0, [], null, true)
        def target = deployment.place('target')
        def order = closest(target)
        knows([order[10], order[11]])

        when: 'a lookup runs its course'
        def steps = []
        host.isAsked('lookup', 'target', null)
        steps += host.steps
        host.receives(peer(order[10]), new Nodes(1, contact(order[3]), contact(order[11])))
        steps += host.steps
        host.advance(SECOND)
        steps += host.steps

        then: 'chosen, asked, learned, timed out, finished'
        steps == [
                new Decision.Chosen(
                        1, target, [peer(order[10]), peer(order[11])], 'the closest of the own table'),
                new Decision.Asked(1, peer(order[10]), 1, 1, 'the closest not asked yet'),
                new Decision.Asked(1, peer(order[11]), 1, 1, 'the closest not asked yet'),
                new Decision.Learned(1, peer(order[10]), [peer(order[3])], true),
                new Decision.Asked(1, peer(order[3]), 2, 2, 'the closest not asked yet'),
                new Decision.TimedOut(1, peer(order[11])),
                new Decision.TimedOut(1, peer(order[3])),
                new Decision.Finished(1, [peer(order[10])], 'the closest have all answered')]
    }

    def "a message of a stranger to the network is refused"() {
        when: 'p1000 writes'
        host.receives(peer(1000), new Ping(1))

        then: 'it is said'
        def e = thrown(IllegalArgumentException)
        e.message == 'p1001 is no member of this Kademlia network'
    }

    def "joining inserts the bootstrap peer, looks up the own id, and refreshes all buckets farther away"() {
        given: 'p1 joins by way of another'
        def own = contact(0).key()
        def near = closest(own)[0]
        def far = (1..<PEERS).find { contact(it).prefixWith(contact(0)) == 0 }
        host = host(0, [far])

        when: 'it comes up'
        host.starts()
        then: 'it asks the bootstrap peer for its own id'
        requests(FindNode) == [new Send(peer(far), new FindNode(1, own))]
        host.effects.any { it instanceof Saved }

        when: 'that names the closest peer, and the closest answers'
        host.receives(peer(far), new Nodes(1, contact(near)))
        host.receives(peer(near), new Nodes(2))
        then: 'a random id of each range before the closest neighbour is looked up, where there is a bucket'
        def prefixes = requests(FindNode)*.message()*.target().collect { contact(0).prefixWith(it) } as Set
        prefixes == (0..<Math.min(contact(0).prefixWith(contact(near)), table().ranges())) as Set
    }

    def "a peer that nobody answered when it joined tries again, less and less often"() {
        given: 'p1 joins by way of one that is gone'
        host = host(0, [7])
        host.starts()

        when: 'the request times out'
        host.advance(SECOND)
        then: 'the next attempt is set'
        host.effects == [new StartTimer(new Alarm.Rejoin(), SECOND)]

        when: 'it comes'
        host.advance(SECOND)
        then: 'the peer is asked again'
        requests(FindNode)*.to() == [peer(7)]

        when: 'it is silent again'
        host.advance(SECOND)
        then: 'the pause doubles'
        host.effects == [new StartTimer(new Alarm.Rejoin(), Span.seconds(2))]
    }

    def "what survives a crash: the values, and whom the peer knew"() {
        given: 'a peer that holds a value and knows three'
        host.starts()
        knows([4, 5, 6])
        def item = new Item('v', peer(4), SimTime.ZERO)
        host.receives(peer(4), new Store(1, deployment.place('key'), item, false))

        when: 'it comes back with what it saved'
        def again = host(0, [], host.saved.get())
        again.starts()

        then: 'it joins through those it knew'
        again.sent*.to() as Set == again.@protocol.table().closest(contact(0).key(), 2, null)*.peer() as Set
        again.@protocol.table().size() == 3

        and: 'it holds the value'
        again.receives(peer(5), new FindValue(9, deployment.place('key'))).last() ==
                new Send(peer(5), new ValueFound(9, item))
        again.timers.keySet().any { it instanceof Alarm.Upkeep }
    }
}
