package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.protocol.Hooks
import spock.lang.Specification

class ProximitySpec extends Specification {

    /** The definition, over numbers of any size. */
    static final Proximity BY_BIG_NUMBERS = { Key target, int count, List<Key> known ->
        known.toSorted { a, b -> number(a).xor(number(target)) <=> number(b).xor(number(target)) }.take(count)
    } as Proximity

    def "a lookup finds exactly the k closest with somebody else's word for what is close"() {
        given: 'a network whose hook is taken'
        def network = new SmallNetwork(100, [k: 4L], 3, hook(BY_BIG_NUMBERS)).converged()

        when: 'keys are looked up'
        50.times { network.ask(it, 'lookup', "random-$it") }
        network.advance(Span.seconds(100))

        then: 'the answers are the truth'
        network.answers.size() == 50
        network.answers.values().every { answer ->
            def found = answer.findings()
            found.closest()*.key() == BY_BIG_NUMBERS.closest(found.target(), 4,
                    network.memberList*.id().findAll { it != found.asker() }
                            .collect { network.deployment.contact(it).key() })
        }
    }

    def "it changes nothing but who is named, and leaves out whom the table is told to"() {
        given: 'a table of five contacts'
        def contacts = (1..5).collect { contact(it) }
        def table = table(BY_BIG_NUMBERS, contacts)

        expect: 'all but one of them, in the order of their distance'
        table.closest(new Key(0, 0, 0), 3, contacts[0])*.key()*.low() == [2, 3, 4]
        table.size() == 5
        table.contacts() == contacts
        table.largest() == 5
        table.ranges() == 1
        !table.failed(contacts[0])
    }

    def "an answer that cannot be is refused with the reason: #reason"() {
        when: 'the table asks'
        table(answer as Proximity, (1..5).collect { contact(it) }).closest(new Key(0, 0, 0), 2, null)

        then: 'the hook is told what it did'
        def refusal = thrown(RuntimeException)
        refusal.message?.contains(reason) || refusal.class.simpleName == reason

        where: 'the list that it is given cannot be changed either'
        reason                          | answer
        'answered null'                 | { target, count, known -> null }
        'asked for 2 ids and answered 5' | { target, count, known -> known }
        'answered 0000000000000000000000000000000000000001 twice' | { target, count, known -> [known[0], known[0]] }
        'not among the ids'             | { target, count, known -> [target] }
        'UnsupportedOperationException' | { target, count, known -> known.remove(0); known }
    }

    private static Hooks hook(Proximity proximity) {
        { String name, String group -> name ==
                'closest' ? Optional.of({ proximity } as java.util.function.Supplier) : Optional.empty() }
    }

    private static RoutingTable table(Proximity proximity, List<Contact> contacts) {
        def table = new ChosenByProximity(new KBuckets(), proximity)
        table.begin(contact(0), 8, Span.ZERO)
        contacts.each { assert table.seen(it, SimTime.ZERO) == null }
        table
    }

    private static Contact contact(int number) {
        new Contact(PeerId.of(number), new Key(0, 0, number))
    }

    private static BigInteger number(Key key) {
        new BigInteger(key.toString(), 16)
    }
}
