package peerlab.cli.bench

import peerlab.cache.policy.Policies
import spock.lang.Specification

class PolicyBenchmarkSpec extends Specification {

    def "each online policy has a figure, with the misses that it had"() {
        given: 'few requests, so that it is soon over'
        def told = []
        def figures = new PolicyBenchmark(5000).measure { told << it }

        expect: 'all but those that know the future'
        figures*.name() == Policies.all().findAll { !it.knowsFuture() }*.name().collect { 'policies.' + it }
        figures.every { it.value() > 0 && it.unit() == 'requests/s' }
        figures.every { it.remark() ==~ /best of 10, \d+\.\d% misses/ }
        told == figures.collect { it.name() - 'policies.' }
        new PolicyBenchmark().name() == 'policies'
        new PolicyBenchmark().summary().contains('1000 entries')
    }
}
