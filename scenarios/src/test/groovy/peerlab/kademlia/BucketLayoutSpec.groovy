package peerlab.kademlia

import peerlab.engine.base.RandomSource
import spock.lang.Specification

/** Buckets in an array of ints behave as the lists and counters that they stand for. */
class BucketLayoutSpec extends Specification {

    static final long NEVER = -1

    /** One bucket as section 2.2 and 4.1 tell of it, with nothing packed. */
    static class Plain {
        final int k
        final long span
        final List<Integer> contacts = []
        final List<Integer> failures = []
        final List<Integer> cache = []
        int probed = Directory.NOBODY
        long probedAt = NEVER

        Plain(int k, long span) {
            this.k = k
            this.span = span
        }

        void touch(int index) {
            def contact = contacts.remove(index)
            failures.remove(index)
            contacts << contact
            failures << 0
            probed = probed == contact ? Directory.NOBODY : probed
        }

        void append(int contact) {
            contacts << contact
            failures << 0
        }

        void spare(int contact) {
            cache << contact
            if (cache.size() > Math.min(k, 8)) {
                cache.remove(0)
            }
        }

        int probe(long now) {
            if (probed != Directory.NOBODY || probedAt != NEVER && now - probedAt < span) {
                return Directory.NOBODY
            }
            probedAt = now
            probed = contacts[0]
        }

        boolean fail(int index) {
            probed = probed == contacts[index] ? Directory.NOBODY : probed
            while (cache) {
                def next = cache.removeLast()
                if (!(next in contacts) && next != Directory.NOBODY) {
                    contacts.remove(index)
                    failures.remove(index)
                    append(next)
                    return true
                }
            }
            failures[index] = Math.min(BucketLayout.STALE, failures[index] + 1)
            false
        }

        void forgetSpare(int contact) { cache.replaceAll { it == contact ? Directory.NOBODY : it } }

        List<Integer> spares() {
            cache.reverse().unique().findAll { it != Directory.NOBODY && !(it in contacts) }
        }
    }

    def "whatever happens to a bucket of #k leaves it as it leaves its plain likeness (seed #seed)"() {
        given: 'the second of three buckets, beside its likeness'
        def layout = new BucketLayout(k, 1000)
        def words = layout.withRoom([] as int[], 3)
        def at = layout.at(1)
        def plain = new Plain(k, 1000)
        def random = new RandomSource(seed)
        def highest = Directory.MOST - 1

        expect: 'the same after each'
        (0..<1000).every { step ->
            def contact = highest - random.nextInt(3 * k)
            def index = plain.contacts.indexOf(contact)
            assert layout.indexOf(words, at, contact) == index
            if (index < 0 && plain.contacts.size() < k) {
                layout.append(words, at, contact)
                plain.append(contact)
            } else if (index < 0) {
                def silent = random.nextInt(4) == 0
                silent ? layout.forgetSpare(words, at, contact) : layout.spare(words, at, contact)
                silent ? plain.forgetSpare(contact) : plain.spare(contact)
                def now = 100L * step + (1L << 40)
                assert layout.probe(words, at, now) == plain.probe(now)
            } else if (random.nextInt(3) > 0) {
                layout.touch(words, at, index)
                plain.touch(index)
            } else {
                assert layout.fail(words, at, index) == plain.fail(index)
            }
            assert layout.contacts(words, at) as List == plain.contacts
            assert layout.size(words, at) == plain.contacts.size()
            assert layout.spares(words, at) as List == plain.spares()
            assert (0..<plain.contacts.size()).every {
                layout.isStale(words, at, it) == plain.failures[it] >= BucketLayout.STALE
            }
            true
        }

        and: 'nothing has come upon its neighbours'
        layout.size(words, layout.at(0)) == 0
        layout.size(words, layout.at(2)) == 0
        layout.spares(words, layout.at(0)) == [] as int[]

        where:
        k   | seed
        1   | 1
        2   | 2
        7   | 3
        8   | 4
        20  | 5
        256 | 6
    }

    def "an array grows by whole buckets and keeps those that it has"() {
        given: 'room for one bucket, which is full'
        def layout = new BucketLayout(3, 0)
        def words = layout.withRoom([] as int[], 1)
        [5, 6, 7].each { layout.append(words, layout.at(0), it) }

        when: 'there is to be room for four'
        def more = layout.withRoom(words, 4)

        then: 'the first is as it was, the others are empty'
        layout.room(words) == 1
        layout.room(more) == 4
        layout.contacts(more, layout.at(0)) == [5, 6, 7] as int[]
        (1..3).every { layout.size(more, layout.at(it)) == 0 }

        when: 'it is cleared'
        layout.clear(more, layout.at(0))
        then: 'it is empty too'
        layout.size(more, layout.at(0)) == 0
    }
}
