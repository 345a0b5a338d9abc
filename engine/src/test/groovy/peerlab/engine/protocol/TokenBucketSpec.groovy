package peerlab.engine.protocol

import spock.lang.Specification

class TokenBucketSpec extends Specification {

    def "what goes through within any time is at most what came in it, and a full bucket"() {
        given: 'a bucket of five, a token a tick, and somebody who always wants three'
        def bucket = new TokenBucket(5)
        def through = (1..100).collect {
            bucket.add(1)
            (1..3).count { bucket.take() }
        }

        expect: 'for every window, and after the first ticks one each'
        (0..<100).every { from -> (from..<100).every { to -> through[from..to].sum() <= to - from + 1 + 5 } }
        through.take(2) == [3, 3]
        through.drop(4).every { it == 1 }
    }

    def "tokens that do not fit are lost"() {
        given: 'a long rest'
        def bucket = new TokenBucket(2)
        bucket.add(1000)

        expect:
        (1..4).collect { bucket.take() } == [true, true, false, false]
    }

    def "a bucket holds a token at least"() {
        when:
        new TokenBucket(0.5)

        then:
        thrown(IllegalArgumentException)
    }
}
