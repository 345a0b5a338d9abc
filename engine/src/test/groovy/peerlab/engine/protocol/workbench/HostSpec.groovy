package peerlab.engine.protocol.workbench

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.protocol.Context
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Protocol
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Step
import peerlab.engine.protocol.Timer
import peerlab.engine.protocol.workbench.Effect.CancelTimer
import peerlab.engine.protocol.workbench.Effect.Reply
import peerlab.engine.protocol.workbench.Effect.Saved
import peerlab.engine.protocol.workbench.Effect.Send
import peerlab.engine.protocol.workbench.Effect.StartTimer
import peerlab.engine.protocol.workbench.Effect.Stepped
import spock.lang.Specification

class HostSpec extends Specification {

    static record Rumor(String text) implements Message { }

    static record Alarm(int number) implements Timer { }

    static record Passed(String text) implements Step { }

    static final PeerId A = PeerId.of(0)
    static final PeerId B = PeerId.of(1)
    static final PeerId C = PeerId.of(2)

    /** Passes a rumour on the first time, and rings until told to stop. */
    static class Gossip implements Protocol {
        def rung = []

        void onStart(Context peer) {
            peer.startTimer(new Alarm(1), Span.seconds(1))
            peer.startTimer(new Alarm(2), Span.seconds(1))
        }

        void onMessage(PeerId from, Message message, Context peer) {
            peer.send(C, message)
            peer.step(new Passed(((Rumor) message).text()))
        }

        void onTimer(Timer timer, Context peer) {
            rung << [((Alarm) timer).number(), peer.now()]
            peer.startTimer(timer, Span.seconds(1))
        }

        void onRequest(Request request, Context peer) {
            peer.save(request.value())
            peer.reply(request, 'done')
        }

        void onLeave(Context peer) {
            peer.cancelTimer(new Alarm(1))
        }
    }

    def gossip = new Gossip()
    def host = new Host(A, gossip)

    def "a message in, effects out"() {
        when: 'a rumour arrives'
        host.receives(B, new Rumor('hi'))

        then: 'it is passed on'
        host.effects == [new Send(C, new Rumor('hi'))]
        host.sent == [new Send(C, new Rumor('hi'))]
        host.self() == A
    }

    def "steps are effects where somebody watches"() {
        given: 'a watched peer'
        def watched = new Host(A, gossip, new RandomSource(7), true)

        expect: 'the decision after the message'
        watched.receives(B, new Rumor('hi')) == [new Send(C, new Rumor('hi')), new Stepped(new Passed('hi'))]
        watched.steps == [new Passed('hi')]
        watched.isWatched()
        watched.random().nextLong() == new RandomSource(7).nextLong()
    }

    def "the effects are those of the last input"() {
        when: 'the peer starts and then hears a rumour'
        def atStart = host.starts()
        host.receives(B, new Rumor('hi'))

        then: 'each input has its own effects'
        atStart == [new StartTimer(new Alarm(1), Span.seconds(1)),
                new StartTimer(new Alarm(2), Span.seconds(1))]
        host.effects.size() == 1
    }

    def "timers ring when they are due, in the order of being set"() {
        given: 'two alarms of a second'
        host.starts()

        when: 'two and a half seconds pass'
        host.advance(Span.millis(2500))

        then: 'each rang twice'
        gossip.rung == [[1, SimTime.ZERO.plus(Span.seconds(1))], [2, SimTime.ZERO.plus(Span.seconds(1))],
                        [1, SimTime.ZERO.plus(Span.seconds(2))], [2, SimTime.ZERO.plus(Span.seconds(2))]]
        host.now() == SimTime.ZERO.plus(Span.millis(2500))
        host.timers.values() as List == [SimTime.ZERO.plus(Span.seconds(3))] * 2
    }

    def "a cancelled timer does not ring"() {
        given: 'one of two alarms is stopped'
        host.starts()
        host.leaves()

        expect: 'the other rings'
        host.effects == [new CancelTimer(new Alarm(1))]
        host.advance(Span.seconds(1)) == [new StartTimer(new Alarm(2), Span.seconds(1))]
    }

    def "a client is answered and the state is kept"() {
        expect: 'a save and a reply'
        host.isAsked('put', 'key-1', 'v') ==
                [new Saved('v'), new Reply(new Request(1, 'put', 'key-1', 'v', [:]), 'done')]
        host.answers == ['done']
        host.saved == Optional.of('v')
    }

    def "a protocol that sets a zero timer for ever is stopped"() {
        given: 'an alarm that sets itself at once'
        def loop = new Host(A, new Protocol() {
            void onMessage(PeerId from, Message message, Context peer) { }

            void onStart(Context peer) { peer.startTimer(new Alarm(1), Span.ZERO) }

            void onTimer(Timer timer, Context peer) { peer.startTimer(timer, Span.ZERO) }
        })

        when: 'time is to pass'
        loop.starts()
        loop.advance(Span.seconds(1))

        then: 'the limit is named'
        def e = thrown(IllegalStateException)
        e.message.contains('more than 1000000 timers within 1 s')
    }
}
