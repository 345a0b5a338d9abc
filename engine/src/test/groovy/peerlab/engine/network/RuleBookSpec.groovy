package peerlab.engine.network

import peerlab.engine.base.PeerId
import spock.lang.Specification

/** Which rules a message meets. */
class RuleBookSpec extends Specification {

    static final List<PeerId> PEERS = (0..19).collect { PeerId.of(it) }
    static final List<String> TYPES = ['Ping', 'Pong', 'Put']

    def 'a message meets the rules that concern it, in order, and no others: #rules rules, seed #seed'() {
        given: 'rules that leave their number, narrowed by chance to senders, receivers, types and moments'
        def random = new Random(seed)
        def met = []
        def book = new RuleBook(4, { TYPES[it] })
        def byStage = (0..3).collect { [] }
        rules.times { number ->
            LinkRule rule = Narrowed.of({ met << number } as LinkRule, some(random), some(random),
                    random.nextBoolean() ? Optional.empty() : Optional.of(TYPES[random.nextInt(3)]),
                    random.nextInt(4) ? Optional.empty() : Optional.of({ it.index() % 2 ==
                            0 } as java.util.function.Predicate))
            int stage = random.nextInt(4)
            byStage[stage] << [number, rule]
            book.add(rule, stage)
        }

        when: 'some of them are taken away'
        byStage.each { stage ->
            stage.toList().findAll { random.nextInt(3) == 0 }.each {
                stage.remove(it)
                book.remove(it[1])
            }
        }

        then: 'each message meets what an honest look at every rule says'
        def active = byStage.collectMany { it }
        200.times {
            def message = new Transmission()
            int type = random.nextInt(3)
            message.begin(PEERS[random.nextInt(20)], PEERS[random.nextInt(20)], null, TYPES[type], 1, 0, 0)
            met.clear()
            book.shape(message, type)
            def found = met.toList()
            met.clear()
            active.each { it[1].shape(message) }
            assert found == met
        }

        where:
        [rules, seed] << [[1, 5, 63, 64, 65, 200], [1, 2, 3]].combinations()
    }

    def 'the first rule that drops ends the matter, among all and among narrowed ones'() {
        given: 'three rules, of which the second drops'
        def met = []
        def book = new RuleBook(1, { TYPES[it] })
        [{ met << 1 }, { met << 2; it.drop('x') }, { met << 3 }].each {
            book.add(Narrowed.of(it as LinkRule, isNarrow ? PeerSet.of(PEERS, 20) : PeerSet.EVERYBODY,
                    PeerSet.EVERYBODY, Optional.empty()), 0)
        }
        def message = new Transmission()
        message.begin(PEERS[0], PEERS[1], null, 'Ping', 1, 0, 0)

        when:
        book.shape(message, 0)

        then:
        met == [1, 2]

        where:
        isNarrow << [false, true]
    }

    def 'whoever cuts peers off is asked only about them: closed #inwards inwards and #outwards outwards'() {
        given: 'p1 and p2, cut off'
        def rule = new IsolationRule(PeerSet.of(PEERS[0..1], 20), inwards, outwards)
        def book = new RuleBook(1, { TYPES[it] })
        book.add(rule, 0)

        expect: 'each link to be cut as the rule says, seen alone'
        [PEERS, PEERS].combinations().each { from, to ->
            def message = new Transmission()
            message.begin(from, to, null, 'Ping', 1, 0, 0)
            book.shape(message, 0)
            def isCut = outwards && from.index() < 2 || inwards && to.index() < 2
            assert message.isDropped() == isCut
        }

        where:
        inwards | outwards
        true    | true
        true    | false
        false   | true
    }

    private static PeerSet some(Random random) {
        random.nextBoolean() ? PeerSet.EVERYBODY : PeerSet.of(PEERS.findAll { random.nextBoolean() }, 20)
    }
}
