package peerlab.kademlia

import java.nio.file.Path

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.SimTime
import peerlab.engine.observe.RunEvent
import spock.lang.Specification
import spock.lang.TempDir

/** Messages whose bytes change on the way, and peers who take them for what was sent. */
class GarblingSpec extends Specification {

    @TempDir
    Path folder

    def 'an answer names somebody else in the place of one of its contacts'() {
        given:
        def all = contacts(20)
        def answer = new Nodes(7, all[1], all[2], all[3])

        when: 'it is changed in many ways'
        def others = directory(all)
        def changed = (1..200).collect { new Garbling(160, others, new RandomSource(it)).ofContacts(answer) }
                .findAll { it.present }*.get()

        then: 'one contact differs, and is one that there is'
        changed.size() > 150
        changed.every { other ->
            other.call() == 7 && (0..2).count { other.contacts()[it].is(answer.contacts()[it]) } == 2
                    && other.contacts().every { it in all }
        }

        and: 'where there is nobody to name, nothing comes of it'
        new Garbling(160, directory(all), new RandomSource(1)).ofContacts(new Nodes(7)).empty
    }

    def 'keys stay as long as ids are'() {
        given:
        def key = new Key(0x1234L << 48, 0, 0)
        def longer = new Key(0x1234L << 48, 0, 1)
        def garbling = new Garbling(16, directory(contacts(3)), new RandomSource(1))

        expect: 'a bit among the first that differs, where one behind them would have'
        [[new FindNode(1, longer), new FindNode(1, key)], [new FindValue(1, longer), new FindValue(1, key)],
         [new Store(1, longer, item(), false), new Store(1, key, item(), false)]].every { changed, original ->
            def result = garbling.wellFormed(changed, original)
            def its = result instanceof FindNode ? result.target() : result.key()
            its.first(16) == its && its != key
        }

        and: 'all else as it was changed'
        garbling.wellFormed(new FindNode(5, key), new FindNode(1, key)) == new FindNode(5, key)
        garbling.wellFormed(new Pong(5), new Pong(1)) == new Pong(5)

        and: 'an answer that only counts as the answer to something else'
        def answer = new Nodes(1, contacts(3))
        def parts = (Garbling.Parts) Garbling.changeable(answer)
        parts.contacts() == answer.contacts()
        garbling.wellFormed(new Garbling.Parts(9, parts.contacts()), answer) == new Nodes(9, contacts(3))
    }

    def 'peers live with #percent % of all messages being others than were sent (seed #seed)'() {
        given: 'ids of 24 bits, all kinds of messages'
        int corrupted = 0
        def result = new Trial(folder).run("""\
            scenario: garbled
            seed: $seed
            peers: { count: 40, run: kademlia, bits: 24, k: 4, start: converged }
            network: { latency: 20ms..60ms, corrupt: { share: ${percent}%, delivered: true } }
            timeline:
              - { at: 0s, put: 30 keys }
              - { during: 1s..20s, get: any key, every: 50ms }
              - { during: 1s..20s, lookup: random keys, every: 100ms }
              - { at: 10s, crash: any 5 }
              - { at: 15s, restart: down }
            stop: { at: 30s }
            """, [RunEvent.Kind.DELIVERED]) { event, view -> }

        expect: 'a run without failures'
        result.failure().empty
        Trial.value(result, 'messages.corrupted') > 0

        where:
        [percent, seed] << [[5, 50], 1..4].combinations()
    }

    private static Contact[] contacts(int count) {
        (0..<count).collect { new Contact(PeerId.of(it), new Key(it, it, it)) } as Contact[]
    }

    private static Directory directory(Contact[] contacts) {
        new Directory(contacts.length).tap { directory -> contacts.each { directory.number(it) } }
    }

    private static Item item() {
        new Item('v', PeerId.of(0), SimTime.ZERO)
    }
}
