package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.protocol.workbench.Effect.Send
import spock.lang.Specification

/** What a peer does unasked (section 2.5). */
class UpkeepSpec extends Specification {

    static final Span HOUR = Span.hours(1)

    def bench = new KademliaSpec()
    def host

    def setup() {
        bench.deployment = KademliaSpec.deployment([k: 3L, alpha: 2L])
        host = bench.host(0)
        bench.host = host
        host.starts()
    }

    PeerId peer(int index) { PeerId.of(index) }

    def "a bucket without a lookup for an hour is refreshed, one that had one is spared for an hour more"() {
        given: 'a table of several ranges'
        bench.knows((1..39).toList())
        def ranges = host.@protocol.table().ranges()
        assert ranges > 3
        def self = bench.contact(0)

        when: 'half an hour on, a key of the far half is looked up'
        host.advance(Span.minutes(30))
        def texts = (1..50).collect { "k$it".toString() }
        def far = texts.find { self.prefixWith(bench.deployment.place(it)) == 0 }
        host.isAsked('lookup', far, null)
        host.advance(Span.minutes(29))
        host.advance(Span.minutes(1))

        then: 'after an hour all other ranges are looked up'
        refreshed(self) == (1..<ranges) as Set

        when: 'its own hour is over'
        host.advance(Span.minutes(29))
        assert refreshed(self).every { it > 0 }
        host.advance(Span.minutes(1))
        then: 'the far half is looked up too'
        refreshed(self).contains(0)
    }

    private Set refreshed(Contact self) {
        def last = host.@protocol.table().ranges() - 1
        bench.requests(FindNode)*.message()*.target().collect { Math.min(self.prefixWith(it), last) } as Set
    }

    def "a peer that knows nobody has nothing to refresh"() {
        expect: 'silence, and the next look in an hour'
        host.advance(HOUR)
        host.sent == []
        host.timers.keySet().any { it instanceof Alarm.Refresh }
    }

    def "a holder republishes a value that nobody has stored again for an hour"() {
        given: 'a value held, one peer known'
        def key = bench.deployment.place('key')
        def item = new Item('v', peer(4), SimTime.ZERO)
        host.receives(peer(4), new Store(1, key, item, false))

        when: 'an hour has not passed'
        host.advance(Span.minutes(59))
        then: 'nothing is sent'
        bench.requests(Store) == [] && bench.requests(FindNode).every { it.message().target() != key }

        when: 'it has, and up to a tenth more'
        def due = host.timers.find { it.key instanceof Alarm.Upkeep }.value
        assert due.since(host.now()) <= Span.minutes(7)
        host.advance(due.since(host.now()))
        def lookup = bench.requests(FindNode).find { it.message().target() == key }
        then: 'the key is looked up'
        lookup != null

        when: 'the answer is in'
        host.receives(peer(4), new Nodes(lookup.message().call()))
        then: 'the same item goes to the closest'
        bench.requests(Store)*.to() == [peer(4)]
        bench.requests(Store)*.message()*.item() == [item]
    }

    def "a value stored again is not republished for another hour"() {
        given: 'a value held, stored again after 50 minutes'
        def key = bench.deployment.place('key')
        def item = new Item('v', peer(4), SimTime.ZERO)
        host.receives(peer(4), new Store(1, key, item, false))
        host.advance(Span.minutes(50))
        host.receives(peer(4), new Store(2, key, item, false))

        expect: 'nothing until the hour is over, counted from then'
        host.advance(Span.minutes(59))
        bench.requests(FindNode).every { it.message().target() != key }
        host.advance(Span.minutes(8))
        bench.requests(FindNode).any { it.message().target() == key }
    }

    def "a value expires a day after it was published, republished or not"() {
        given: 'a value held'
        def key = bench.deployment.place('key')
        host.receives(peer(4), new Store(1, key, new Item('v', peer(4), SimTime.ZERO), false))

        when: 'a day is almost over'
        host.advance(Span.nanos(Span.hours(24).nanos() - 1))
        then: 'it is there'
        host.receives(peer(4), new FindValue(2, key))*.message().any { it instanceof ValueFound }

        when: 'it is over'
        host.advance(Span.nanos(1))
        then: 'it is not, nor is it kept'
        host.receives(peer(4), new FindValue(3, key)).every { !(it.message() instanceof ValueFound) }
        host.@protocol.inspect().keys == 0
    }

    def "the publisher publishes afresh before the day is over"() {
        given: 'a value put while nobody is known'
        host.isAsked('put', 'key', 'v')

        when: 'a day and a half pass'
        host.advance(Span.hours(36))
        host.isAsked('get', 'key', null)

        then: 'it is still there'
        host.answers[0].value() == 'v'
    }

    def "a cached copy lives the shorter the more known peers are closer, and is not republished"() {
        given: 'a copy, with #closer closer peers known'
        def (key, order) = bench.keyFarFromSelf()
        def place = bench.deployment.place(key)
        bench.knows(order.take(closer))
        def item = new Item('v', peer(order[38]), SimTime.ZERO)
        host.receives(peer(order[38]), new Store(1, place, item, true))

        when: 'its time is almost over'
        host.advance(Span.nanos((Span.hours(24).nanos() >> closer) - 1))
        then: 'it is there, and was not republished'
        host.receives(peer(order[38]), new FindValue(2, place)).any { it.message() instanceof ValueFound }
        host.@protocol.holdings().all().every { it.isCached }

        when: 'its time is over'
        host.advance(Span.nanos(1))
        then: 'it is gone'
        host.receives(peer(order[38]), new FindValue(3, place))*.message().every { it instanceof Nodes }

        where:
        closer << [0, 1, 2]
    }

    def "a cached copy does not displace the value itself"() {
        given: 'a value, then a copy of it'
        def key = bench.deployment.place('key')
        def item = new Item('v', peer(4), SimTime.ZERO)
        host.receives(peer(4), new Store(1, key, item, false))
        host.receives(peer(5), new Store(1, key, item, true))

        expect: 'still the value'
        host.@protocol.holdings().all()*.isCached == [false]
    }

    def "a newcomer among the k closest to a key gets its value, from the closest holder only"() {
        given: 'a value held by p1, with others known who are #who'
        def candidates = (1..400).collect { "key-$it".toString() }
        def key = candidates.find { rank(it) in ranks }
        def selfRank = rank(key)
        def place = bench.deployment.place(key)
        def order = bench.closest(place)
        bench.knows(order.subList(0, selfRank) + order.subList(30, 32))
        def item = new Item('v', peer(4), SimTime.ZERO)
        host.receives(peer(order[30]), new Store(1, place, item, false))

        when: 'somebody is heard of for the first time'
        host.receives(peer(order[selfRank + newcomer]), new Ping(5))

        then: 'it gets the value, or not'
        bench.requests(Store)*.to() == (isGiven ? [peer(order[selfRank + newcomer])] : [])

        where:
        who                             | ranks | newcomer | isGiven
        'all farther from the key'      | 0..0  | 0        | true
        'all farther, and one of k'     | 0..0  | 1        | true
        'partly closer than p1 is'      | 1..20 | 2        | false
    }

    /** How many peers are closer to a key than p1. */
    private int rank(String key) {
        def place = bench.deployment.place(key)
        bench.closest(place).count { place.compareDistances(bench.contact(it), bench.contact(0)) < 0 }
    }
}
