package peerlab.engine.play

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.protocol.Adversary
import peerlab.engine.protocol.Behaviour
import peerlab.engine.protocol.Context
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Misbehaviour
import peerlab.engine.protocol.Operation
import peerlab.engine.protocol.Parameter
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.Population
import peerlab.engine.protocol.Protocol
import peerlab.engine.protocol.ProtocolProvider
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Timer

/**
 * A protocol for specs: a peer that is asked by a client asks all others, and half a second later tells what
 * each of them has said. Honest peers say yes.
 */
class Echoes implements ProtocolProvider {

    static record Question(int number) implements Message {}

    static record Answer(int number, String text) implements Message {}

    static record Count(int number) implements Timer {}

    /** Says no. */
    static class Fib implements Behaviour {

        @Override
        void onSend(PeerId to, Message message, Adversary self) {
            self.send(to, self.questionOf(to) instanceof Question
                    ? new Answer((message as Answer).number(), 'no') : message)
        }
    }

    @Override
    String name() { 'echoes' }

    @Override
    String summary() { 'asks all others' }

    @Override
    List<Parameter> parameters() {
        [Parameter.span('beat', Span.ZERO, Span.ZERO, Span.seconds(10), 'how often a peer asks unbidden')]
    }

    @Override
    List<Operation> operations() {
        [new Operation('ask', 'asks', Operation.Effect.NEITHER, 'asks all others')]
    }

    @Override
    List<Misbehaviour> misbehaviours() { [new Misbehaviour('fibs', 'says no', ['chance', 'victim'])] }

    @Override
    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        new Hall(members*.id())
    }

    static class Hall implements Deployment {

        final List<PeerId> members

        Hall(List<PeerId> members) {
            this.members = members
        }

        @Override
        Protocol create(PeerSetup setup) {
            new Echo(members - setup.member().id(), setup.member().parameters().span('beat'))
        }

        @Override
        Optional<Behaviour> misbehaviour(String name, Population population) {
            Optional.ofNullable(name == 'fibs' ? new Fib() : null)
        }

        @Override
        boolean isRequest(Message message) { message instanceof Question }
    }

    static class Echo implements Protocol {

        final List<PeerId> others
        final Span beat
        final Map<Integer, List> asked = new LinkedHashMap<>()
        int questions

        Echo(List<PeerId> others, Span beat) {
            this.others = others
            this.beat = beat
        }

        @Override
        void onStart(Context peer) {
            if (!beat.isZero()) {
                peer.startTimer(new Count(0), beat)
            }
        }

        @Override
        void onMessage(PeerId from, Message message, Context peer) {
            if (message instanceof Question) {
                questions++
                peer.send(from, new Answer(message.number(), 'yes'))
            } else {
                asked[(message as Answer).number()]?.with { it[1] << "$from ${message.text()}".toString() }
            }
        }

        @Override
        void onTimer(Timer timer, Context peer) {
            def number = (timer as Count).number()
            if (number == 0) {
                ask(null, peer)
                peer.startTimer(timer, beat)
            } else {
                def (request, said) = asked.remove(number)
                if (request != null) {
                    peer.reply(request, said.join(', '))
                }
            }
        }

        @Override
        void onRequest(Request request, Context peer) { ask(request, peer) }

        private void ask(Request request, Context peer) {
            int number = asked.size() + questions + 1
            asked[number] = [request, []]
            others.each { peer.send(it, new Question(number)) }
            peer.startTimer(new Count(number), Span.millis(500))
        }

        @Override
        List<PeerId> neighbours() { others }

        @Override
        Map<String, Object> inspect() { [questions: questions] }
    }
}
