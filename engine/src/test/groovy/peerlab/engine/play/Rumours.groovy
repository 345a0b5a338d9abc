package peerlab.engine.play

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.base.Unit
import peerlab.engine.protocol.Context
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Failure
import peerlab.engine.protocol.Gauge
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.MetricSpec
import peerlab.engine.protocol.NamedProperty
import peerlab.engine.protocol.Operation
import peerlab.engine.protocol.Parameter
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.Protocol
import peerlab.engine.protocol.ProtocolProvider
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Step
import peerlab.engine.protocol.Timer

/**
 * A protocol for specs: peers stand in a circle and pass rumours on; each keeps what it heard, and saves it.
 */
class Rumours implements ProtocolProvider {

    static record Rumour(String key, Object value) implements Message {}

    static record Heard(String key) implements Step {}

    static record Beat(int number) implements Timer {}

    @Override
    String name() { 'rumours' }

    @Override
    String summary() { 'passes rumours around a circle' }

    @Override
    List<Parameter> parameters() {
        [Parameter.span('beat', Span.ZERO, Span.ZERO, Span.seconds(10),
                'how often a peer says hello; never at 0'),
         Parameter.word('mischief', 'none', ['none', 'throw', 'loop', 'flood', 'lie', 'stranger'],
                 'what goes wrong')]
    }

    @Override
    List<Operation> operations() {
        [new Operation('put', 'puts', Operation.Effect.WRITES, 'starts a rumour'),
         new Operation('get', 'gets', Operation.Effect.READS, 'asks what a peer has heard')]
    }

    @Override
    List<MetricSpec> metrics() {
        [new MetricSpec('rumours.most', MetricSpec.Kind.GAUGE, Unit.NUMBER,
                'the most that one peer has heard'),
         new MetricSpec('rumours.hops', MetricSpec.Kind.DISTRIBUTION, Unit.NUMBER, 'how far rumours went')]
    }

    @Override
    boolean canStartConverged() { true }

    @Override
    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        new Circle(members)
    }

    static class Circle implements Deployment {

        final List<Member> members

        Circle(List<Member> members) {
            this.members = members
        }

        @Override
        Protocol create(PeerSetup setup) { new Gossip(this, setup) }

        @Override
        void converge(peerlab.engine.protocol.Population population, RandomSource random) {
            population.members().each { (population.protocol(it).get() as Gossip).heard['converged'] = 'yes' }
        }

        @Override
        List<Gauge> gauges() {
            [new Gauge(new MetricSpec('rumours.most', MetricSpec.Kind.GAUGE, Unit.NUMBER, ''), Gauge.Fold.MAX,
                    { (it as Gossip).heard.size() as double })]
        }

        @Override
        List<NamedProperty> properties() {
            [new NamedProperty('nobody invents', 'every rumour was put', { true })]
        }
    }

    static class Gossip implements Protocol {

        final Circle circle
        final PeerId next
        final String mischief
        final Span beat
        final Map<String, Object> heard = new LinkedHashMap<>()

        Gossip(Circle circle, PeerSetup setup) {
            this.circle = circle
            def ids = circle.members*.id()
            next = ids[(ids.indexOf(setup.member().id()) + 1) % ids.size()]
            mischief = setup.member().parameters().word('mischief')
            beat = setup.member().parameters().span('beat')
            setup.saved().ifPresent { heard.putAll(it as Map) }
        }

        @Override
        void onStart(Context peer) {
            if (!beat.isZero()) {
                peer.startTimer(new Beat(1), beat)
            }
        }

        @Override
        void onTimer(Timer timer, Context peer) {
            peer.send(next, new Rumour('beat', (timer as Beat).number()))
            peer.startTimer(new Beat((timer as Beat).number() + 1), beat)
        }

        @Override
        void onMessage(PeerId from, Message message, Context peer) {
            def rumour = message as Rumour
            if (rumour.key() == 'beat') {
                return
            }
            if (mischief == 'throw') {
                throw new IllegalStateException('I do not like ' + rumour.key())
            }
            if (!heard.containsKey(rumour.key())) {
                take(rumour, peer)
            }
        }

        private void take(Rumour rumour, Context peer) {
            heard[rumour.key()] = rumour.value()
            peer.save(new LinkedHashMap<>(heard))
            peer.step(new Heard(rumour.key()))
            peer.send(next, rumour)
        }

        @Override
        void onRequest(Request request, Context peer) {
            if (mischief == 'loop') {
                peer.startTimer(new Beat(0), Span.ZERO)
            } else if (mischief == 'flood') {
                100.times { peer.send(next, new Rumour('beat', it)) }
            } else if (mischief == 'stranger') {
                peer.send(PeerId.of(4_711), new Rumour('x', 'y'))
            }
            if (request.operation() == 'put') {
                take(new Rumour(request.key(), request.value()), peer)
                peer.reply(request, 'done')
            } else if (mischief == 'lie') {
                peer.reply(request, 'a lie')
            } else {
                peer.reply(request, heard[request.key()] ?: new Failure('not heard'))
            }
        }

        @Override
        Map<String, Object> inspect() { [heard: heard.size(), role: heard ? 'gossip' : 'listener'] }

        @Override
        List<PeerId> neighbours() { [next] }
    }
}
