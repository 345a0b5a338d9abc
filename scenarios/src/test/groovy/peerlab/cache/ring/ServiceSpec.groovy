package peerlab.cache.ring

import java.nio.file.Path

import peerlab.engine.RunResult
import peerlab.engine.base.Span
import peerlab.engine.observe.MetricReport
import peerlab.kademlia.Trial
import spock.lang.Specification
import spock.lang.TempDir

/** Caches that take time for what they are asked, held against the theory of queues. */
class ServiceSpec extends Specification {

    @TempDir
    Path folder

    static double value(RunResult result, String metric) { Trial.value(result, metric) }

    static MetricReport.Summary of(RunResult result, String metric) {
        result.metrics().values()[metric] as MetricReport.Summary
    }

    /** One cache that needs 10 ms by an exponential law, and a Poisson process of gets. */
    static String queue(String interval, String options = '', String seconds = '1000') {
        """\
        scenario: One server
        peers:
          - { count: 1, run: cache-ring, start: converged, work: exponential(10ms), $options }
          - { count: 1, as: client, run: cache-ring, start: converged, role: client, timeout: 60s }
        network: { latency: 1ms }
        timeline:
          - { at: 1s, put: key-1, from: client }
          - { during: 2s..${seconds}s, get: key-1, from: client, every: exponential($interval) }
        stop: { at: ${seconds}s }
        """
    }

    /**
     * M/M/1: a request stays 1 / (mu - lambda) on average. The mean of n stays has about the variance
     * rho (2 + 5 rho - 4 rho^2 + rho^3) / (mu^2 (1 - rho)^4 n) (Whitt 1989, from Daley 1968): four of its
     * standard errors are allowed.
     */
    def "a cache that is busy #rho of the time keeps requests for 1 / (mu - lambda)"() {
        given:
        def result = new Trial(folder).run(queue("${10 / rho}ms"))
        double n = of(result, 'ring.stay').count()
        double mu = 100
        double variance = rho * (2 + 5 * rho - 4 * rho ** 2 + rho ** 3) / (mu ** 2 * (1 - rho) ** 4 * n)

        expect: '20 and 50 ms'
        Math.abs(of(result, 'ring.stay').mean() - 1 / (mu * (1 - rho))) < 4 * Math.sqrt(variance)
        value(result, 'ring.turnedAway') == 0
        Math.abs(of(result, 'gets.latency').mean() - of(result, 'ring.stay').mean() - 0.002) < 1e-4

        where:
        rho << [0.5d, 0.8d]
    }

    /** Little's law, L = lambda W: L is seen by looking every 7 ms, the rest is measured at requests. */
    def "as many requests are there on average as come in while one stays"() {
        given:
        def simulation = new Trial(folder).simulation(queue('15ms', '', '400'))
        simulation.start()
        simulation.runUntil(Span.seconds(2))
        double sum = 0
        int looks = 0
        while (looks < 56_000) {
            simulation.runFor(Span.millis(7))
            sum += simulation.view().metric('ring.queue')
            looks++
        }
        def view = simulation.view()
        double rate = view.metric('ring.stay.count') / 392

        expect: 'within what comes and goes at the ends, and between two looks'
        Math.abs(sum / looks / (rate * view.metric('ring.stay.mean')) - 1) < 0.01
    }

    /** M/M/1/K: (1 - rho) rho^K / (1 - rho^(K + 1)) of all requests are lost, 1 / (K + 1) at rho = 1. */
    def "a queue with room for #room turns away as many as theory says, at load #rho"() {
        given:
        def result = new Trial(folder).run(queue("${10 / rho}ms", "queue: $room"))
        int k = room + 1
        double expected = rho == 1.0d ? 1 / (k + 1) : (1 - rho) * rho ** k / (1 - rho ** (k + 1))

        expect: 'within 3% of it; the error of a run of 100,000 is a third of that'
        Math.abs(value(result, 'ring.turnedAway') / value(result, 'gets.started') / expected - 1) < 0.03
        Math.abs(value(result, "gets['node'].failed") - value(result, 'ring.turnedAway')) <= 1
        of(result, 'ring.stay').max() < 1

        where:
        rho  | room
        1.0d | 3
        0.8d | 3
        2.0d | 5
    }

    /** Between any two instants no more than the pace allows, and a burst. */
    def "a cache with a pace lets in no more than it says"() {
        given: 'a hundred a second where three hundred come'
        def result = new Trial(folder).run("""\
            scenario: A gate
            peers:
              - { count: 1, run: cache-ring, start: converged, pace: 100, burst: 20 }
              - { count: 1, as: client, run: cache-ring, start: converged, role: client }
            network: { latency: 1ms }
            timeline:
              - { at: 1s, put: key-1, from: client }
              - { during: 10s..20s, get: key-1, from: client, every: 3.333ms }
            stop: { at: 21s }
            """)

        expect:
        value(result, 'gets.succeeded') in (1019.0d..1020.0d)
        value(result, 'ring.turnedAway') == value(result, 'gets.failed')
    }

    static String tail(String options, String reader) {
        """\
        scenario: Tails
        peers:
          - { count: 20, run: cache-ring, start: converged, $options }
          - { count: 1, as: reader, run: cache-ring, start: converged, role: client, $reader }
        network: { latency: 1ms }
        timeline:
          - { at: 500ms, put: 100 keys, from: reader, every: 1ms }
          - { during: 1s..400s, delay: all, type: Found, by: exponential(100ms) }
          - { during: 2s..390s, get: any key, from: reader, every: 10ms }
        stop: { at: 400s }
        """
    }

    /** Where p answers are slow, 1 - (1 - p)^n gets that need n of them are (Dean and Barroso 2013). */
    def "who needs #n answers waits for a slow one more often"() {
        given: 'an answer takes longer than 300 ms by chance'
        def result = new Trial(folder).run(tail("replicas: $n", "readQuorum: $n, timeout: 300ms"))
        double p = Math.exp(-0.298 / 0.1)
        double expected = 1 - (1 - p) ** n
        double gets = value(result, 'gets.count')

        expect: '5%, 23% and 64%'
        Math.abs(value(result, 'gets.failed') / gets - expected) <
                4 * Math.sqrt(expected * (1 - expected) / gets)

        where:
        n << [1, 5, 20]
    }

    /**
     * Two answers race, the second of them asked for h later: the time t that 1% of gets exceed is where
     * exp(-t / m) exp(-(t - h) / m) is 1%. The quantile of n gets has a standard error of
     * sqrt(0.01 * 0.99 / n) / (0.01 * 2 / m); four of them, and 1% for the histogram's buckets.
     */
    def "who asks another replica after a while waits far less for the slowest"() {
        given:
        def alone = new Trial(folder).run(tail('replicas: 2', 'reads: any, timeout: 5s'))
        def hedged = new Trial(folder).run(tail('replicas: 2', 'reads: any, timeout: 5s, hedge: 100ms'))
        double m = 0.1
        double h = 0.1
        double log = Math.log(100)
        double gets = value(hedged, 'gets.count')
        double error = 4 * Math.sqrt(0.01 * 0.99 / gets) / (0.01 * 2 / m)

        expect: '460 ms alone, 280 ms with a hedge'
        Math.abs(of(alone, 'gets.latency').p99() - m * log - 0.002) < 2 * error + 0.01 * m * log
        Math.abs(of(hedged, 'gets.latency').p99() - (m * log + h) / 2 - 0.002) < error + 0.01 * m * log

        and: 'at the price of a second request wherever the first took longer than that'
        double share = Math.exp(-(h - 0.002) / m)
        Math.abs(value(hedged, 'ring.hedges') / gets - share) < 4 * Math.sqrt(share * (1 - share) / gets)
        value(hedged, 'ring.inVain') == value(hedged, 'ring.hedges')
        value(alone, 'ring.hedges') == 0
    }

    def "of two replicas by chance, the one of whom fewer answers are awaited is asked: #reads"() {
        given: 'one of ten caches is ten times slower than the others'
        def result = new Trial(folder).run("""\
            scenario: A slow one
            peers:
              - { count: 9, run: cache-ring, start: converged, replicas: 10, work: 5ms }
              - { count: 1, as: slow, run: cache-ring, start: converged, replicas: 10, work: 50ms }
              - { count: 1, as: client, run: cache-ring, start: converged, role: client, timeout: 60s,
                  reads: $reads }
            network: { latency: 1ms }
            timeline:
              - { at: 500ms, put: 20 keys, from: client, every: 100ms }
              - { during: 10s..60s, get: any key, from: client, every: exponential(2ms) }
            stop: { at: 200s }
            """)

        expect: 'by chance alone a tenth of the gets pile up there; who looks sends it what it can do'
        (of(result, 'gets.latency').p95() < 0.2) == isFast
        value(result, 'gets.failed') == 0

        where:
        reads         | isFast
        'any'         | false
        'two-choices' | true
    }

    def "what a cache was working on is gone when it crashes"() {
        given: 'ten gets wait, and it crashes'
        def result = new Trial(folder).run("""\
            scenario: A crash
            peers:
              - { count: 1, run: cache-ring, start: converged, work: 1s }
              - { count: 1, as: client, run: cache-ring, start: converged, role: client, timeout: 60s }
            network: { latency: 1ms }
            timeline:
              - { at: 1s, put: key-1, from: client }
              - { during: 3s..4s, get: key-1, from: client, every: 100ms }
              - { at: 5500ms, crash: p1 }
              - { at: 7s, restart: p1 }
              - { at: 8s, get: key-1, from: client }
            stop: { at: 100s }
            """)

        expect: 'two were done; the last finds an empty cache'
        value(result, 'gets.succeeded') == 2
        value(result, "gets['node'].failed") == 8
        value(result, "gets['miss'].failed") == 1
    }
}
