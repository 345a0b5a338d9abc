package peerlab.cache.placement

import com.google.common.hash.Hashing
import peerlab.engine.base.RandomSource
import spock.lang.Specification

/** Jump consistent hash, held against Guava's. */
class JumpSpec extends Specification {

    def "the bucket is that of Guava's consistentHash, for #buckets buckets"() {
        given: 'numbers of all kinds'
        def random = new RandomSource(buckets)

        expect: 'the same'
        20_000.times {
            long number = it % 4 == 0 ? it : random.nextLong()
            assert Jump.bucket(number, buckets) == Hashing.consistentHash(number, buckets)
        }

        where:
        buckets << [1, 2, 3, 7, 10, 64, 1000, 65_537, 10_000_000, Integer.MAX_VALUE]
    }

    def "extremes are no different"() {
        expect: 'the same'
        [0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE].each { number ->
            [1, 2, 100].each { assert Jump.bucket(number, it) == Hashing.consistentHash(number, it) }
        }
    }

    def "a peer that is added at the end takes keys from all, and none move between the others"() {
        given: 'ten peers and eleven'
        def names = (1..11).collect { "p$it".toString() }
        def entry = Placements.named('jump').orElseThrow()
        def ten = entry.over(names.take(10), [:], 0)
        def eleven = entry.over(names, [:], 0)

        expect: 'each key stays, or goes to the new peer'
        5000.times {
            def owner = eleven.of("key-$it".toString())
            assert owner == 'p11' || owner == ten.of("key-$it".toString())
        }
    }
}
