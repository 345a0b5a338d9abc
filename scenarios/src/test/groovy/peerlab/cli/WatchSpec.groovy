package peerlab.cli

import java.util.concurrent.CountDownLatch
import java.util.concurrent.Future
import java.util.concurrent.atomic.AtomicLong

import spock.lang.Specification
import spock.lang.Timeout

@Timeout(60)
class WatchSpec extends Specification {

    static final long SECOND = 1_000_000_000L

    def "work that ends gives its value"() {
        expect:
        new Watch(new WallPulse())
                .over({ 42 }, { 0L }, { 10 * SECOND }, { state, nanos -> }) == new Watch.Done(42)
    }

    def "what the work throws is thrown as it is"() {
        when:
        new Watch(new WallPulse())
                .over({ throw new IOException('no disk') }, { 0L }, { 10 * SECOND }, { state, nanos -> })

        then:
        def thrown = thrown(IOException)
        thrown.message == 'no disk'
    }

    def "work that stands still while there is patience is left behind, and where it stood is told"() {
        given: "work that never ends by itself, and a clock of one second a beat"
        def begun = new CountDownLatch(1)
        def ended = new CountDownLatch(1)
        def pulse = new Beats(begun: begun)

        when:
        def outcome = new Watch(pulse)
                .over({ neverEnds(begun, ended) }, { 7L }, { 10 * SECOND }, { state, nanos -> })

        then: "it was given up at the tenth beat"
        outcome instanceof Watch.Stuck
        pulse.beats == 10
        outcome.frames().any { it.methodName == 'neverEnds' }

        when: "it is asked to end"
        outcome.leave()

        then: "it hears"
        ended.await()
    }

    def "work that gets on is waited for, however long it takes"() {
        given: "a hundred beats of a second, at each of which the work has made a step"
        def begun = new CountDownLatch(1)
        def ended = new CountDownLatch(1)
        def steps = new AtomicLong()
        def pulse = new Beats(begun: begun, last: 100)
        def beats = []

        when:
        def outcome = new Watch(pulse)
                .over({ neverEnds(begun, ended) }, { pulse.beats < 90 ? steps.incrementAndGet() : 90L },
                        { 10 * SECOND }, { state, nanos -> beats << nanos })

        then: "patience begins with the last step, at beat 89"
        outcome instanceof Watch.Stuck
        pulse.beats == 99
        outcome.state() == 90L
        beats.take(3) == [SECOND, 2 * SECOND, 3 * SECOND]

        cleanup:
        outcome.leave()
    }

    /** Waits until it is interrupted: a handler that never returns, and yet leaves the machine alone. */
    private static int neverEnds(CountDownLatch begun, CountDownLatch ended) {
        begun.countDown()
        try {
            new CountDownLatch(1).await()
        } catch (InterruptedException e) {
            ended.countDown()
        }
        return 0
    }

    /** A clock that a test turns: a second passes at each beat, once the work has begun. */
    static class Beats implements Pulse {
        CountDownLatch begun
        int last = 1000
        int beats

        @Override
        long nanos() {
            return beats * SECOND
        }

        @Override
        boolean isOverAfterBeat(Future<?> work) {
            begun.await()
            beats++
            if (beats > last) {
                throw new IllegalStateException("nobody lost patience")
            }
            return false
        }
    }
}
