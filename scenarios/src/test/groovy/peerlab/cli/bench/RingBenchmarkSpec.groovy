package peerlab.cli.bench

import spock.lang.Specification

class RingBenchmarkSpec extends Specification {

    def "every request of the trace is answered, and told as figures"() {
        given: 'few requests, so that it is soon over'
        def told = []
        def figures = new RingBenchmark(2000, 2).measure { told << it }

        expect:
        figures*.name() == ['ring.run', 'ring.requests', 'ring.messages', 'ring.misses']
        figures[1].remark() == 'answered: 2000'
        figures[3].value() > 20 && figures[3].value() < 100
        told == ['round 1 of 2', 'round 2 of 2']
        new RingBenchmark().name() == 'ring'
        new RingBenchmark().summary() == '1000000 requests of a trace, asked of a cache ring of 8 peers'
    }
}
