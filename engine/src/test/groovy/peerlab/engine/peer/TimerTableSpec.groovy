package peerlab.engine.peer

import groovy.transform.CompileStatic
import peerlab.engine.protocol.Timer
import spock.lang.Specification

class TimerTableSpec extends Specification {

    /** Timers whose hashes collide as badly as told. */
    @CompileStatic
    static class Odd implements Timer {

        final int number
        final int hash

        Odd(int number, int spread) {
            this.number = number
            this.hash = number % spread
        }

        @Override
        boolean equals(Object other) { other instanceof Odd && ((Odd) other).number == number }

        @Override
        int hashCode() { hash }
    }

    def 'it does what a hash map does, when #timers timers have #hashes hashes (seed #seed)'() {
        given: 'a table and a map that somebody else wrote'
        def table = new TimerTable()
        def oracle = new HashMap<Timer, TimerEvent>()
        def random = new SplittableRandom(seed)

        expect: 'the same answer to each of many operations'
        (1..3_000).every {
            def timer = new Odd(random.nextInt(timers), hashes)
            switch (random.nextInt(100)) {
                case 0..54:
                    def event = new TimerEvent(null, timer, 0)
                    return table.put(event).is(oracle.put(timer, event))
                case 55..98:
                    return table.remove(timer).is(oracle.remove(timer))
                default:
                    table.cancelAll()
                    def all = new ArrayList(oracle.values())
                    oracle.clear()
                    return all.every { it.isCancelled() }
            }
        }
        oracle.every { timer, event -> table.remove(timer).is(event) }

        where:
        [timers, hashes, seed] << [[1, 5, 40, 400], [1, 3, 1_000], 1..3].combinations()
    }

    def 'an unused table has nothing to remove or cancel'() {
        given: 'a table that was never used'
        def table = new TimerTable()
        table.cancelAll()

        expect: 'nothing in it'
        table.remove(new Odd(1, 1)) == null
    }
}
