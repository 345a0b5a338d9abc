package peerlab.cache.policy

import peerlab.cache.Cache
import peerlab.cache.Capacity
import peerlab.cache.Requests
import peerlab.engine.base.Bytes
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Ratio
import spock.lang.Specification

/** What each policy does, in strings short enough to follow by hand. */
class PoliciesSpec extends Specification {

    def "fifo: a hit saves nobody"() {
        expect: 'a came in first, and goes first'
        after('fifo', 3, 'abcaad') == 'bcd'
    }

    def "lru: what was asked for longest ago goes"() {
        expect: 'a was asked for again, b was not'
        after('lru', 3, 'abcad') == 'acd'
    }

    def "lfu: what was asked for least often goes, of several the one that was not asked for the longest"() {
        expect: 'b and c have one use each, and b was used before c'
        after('lfu', 3, 'aabcd') == 'acd'

        and: 'b was used later than c, though it came in before'
        after('lfu', 3, 'aabbccbcbd') == 'bcd'
    }

    def "lfu: counts are forgotten on eviction"() {
        given: 'a, asked for three times, gone because b and c were asked for more often'
        def cache = Requests.entries('lfu', 2)

        when: 'it comes back'
        Requests.hits(cache, 'aaabbbbccccca')

        then: 'it has one use again, so that it is the next to go'
        Requests.hits(cache, 'd') == '0'
        !Requests.resident(cache).contains('a')
    }

    def "clock: what was asked for goes round once more"() {
        expect: 'the hand passes a and takes b'
        after('clock', 3, 'abcad') == 'acd'

        and: 'with all of them marked it comes round to the first'
        after('clock', 3, 'abcabcd') == 'bcd'
    }

    def "clock with more bits: as often as it was asked for"() {
        expect: 'with one bit a lasts one round, with two it lasts longer'
        after('clock', 3, 'abcaaabcdef', [bits: 1L]) == 'def'
        after('clock', 3, 'abcaaabcdef', [bits: 2L]).contains('a')
    }

    def "slru: a cold cache fills its segments one after another, and a hit lifts an entry"() {
        given: 'four segments of one entry'
        def cache = Requests.entries('slru', 4)

        when: 'four come in, and the lowest is asked for again: it changes places with the one above'
        Requests.hits(cache, 'abcda')

        then: 'b has sunk to the lowest segment, and goes'
        Requests.hits(cache, 'e') == '0'
        Requests.resident(cache) == 'acde'
    }

    def "2q: what comes back after it left the queue is kept from a scan, what did not is not"() {
        given: 'a queue of two, of eight entries'
        def cache = Requests.entries('2q', 8)

        when: 'a leaves the queue, is remembered and asked for again, and then a scan comes by'
        Requests.hits(cache, 'abcdefghijk')
        def back = Requests.hits(cache, 'a')
        Requests.hits(cache, 'lmnopqrst')

        then: 'a is still there, though ten others were asked for since'
        back == '0'
        Requests.hits(cache, 'a') == '1'
    }

    def "arc: a scan takes nothing from what was asked for twice"() {
        given: 'four entries asked for twice, in a cache of eight'
        def cache = Requests.entries('arc', 8)
        Requests.hits(cache, 'abcdabcd')

        when: 'a scan comes by'
        Requests.hits(cache, 'ijklmnopqrstuvwxyz')

        then: 'they are there still'
        Requests.hits(cache, 'abcd') == '1111'
    }

    def "lirs: a loop one larger than the cache, of which lru keeps nothing, is mostly kept"() {
        given: 'eleven keys in turn'
        def loop = 'abcdefghijk' * 20

        expect: 'ten of them stay, but for the one that passes through the queue'
        Requests.hits(Requests.entries('lru', 10), loop).count('1') == 0
        Requests.hits(Requests.entries('lirs', 10), loop).count('1') >= 9 * 19
    }

    def "sieve: the hand stays, and what has survived it is not looked at again before newcomers are"() {
        given: 'a and b are marked, and c goes for e'
        def cache = Requests.entries('sieve', 4)
        Requests.hits(cache, 'abcdabe')

        expect: 'the hand is past a and b'
        Requests.resident(cache) == 'abde'

        when: 'f and g come in'
        Requests.hits(cache, 'fg')

        then: 'd and e went before a and b, whose marks are gone as well'
        Requests.resident(cache) == 'abfg'
    }

    def "s3-fifo: what is asked for once passes through the small queue, a ghost comes back into main"() {
        given: 'a small queue of two, of twenty'
        def cache = Requests.entries('s3-fifo', 20)

        when: 'more than fits, each once; then one of those that left'
        Requests.hits(cache, 'abcdefghijklmnopqrstuvw')
        def back = Requests.hits(cache, 'a')
        Requests.hits(cache, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')

        then: 'it is in the main queue, where none of the others got'
        back == '0'
        Requests.resident(cache, 'abcdefghijklmnopqrstuvw') == 'a'
    }

    def "s3-fifo: at a capacity of one each queue holds one"() {
        expect: 'a hit, where the shares alone would leave no room'
        Requests.hits(Requests.entries('s3-fifo', 1), 'aab') == '010'
    }

    def "w-tinylfu: what is asked for once does not displace what is asked for often"() {
        given: 'a full cache of keys in frequent use'
        def cache = Requests.entries('w-tinylfu', 4)
        Requests.hits(cache, 'abcd' * 6)

        when: 'a scan comes by'
        Requests.hits(cache, 'efghijklmnopqrstuvwxyz')

        then: 'all that it got was the window'
        Requests.resident(cache).replaceAll(/[^a-d]/, '').length() == 3
    }

    def "gdsf: a large entry goes before several small ones that are asked for as often"() {
        given: 'room for a hundred bytes'
        def cache = Requests.bytes('gdsf', 100)
        cache.request(1, 60, 0)
        cache.request(2, 10, 0)
        cache.request(3, 10, 0)

        when: 'thirty more are needed'
        cache.request(4, 30, 0)

        then: 'the large one made room'
        cache.entryOf(1) < 0
        cache.entryOf(2) >= 0
        cache.entryOf(3) >= 0
    }

    def "gdsf: what was popular once goes in the end"() {
        given: 'an entry with twenty uses'
        def cache = Requests.entries('gdsf', 2)
        Requests.hits(cache, 'a' * 20)

        when: 'others come by that are asked for twice each'
        Requests.hits(cache, ('b'..'z').collect { it * 2 }.join(''))

        then: 'it is gone, which lfu would never have allowed'
        Requests.resident(cache, 'a') == ''
        Requests.resident(Requests.entries('lfu', 2).tap {
            Requests.hits(it, 'a' * 20 + ('b'..'z').collect { it * 2 }.join(''))
        }, 'a') == 'a'
    }

    def "opt: what is asked for last goes; the bypassing variant rather leaves the newcomer out"() {
        given: 'c is asked for once'
        def string = 'abcabab'

        expect: 'opt takes it in all the same, and so misses b once more'
        Requests.hits(Requests.entries('opt', 2, Requests.future(string)), string).count('0') == 4
        Requests.hits(Requests.entries('opt-bypass', 2, Requests.future(string)), string).count('0') == 3
    }

    def "#name says what it is, where it is from, and what can be set"() {
        given: 'its entry in the catalogue'
        def entry = Policies.named(name).orElseThrow()

        expect: 'words, and as many parameters as it takes'
        entry.summary().length() > 10
        !entry.source().empty
        entry.parameters()*.name() == parameters

        where:
        name        | parameters
        'fifo'      | []
        'clock'     | ['bits']
        'slru'      | ['segments']
        '2q'        | ['queue', 'ghosts']
        's3-fifo'   | ['small', 'ghosts', 'promotion']
        'lirs'      | ['queue']
        'w-tinylfu' | ['window', 'kept']
        'opt'       | []
    }

    def "parameters change what a policy does"() {
        expect: 'other misses than with the defaults'
        misses(name, given) != misses(name, [:])

        where:
        name        | given
        'slru'      | [segments: 2L]
        '2q'        | [queue: Ratio.percent(50)]
        's3-fifo'   | [promotion: 1L]
        'lirs'      | [queue: Ratio.percent(20)]
        'w-tinylfu' | [window: Ratio.percent(30)]
    }

    def "shares may be nothing or all, and the cache works"() {
        expect: 'whatever it misses, it keeps to its capacity'
        [0, 100].each { percent ->
            def entry = Policies.named(name).orElseThrow()
            def cache = new Cache(Capacity.bytes(new Bytes(500)),
                    entry.make([(share): Ratio.percent(percent)], new RandomSource(1)))
            def random = new RandomSource(3)
            2000.times { cache.request(random.nextInt(60), 1 + random.nextInt(40), 0) }
            assert cache.bytes() <= 500
        }

        where:
        name        | share
        '2q'        | 'queue'
        '2q'        | 'ghosts'
        's3-fifo'   | 'small'
        's3-fifo'   | 'ghosts'
        'lirs'      | 'queue'
        'w-tinylfu' | 'window'
        'w-tinylfu' | 'kept'
    }

    def "a policy that knows the future cannot be had without one"() {
        when: 'it is asked for as if it were online'
        Policies.named('opt').orElseThrow().make([:], new RandomSource(1))

        then: 'it says so'
        thrown(IllegalArgumentException)
    }

    private static String after(String name, long entries, String letters, Map<String, Object> given = [:]) {
        def policy = Policies.named(name).orElseThrow().make(given, new RandomSource(1))
        def cache = new Cache(Capacity.entries(entries), policy)
        Requests.hits(cache, letters)
        Requests.resident(cache)
    }

    private static long misses(String name, Map<String, Object> given) {
        def policy = Policies.named(name).orElseThrow().make(given, new RandomSource(1))
        def cache = new Cache(Capacity.entries(100), policy)
        Requests.hits(cache, peerlab.cache.ReferenceTraces.open('bursts'))
        cache.counts().misses()
    }
}
