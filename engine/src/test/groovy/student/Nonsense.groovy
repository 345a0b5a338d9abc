package student

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.protocol.Context
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Fields
import peerlab.engine.protocol.Gauge
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.MetricSpec
import peerlab.engine.protocol.NamedProperty
import peerlab.engine.protocol.Operation
import peerlab.engine.protocol.Outcome
import peerlab.engine.protocol.Parameter
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.Population
import peerlab.engine.protocol.Protocol
import peerlab.engine.protocol.ProtocolProvider
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Survey
import groovy.transform.CompileDynamic

/** A protocol that answers one question of the engine with something else than it should. */
@CompileDynamic
class Nonsense implements ProtocolProvider {

    final String question
    final Object answer

    Nonsense(String question, Object answer) {
        this.question = question
        this.answer = answer
    }

    def or(String asked, Object sense) {
        asked == question ? answer : sense
    }

    @Override
    String name() { 'nonsense' }

    @Override
    String summary() { 'answers nonsense' }

    @Override
    List<Parameter> parameters() { or('parameters', []) }

    @Override
    List<Operation> operations() {
        or('operations', [new Operation('poke', 'pokes', Operation.Effect.NEITHER, '')])
    }

    @Override
    List<MetricSpec> metrics() { or('metrics', []) }

    @Override
    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) { or('deploy', new Site()) }

    class Note implements Message {
        Object content = Nonsense.this.or('content', 'something')

        @Override
        void describe(Fields fields) {
            if (question == 'describe') {
                (answer as Closure).call(fields)
            } else {
                fields.text('content', content as String)
            }
        }

        @Override
        String type() { Nonsense.this.or('type', 'Note') }
    }

    class Site implements Deployment {

        @Override
        Protocol create(PeerSetup setup) { Nonsense.this.or('create', new Part(setup)) }

        @Override
        Outcome judge(Request request, Object given, Population population) {
            Nonsense.this.or('judge', Outcome.failure('no'))
        }

        @Override
        List<Gauge> gauges() { Nonsense.this.or('gauges', []) }

        @Override
        List<Survey> surveys() { Nonsense.this.or('surveys', []) }

        @Override
        List<NamedProperty> properties() { Nonsense.this.or('properties', []) }

        @Override
        List<String> explain(Request request, Object given, Population population) {
            Nonsense.this.or('explain', [])
        }

        @Override
        int size(Message message) { Nonsense.this.or('size', 10) }

        @Override
        List<PeerId> closest(String key, int count, Population population) {
            Nonsense.this.or('closest', [population.members()[0]])
        }
    }

    class Part implements Protocol {

        final PeerId self

        Part(PeerSetup setup) {
            self = setup.member().id()
        }

        @Override
        void onMessage(PeerId from, Message message, Context peer) { }

        @Override
        void onRequest(Request request, Context peer) {
            peer.send(self, new Note())
            peer.reply(request, Nonsense.this.or('reply', 'done'))
        }

        @Override
        Map<String, Object> inspect() { Nonsense.this.or('inspect', [:]) }

        @Override
        List<PeerId> neighbours() { Nonsense.this.or('neighbours', []) }
    }
}
