package peerlab.cache

import peerlab.cache.policy.EvictionPolicy
import peerlab.cache.policy.Policies
import peerlab.cache.policy.Removal
import peerlab.engine.base.Bytes
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import spock.lang.Specification

/** What a cache promises, whatever its policy. */
class CacheSpec extends Specification {

    def "a miss brings the value in, and a look-up alone does not"() {
        given: 'an empty cache'
        def cache = Requests.entries('lru', 10)

        expect: 'absent, and absent still'
        !cache.get(1, 8, 0)
        !cache.get(1, 8, 0)

        and: 'fetched, and so present'
        !cache.request(1, 8, 0)
        cache.get(1, 8, 0)
        cache.counts() == new CacheCounts(1, 8, 3, 24, 0, 0, 0, 0)
        cache.counts().requests() == 4
        cache.counts().missRatio() == 0.75d
        cache.counts().byteMissRatio() == 0.75d
    }

    def "an entry larger than the cache is refused and counted, and nothing makes room for it (#policy)"() {
        given: 'a cache with something in it'
        def cache = Requests.bytes(policy, 100)
        cache.request(1, 1, 0)

        when: 'far too much comes by, twice'
        def hits = [cache.request(2, 101, 0), cache.request(2, 101, 0)]

        then: 'both times in vain'
        hits == [false, false]
        cache.counts().tooLarge() == 2
        cache.entryOf(2) < 0
        cache.count() == (policy == 's3-fifo' || policy == 'slru' || policy == '2q' ? 1 : cache.count())
        cache.counts().evictions() == 0

        where:
        policy << Policies.all().findAll { !it.knowsFuture() && !it.needsUnitSizes() }*.name()
    }

    def "a put of a present key replaces its size in place"() {
        given: 'two entries, the first the older'
        def cache = Requests.bytes('fifo', 100)
        cache.put(1, 30, 0)
        cache.put(2, 30, 0)
        def number = cache.entryOf(1)

        when: 'the first gets another value'
        def isIn = cache.put(1, 50, 0)

        then: 'it is the same entry, in the same place of the queue, and counted once'
        isIn
        cache.entryOf(1) == number
        cache.bytes() == 80
        cache.count() == 2

        when: 'room is needed'
        cache.put(3, 40, 0)

        then: 'it goes first'
        cache.entryOf(1) < 0
        cache.entryOf(2) >= 0
    }

    def "a put that grows an entry evicts others until it fits"() {
        given: 'a full cache'
        def cache = Requests.bytes('lru', 100)
        [1, 2, 3, 4].each { cache.put(it, 25, 0) }

        when: 'the oldest grows'
        def isIn = cache.put(1, 60, 0)

        then: 'it was used just now, so the two next oldest made room'
        isIn
        cache.bytes() == 85
        [1, 2, 3, 4].findAll { cache.entryOf(it) >= 0 } == [1, 4]
        cache.counts().evictions() == 2
    }

    def "a put that cannot fit is refused, and the old value is not served any more"() {
        given: 'an entry'
        def cache = Requests.bytes('lru', 100)
        cache.put(1, 60, 0)

        when: 'its value becomes too large'
        def isIn = cache.put(1, 101, 0)

        then: 'it is gone: the old value would be wrong'
        !isIn
        cache.count() == 0
        !cache.get(1, 60, 0)
        cache.counts().tooLarge() == 1
    }

    def "an entry is served while its age is less than its time to live, and not after"() {
        given: 'ten seconds, from the beginning'
        def cache = ageing(Lifetime.fixed(Span.seconds(10)))
        cache.request(1, 1, 0)

        expect: 'the age is compared strictly, and being used changes nothing'
        cache.get(1, 1, seconds(9))
        cache.get(1, 1, seconds(10) - 1)
        !cache.get(1, 1, seconds(10))

        and: 'it is gone for good, and counted'
        cache.count() == 0
        cache.counts().expirations() == 1
    }

    def "a sliding time to live begins again with each use"() {
        given: 'ten seconds from the last use'
        def cache = ageing(Lifetime.sliding(Span.seconds(10)))
        cache.request(1, 1, 0)

        expect: 'nine and nine are eighteen'
        cache.get(1, 1, seconds(9))
        cache.get(1, 1, seconds(18))
        !cache.get(1, 1, seconds(28))
    }

    def "a put begins the time to live again, fixed or not"() {
        given: 'an entry that is nearly too old'
        def cache = ageing(Lifetime.fixed(Span.seconds(10)))
        cache.put(1, 1, 0)

        when: 'its value is replaced'
        cache.put(1, 1, seconds(9))

        then: 'the new one lives its own time'
        cache.get(1, 1, seconds(18))
        !cache.get(1, 1, seconds(19))
    }

    def "an expired entry is never served: #policy, #kind"() {
        given: 'a small cache, and a clock that goes on'
        def lifetime = new Lifetime(Span.millis(100), kind == 'sliding', Ratio.percent(30))
        def cache = new Cache(Capacity.entries(60), Requests.policy(policy), lifetime, new RandomSource(5),
                Departures.UNHEARD)
        def born = [:]
        def used = [:]
        def random = new RandomSource(9)
        int served = 0

        expect: 'whatever was served was younger than a tenth of a second'
        20_000.times {
            long key = random.nextInt(120)
            long now = it * 2_000_000L
            def hit = cache.request(key, 1, now)
            if (hit) {
                served++
                assert now - (kind == 'sliding' ? used[key] : born[key]) < 100_000_000L
            } else {
                born[key] = now
            }
            used[key] = now
        }
        served > 1000
        cache.counts().expirations() > 100

        where:
        [policy, kind] << [['lru', 'clock', 'sieve', 's3-fifo', '2q', 'arc', 'lirs', 'w-tinylfu', 'lfu',
                'gdsf', 'slru', 'random', 'fifo'], ['fixed', 'sliding']].combinations()
    }

    def "jitter shortens times to live, each by its own draw: what came together does not go together"() {
        given: 'a thousand entries of ten seconds, less at most a fifth'
        def cache = ageing(Lifetime.fixed(Span.seconds(10)).withJitter(Ratio.percent(20)))
        1000.times { cache.request(it, 1, 0) }

        when: 'they are asked for at eight, nine and ten seconds'
        def early = (0..<1000).count { cache.get(it, 1, seconds(8) - 1) }
        def middle = (0..<1000).count { cache.get(it, 1, seconds(9)) }
        def late = (0..<1000).count { cache.get(it, 1, seconds(10)) }

        then: 'all, about half (four standard deviations are 63), none'
        early == 1000
        Math.abs(middle - 500) < 64
        late == 0
    }

    def "a deleted key is gone, and its number may be given to another"() {
        given: 'an entry, and somebody who listens'
        def gone = []
        def cache = new Cache(Capacity.entries(2), Requests.policy('lru'), Lifetime.UNLIMITED,
                new RandomSource(0), { int entry, long key, Removal why -> gone << [entry, key, why] })
        cache.request(7, 1, 0)
        def number = cache.entryOf(7)

        expect: 'deleted once'
        cache.delete(7)
        !cache.delete(7)
        gone == [[number, 7L, Removal.DELETED]]

        and: 'evictions are told as well'
        [1, 2, 3].each { cache.request(it, 1, 0) }
        gone.size() == 2
        gone[1].drop(1) == [1L, Removal.EVICTED]
        cache.entryOf(1) < 0
    }

    def "a capacity is for something, and so is a time to live"() {
        when: 'there is nothing'
        what()

        then: 'the value is named'
        def complaint = thrown(IllegalArgumentException)
        complaint.message.contains(text)

        where:
        what                                                         | text
        ({ Capacity.entries(0) })                                    | 'found 0'
        ({ Capacity.bytes(Bytes.newInstance(0L)) })                  | 'found 0'
        ({ Lifetime.fixed(Span.ZERO) })                              | 'longer than nothing'
        ({ Lifetime.fixed(Span.seconds(1)).withJitter(new Ratio(2)) }) | '200%'
    }

    def "the capacity of a cache reads as it was meant"() {
        expect: 'entries as a number, bytes in the largest unit'
        Capacity.entries(1000).toString() == '1000'
        Capacity.bytes(new Bytes(1 << 20)).toString() == '1 MiB'
    }

    def "somebody else's policy plays by the four methods alone"() {
        given: 'least recently used, by the collections of the JDK'
        def theirs = new Cache(Capacity.entries(100), new ByTheBook())
        def ours = Requests.entries('lru', 100)

        expect: 'the same hits'
        Requests.hits(theirs, ReferenceTraces.open('shifting')) ==
                Requests.hits(ours, ReferenceTraces.open('shifting'))
    }

    def "a policy that names what is not there is stopped, by name of the entry"() {
        given: 'one that has lost count'
        def cache = new Cache(Capacity.entries(2), new Muddled())

        when: 'it is asked for a victim'
        4.times { cache.request(it, 1, 0) }

        then: 'the cache does not break'
        def fault = thrown(PolicyFault)
        fault.message == 'the policy named entry 99 as a victim, which is not in the cache'
    }

    def "a policy that keeps all newcomers out is obeyed"() {
        given: 'one that has made up its mind'
        def cache = new Cache(Capacity.entries(2), new Unwilling())

        when: 'four ask'
        4.times { cache.request(it, 1, 0) }

        then: 'two are in, two were refused'
        cache.count() == 2
        cache.counts().refused() == 2
    }

    def "a policy that is wrong about recency is found out by its hits"() {
        given: 'most recently used goes'
        def wrong = new Cache(Capacity.entries(100), new Contrary())

        expect: 'it keeps to the capacity like all others, and misses more'
        Requests.hits(wrong, ReferenceTraces.open('shifting')).count('0') >
                Requests.hits(Requests.entries('lru', 100), ReferenceTraces.open('shifting')).count('0')
        wrong.count() <= 100
    }

    private static Cache ageing(Lifetime lifetime) {
        new Cache(Capacity.entries(2000), Requests.policy('lru'), lifetime, new RandomSource(3),
                Departures.UNHEARD)
    }

    private static long seconds(long count) {
        count * 1_000_000_000L
    }

    /** Least recently used, as a student may write it. */
    static class ByTheBook implements EvictionPolicy {

        protected final Set<Integer> order = new LinkedHashSet<>()

        @Override
        void onInsert(int entry) { order.add(entry) }

        @Override
        void onHit(int entry) {
            order.remove(entry)
            order.add(entry)
        }

        @Override
        int victim() { order.first() }

        @Override
        void onRemove(int entry, Removal why) { order.remove(entry) }
    }

    static class Contrary extends ByTheBook {
        @Override
        int victim() { order.last() }
    }

    static class Muddled extends ByTheBook {
        @Override
        int victim() { 99 }
    }

    static class Unwilling extends ByTheBook {
        @Override
        int victim() { NEWCOMER }
    }
}
