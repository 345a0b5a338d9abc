package peerlab.engine.protocol

import peerlab.engine.base.PeerId
import peerlab.engine.base.Span
import peerlab.engine.protocol.workbench.Effect.Send
import peerlab.engine.protocol.workbench.Effect.StartTimer
import peerlab.engine.protocol.workbench.Host
import spock.lang.Specification

class CallsSpec extends Specification {

    static record Question(int call, String text) implements Message { }

    static final PeerId A = PeerId.of(0)
    static final PeerId B = PeerId.of(1)
    static final PeerId C = PeerId.of(2)
    static final Span SECOND = Span.seconds(1)

    def silent = []
    Calls<String> calls
    def host = new Host(A, new Protocol() {
        void onMessage(PeerId from, Message message, Context peer) { }

        void onTimer(Timer timer, Context peer) {
            calls.onTimer(timer, peer) { PeerId to, String purpose -> silent << [to, purpose] }
        }

        void onRequest(Request request, Context peer) {
            calls.ask(B, new Question(calls.next(), request.key()), request.key(), peer)
        }
    })

    def "a request is sent and one alarm is set for all of them"() {
        given: 'a table of calls without repeats'
        calls = new Calls<>(SECOND, 0)

        expect: 'the first request sets the alarm, the second finds it set'
        host.isAsked('ask', 'one', null) == [new Send(B, new Question(1, 'one')),
                                             new StartTimer(new Calls.Overdue(), SECOND)]
        host.isAsked('ask', 'two', null) == [new Send(B, new Question(2, 'two'))]
        calls.open() == 2
    }

    def "an answer finds what its question was for, once"() {
        given: 'an open request'
        calls = new Calls<>(SECOND, 0)
        host.isAsked('ask', 'one', null)

        expect: 'only the peer that was asked can answer it, and only one time'
        calls.answered(1, C) == null
        calls.answered(2, B) == null
        calls.answered(0, B) == null
        calls.answered(1, B) == 'one'
        calls.answered(1, B) == null
        calls.open() == 0
    }

    def "what a request is for can be seen before its answer, and closes nothing"() {
        given: 'the second of two requests open'
        calls = new Calls<>(SECOND, 0)
        host.isAsked('ask', 'one', null)
        host.isAsked('ask', 'two', null)
        calls.answered(1, B)

        expect: 'its purpose, as often as one looks; nothing for those that are not open'
        calls.purpose(2) == 'two'
        calls.purpose(2) == 'two'
        calls.purpose(1) == null
        calls.purpose(3) == null
        calls.open() == 1
    }

    def "silence is noticed when the time-out has passed, not earlier"() {
        given: 'two requests, 400 ms apart'
        calls = new Calls<>(SECOND, 0)
        host.isAsked('ask', 'one', null)
        host.advance(Span.millis(400))
        host.isAsked('ask', 'two', null)

        when: 'the first deadline is a nanosecond away'
        host.advance(Span.nanos(599_999_999))
        then: 'nobody is given up'
        silent == []

        when: 'it passes'
        host.advance(Span.nanos(1))
        then: 'the first is given up and the alarm goes to the second'
        silent == [[B, 'one']]
        host.effects == [new StartTimer(new Calls.Overdue(), Span.millis(400))]

        when: 'the second deadline passes too'
        host.advance(Span.millis(400))
        then: 'nothing is left'
        silent == [[B, 'one'], [B, 'two']]
        host.timers.isEmpty()
        calls.answered(2, B) == null
    }

    def "an answered request leaves the alarm to ring for nothing"() {
        given: 'a request that was answered'
        calls = new Calls<>(SECOND, 0)
        host.isAsked('ask', 'one', null)
        calls.answered(1, B)

        expect: 'no silence, and no alarm afterwards'
        host.advance(SECOND) == []
        silent == []
        host.timers.isEmpty()
    }

    def "an unanswered request is repeated as often as allowed, word for word"() {
        given: 'two repeats'
        calls = new Calls<>(SECOND, 2)
        host.isAsked('ask', 'one', null)

        expect: 'the same number again, and silence after the third'
        host.advance(SECOND) == [new Send(B, new Question(1, 'one')),
                new StartTimer(new Calls.Overdue(), SECOND)]
        host.advance(SECOND) == [new Send(B, new Question(1, 'one')),
                new StartTimer(new Calls.Overdue(), SECOND)]
        silent == []
        host.advance(SECOND) == []
        silent == [[B, 'one']]
    }

    def "before each repeat there is a pause, up to twice as long as the last"() {
        given: 'three repeats, and at most 100, 200 and 400 ms before them'
        calls = new Calls<>(SECOND, new Repeats(3, Span.millis(100), OptionalDouble.empty()))
        def asked = host.isAsked('ask', 'one', null)
        def sent = []
        def time = 0

        when: 'nobody answers'
        20_000.times {
            host.advance(Span.millis(1)).each { effect ->
                if (effect instanceof Send) {
                    sent << it
                }
            }
        }

        then: 'four times the same question, and silence'
        asked.size() == 2
        sent.size() == 3
        silent == [[B, 'one']]

        and: 'each after the time-out and a part of its pause'
        (0..2).every { i -> (sent[i] - (i == 0 ? 0 : sent[i - 1])) in (1000..1001 + (100 << i)) }
        sent != [1000, 2000, 3000]
    }

    def "a budget allows a share of repeats, beside those that were saved up"() {
        given: 'a repeat for every tenth request'
        calls = new Calls<>(SECOND, new Repeats(1, Span.ZERO, OptionalDouble.of(0.1d)))

        when: 'two hundred requests, one after another, stay without an answer'
        def repeats = 0
        200.times {
            host.isAsked('ask', "q$it".toString(), null)
            2.times { repeats += host.advance(Span.seconds(1)).count { it instanceof Send } }
        }

        then: 'ten of the full bucket and one for each further ten'
        repeats in (29..30)
        silent.size() == 200
    }

    def "whoever refuses a request is not waited for"() {
        given: 'one repeat, and nobody who answers'
        calls = new Calls<>(SECOND, retries)
        host.isAsked('ask', 'one', null)

        when: 'somebody else refuses, then who was asked does, twice'
        def silence = { PeerId to, String purpose -> silent << [to, purpose] } as Calls.Silence
        calls.refused(1, C, host, silence)
        calls.refused(7, B, host, silence)
        def before = silent.size()
        (retries + 1).times { calls.refused(1, B, host, silence) }

        then:
        before == 0
        silent == [[B, 'one']]
        calls.open() == 0

        where:
        retries << [0, 1]
    }

    def "a late answer to a repeated request counts"() {
        given: 'a request that was repeated once'
        calls = new Calls<>(SECOND, 1)
        host.isAsked('ask', 'one', null)
        host.advance(Span.millis(1500))

        expect: 'its answer still finds it'
        calls.answered(1, B) == 'one'
        host.advance(Span.seconds(5)) == []
        silent == []
    }

    def "#count requests can be open, answered in any order, seed #seed (repeats: #retries)"() {
        given: 'many open requests'
        calls = new Calls<>(SECOND, retries)
        def random = new peerlab.engine.base.RandomSource(seed)
        def open = [:]
        def answered = 0

        when: 'requests and answers come in a random order'
        while (answered < count) {
            if (open.isEmpty() || random.nextInt(5) < 3) {
                open[calls.next()] = "q${calls.next()}".toString()
                host.isAsked('ask', open[calls.next()], null)
            } else {
                def number = open.keySet()[random.nextInt(open.size())]
                assert calls.answered(number, B) == open.remove(number)
                answered++
            }
        }
        then: 'each answer found its own question'
        calls.open() == open.size()

        when: 'the rest stays unanswered'
        host.advance(Span.seconds(5))
        then: 'it is given up in the order of asking'
        silent*.get(1) == open.values() as List

        where:
        count | seed | retries
        50    | 1    | 0
        500   | 2    | 0
        500   | 3    | 1
    }

    def "a time-out callback may ask again"() {
        given: 'a protocol that asks somebody else when one is silent'
        calls = new Calls<>(SECOND, 0)
        def asked = 0
        def stubborn = new Host(A, new Protocol() {
            void onMessage(PeerId from, Message message, Context peer) { }

            void onStart(
                    Context peer) { 4.times { calls.ask(B, new Question(calls.next(), 'x'), 'x', peer) } }

            void onTimer(Timer timer, Context peer) {
                calls.onTimer(timer, peer) { PeerId to, String purpose ->
                    if (asked++ < 9) {
                        calls.ask(C, new Question(calls.next(), 'y'), 'y', peer)
                    }
                }
            }
        })
        stubborn.starts()

        when: 'time passes'
        stubborn.advance(Span.seconds(10))

        then: 'four questions, nine more, all silent'
        asked == 13
        calls.open() == 0
    }

    def "nonsense is refused: #why"() {
        when: 'it is asked for'
        action.call()

        then: 'the value is named'
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        why                 | action                                        | message
        'no time at all'    | { new Calls(Span.ZERO, 0) }                   | 'no answer can arrive within 0 s'
        'fewer than none'   | { new Calls(Span.seconds(1), -1) }            | 'a request is repeated 0 times or more, found -1'
        'without a purpose' | { new Calls(Span.seconds(1), 0).ask(B, null, null, null) } |
                'a request needs a purpose, that its answer can be told from others'
    }

    def "timers of others are left to the protocol"() {
        expect: 'a stranger is refused'
        !new Calls<String>(SECOND, 0).onTimer(new Timer() { }, host, { PeerId p, String s -> })
    }
}
