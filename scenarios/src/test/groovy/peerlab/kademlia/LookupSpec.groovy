package peerlab.kademlia

import peerlab.engine.base.Span
import spock.lang.Specification

class LookupSpec extends Specification {

    def "in a converged network of #peers every lookup finds exactly the k closest (k=#k, alpha=#alpha)"() {
        given: 'converged tables and no loss'
        def network = new SmallNetwork(peers, [k: (long) k, alpha: (long) alpha]).converged()

        when: 'two hundred random keys are looked up'
        200.times { network.ask(it % peers, 'lookup', "random-$it") }
        network.advance(Span.seconds(100))

        then: 'each answer is the truth, found by sorting all distances'
        network.answers.size() == 200
        network.answers.values().every { answer ->
            def findings = answer.findings()
            def others = network.memberList*.id().findAll { it != findings.asker() }.collect {
                network.deployment.contact(it)
            }
            def target = findings.target()
            findings.closest() == others.toSorted { a, b -> target.compareDistances(a, b) }.take(k)
        }
        network.outcomes.values().every { it.isSuccess() }

        where:
        peers | k  | alpha
        1     | 20 | 3
        2     | 20 | 3
        20    | 20 | 3
        64    | 8  | 3
        300   | 20 | 3
        1000  | 8  | 3
        1000  | 20 | 1
        1000  | 4  | 3
    }
}
