package peerlab.engine.observe

import peerlab.engine.base.Unit
import spock.lang.Specification

class RateSpec extends Specification {

    def "a rate whose window ran empty changes no more by the passing of time"() {
        given: 'one success in a window of 5 ns'
        def succeeded = new SlidingLog(5)
        def all = new SlidingLog(5)
        def rate = new Readings.Rate(
                new Readings.Growth(succeeded, Unit.NUMBER), new Readings.Growth(all, Unit.NUMBER),
                        Unit.RATIO)
        succeeded.add(10, 1)
        all.add(10, 1)

        expect: 'that it is gone at 15 ns, and that nothing is left to go'
        rate.at(12) == 1
        rate.nextExpiry(12) == 15
        Double.isNaN(rate.at(15))
        rate.nextExpiry(15) == Long.MAX_VALUE
    }
}
