package student

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.protocol.Context
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Operation
import peerlab.engine.protocol.Parameter
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.Protocol
import peerlab.engine.protocol.ProtocolProvider
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Timer

/**
 * A protocol as a student might hand it in: it does one thing wrong, when its first peer is asked for
 * something.
 */
class Trouble implements ProtocolProvider {

    static record Note(String text) implements Message {}

    static record Tick() implements Timer {}

    static record Odd(Object content) implements Message {}

    static final List<String> KINDS = ['none', 'throws', 'checked', 'assertion', 'recursion', 'stranger',
            'nobody', 'nothing',
                                       'timer', 'cancel', 'answer', 'zero-delay', 'flood', 'bytes', 'create',
                                               'start', 'leave',
                                       'inspect', 'neighbours', 'null-inspect', 'null-neighbours', 'object',
                                               'sample']

    @Override
    String name() { 'trouble' }

    @Override
    String summary() { 'gets something wrong' }

    @Override
    List<Parameter> parameters() { [Parameter.word('kind', 'none', KINDS, 'what it gets wrong')] }

    @Override
    List<Operation> operations() { [new Operation(
            'poke', 'pokes', Operation.Effect.NEITHER, 'lets it happen')] }

    @Override
    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        { PeerSetup setup -> new Homework(setup, members) } as Deployment
    }

    static class Homework implements Protocol {

        final String kind
        final PeerId self
        final PeerId other
        boolean isPoked

        Homework(PeerSetup setup, List<Member> members) {
            kind = setup.member().parameters().word('kind')
            self = setup.member().id()
            other = members[(self.index() + 1) % members.size()].id()
            if (kind == 'create' && self.index() == 1) {
                throw new IllegalStateException('I was never made')
            }
        }

        @Override
        void onStart(Context peer) {
            if (kind == 'start' && self.index() == 1) {
                throw new IllegalStateException('I do not start')
            }
        }

        @Override
        void onLeave(Context peer) {
            if (kind == 'leave') {
                throw new IllegalStateException('I do not go')
            }
        }

        @Override
        void onRequest(Request request, Context peer) {
            isPoked = true
            peer.send(other, new Note('poked'))
            peer.reply(request, 'done')
        }

        @Override
        void onMessage(PeerId from, Message message, Context peer) {
            switch (kind) {
                case 'throws': throw new IllegalStateException('I cannot read ' + (message as Note).text())
                case 'checked': throw new IOException('no network here')
                case 'assertion': assert other == null
                case 'recursion': recurse(1); break
                case 'stranger': peer.send(PeerId.of(4_711), new Note('hi')); break
                case 'nobody': peer.send(null, new Note('hi')); break
                case 'nothing': peer.send(other, null); break
                case 'timer': peer.startTimer(null, Span.ZERO); break
                case 'cancel': peer.cancelTimer(null); break
                case 'answer': peer.reply(null, 'x'); break
                case 'zero-delay': peer.startTimer(new Tick(), Span.ZERO); break
                case 'flood': 2.times { peer.send(other, new Note('x')) }; break
                case 'bytes': peer.send(other, new Note('x')); break
                case 'object': peer.send(other, new Odd(new Object())); break
            }
        }

        @Override
        void onTimer(Timer timer, Context peer) {
            peer.startTimer(timer, Span.ZERO)
        }

        int recurse(int depth) { recurse(depth + 1) + 1 }

        @Override
        Map<String, Object> inspect() {
            if (kind == 'inspect' && isPoked) {
                throw new IllegalStateException('nothing to see')
            }
            kind == 'null-inspect' ? null : [role: null]
        }

        @Override
        List<PeerId> neighbours() {
            if (kind == 'neighbours') {
                throw new IllegalStateException('no friends')
            }
            kind == 'null-neighbours' ? null : [null, other]
        }
    }
}
