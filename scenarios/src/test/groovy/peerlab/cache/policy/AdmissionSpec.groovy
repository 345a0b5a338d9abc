package peerlab.cache.policy

import peerlab.cache.Cache
import peerlab.cache.Capacity
import peerlab.cache.ReferenceTraces
import peerlab.cache.Requests
import peerlab.engine.base.Bytes
import spock.lang.Specification

/** Who may come into a cache at all. */
class AdmissionSpec extends Specification {

    def "second hit: a key comes in when it is asked for again, and not before"() {
        given: 'lru behind it'
        def cache = cache(Admission.SECOND_HIT, 'lru', 2)

        expect: 'two misses, then hits; what is asked for once displaces nobody'
        Requests.hits(cache, 'aaa') == '001'
        Requests.hits(cache, 'bcdea') == '00001'
        Requests.resident(cache) == 'a'
        cache.counts().refused() == 5
    }

    def "second hit: what was asked for too long ago counts as never"() {
        given: 'room for two, so that two keys are remembered'
        def cache = cache(Admission.SECOND_HIT, 'lru', 2)

        expect: 'a is forgotten by the time it comes back'
        Requests.hits(cache, 'abca') == '0000'
        Requests.resident(cache) == ''
    }

    def "tinylfu: a newcomer comes in if it was asked for more often than the victim"() {
        given: 'a full cache of keys in frequent use'
        def cache = cache(Admission.TINYLFU, 'lru', 2)
        Requests.hits(cache, 'aaabbb')

        expect: 'c has to be asked for four times'
        Requests.hits(cache, 'ccc') == '000'
        Requests.resident(cache) == 'ab'
        Requests.hits(cache, 'cc') == '01'
        Requests.resident(cache) == 'bc'
    }

    def "tinylfu: an entry that grows makes room for itself, whatever the sketch says"() {
        given: 'two entries that fill the cache'
        def cache = new Cache(Capacity.bytes(new Bytes(100)),
                Admission.TINYLFU.before(Requests.policy('lru')))
        3.times { cache.request(1, 50, 0) }
        cache.request(2, 50, 0)

        expect: 'the other, more popular one goes'
        cache.put(2, 60, 0)
        cache.entryOf(1) < 0
        cache.bytes() == 60
    }

    def "both cost lru no hits but spare it most insertions, where scans come by"() {
        expect: 'fewer misses than without'
        misses(Admission.SECOND_HIT) < misses(Admission.ALL)
        misses(Admission.TINYLFU) < misses(Admission.ALL)
    }

    def "admission goes with each policy, and the cache keeps to its capacity: #policy"() {
        expect: 'on requests of all sizes, with puts among them'
        [Admission.SECOND_HIT, Admission.TINYLFU].each { admission ->
            def cache = new Cache(Capacity.bytes(new Bytes(20_000)),
                    admission.before(Requests.policy(policy)))
            def trace = ReferenceTraces.open('bursts')
            3000.times {
                trace.next()
                if (it % 20 == 0) {
                    cache.put(trace.key(), trace.size() + it % 7, 0)
                } else {
                    cache.request(trace.key(), trace.size(), 0)
                }
                assert cache.bytes() <= 20_000
            }
            assert cache.counts().hits() > 0
        }

        where:
        policy << ['fifo', 'lru', 'lfu', 'clock', 'slru', '2q', 'lirs', 'sieve', 's3-fifo', 'gdsf',
                'w-tinylfu']
    }

    def "each has a name, and says what it lets in"() {
        expect: 'three'
        Admission.names() == ['all', 'second-hit', 'tinylfu']
        Admission.named('second-hit').get() == Admission.SECOND_HIT
        Admission.named('none').empty
        Admission.values().every { it.summary().length() > 10 }
    }

    private static Cache cache(Admission admission, String policy, long entries) {
        new Cache(Capacity.entries(entries), admission.before(Requests.policy(policy)))
    }

    private static long misses(Admission admission) {
        def cache = cache(admission, 'lru', 200)
        Requests.hits(cache, ReferenceTraces.open('scans'))
        cache.counts().misses()
    }
}
