package student;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Failure;
import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Gauge;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.NamedProperty;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Outcome;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Step;
import peerlab.engine.protocol.Survey;
import peerlab.engine.protocol.Timer;

/**
 * A protocol that goes wrong at one place and in one way: each peer greets the next one, who greets back; all
 * else it does only so that there are places to go wrong at.
 */
public final class Saboteur implements ProtocolProvider {

    /** Every place at which somebody's code is called in a run, or on whose answer a run depends. */
    public static final List<String> PLACES = List.of("deploy", "measure", "gauges", "surveys", "create",
            "converge", "start", "request", "message", "timer", "leave", "restart", "inspect", "neighbours",
            "gauge", "survey", "property", "judge", "explain", "closest", "size", "type", "describe",
            "component", "constructor", "step", "timer-equals", "timer-hash", "answer-hash", "approach");

    private static final MetricSpec MOST =
            new MetricSpec("greetings.most", MetricSpec.Kind.GAUGE, Unit.NUMBER, "");
    private static final MetricSpec ALL =
            new MetricSpec("greetings.all", MetricSpec.Kind.GAUGE, Unit.NUMBER, "");

    private final String place;
    private final Charge charge;

    /** What happens at the place. */
    public interface Charge {
        void explode() throws Throwable;
    }

    public Saboteur(String place, Charge charge) {
        this.place = place;
        this.charge = charge;
    }

    @SuppressWarnings("unchecked")
    private <T extends Throwable> void passing(String reached) throws T {
        if (place.equals(reached)) {
            try {
                charge.explode();
            } catch (Throwable thrown) {
                throw (T) thrown;
            }
        }
    }

    @Override
    public String name() {
        return "saboteur";
    }

    @Override
    public String summary() {
        return "goes wrong";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<Operation> operations() {
        return List.of(new Operation("poke", "pokes", Operation.Effect.NEITHER, ""),
                new Operation("put", "puts", Operation.Effect.WRITES, ""),
                new Operation("get", "gets", Operation.Effect.READS, ""));
    }

    @Override
    public List<MetricSpec> metrics() {
        return List.of(MOST, ALL);
    }

    @Override
    public boolean canStartConverged() {
        return true;
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        passing("deploy");
        return new Site(members);
    }

    /** A greeting, which describes itself by hand. */
    private final class Greeting implements Message {

        private final boolean isBack;

        Greeting(boolean isBack) {
            passing("constructor");
            this.isBack = isBack;
        }

        @Override
        public void describe(Fields fields) {
            passing("describe");
            fields.truth("isBack", isBack);
        }

        @Override
        public String type() {
            passing("type");
            return "Greeting";
        }
    }

    /** What a peer shows of its decisions. */
    private record Greeted(PeerId whom) implements Step {
    }

    /** A message whose component goes wrong when it is asked for. */
    private record Bow(Saboteur by) implements Message {
        @Override
        public Saboteur by() {
            by.passing("component");
            return null;
        }
    }

    private final class Alarm implements Timer {

        private final int number;

        Alarm(int number) {
            this.number = number;
        }

        @Override
        public void describe(Fields fields) {
            fields.number("number", number);
        }

        @Override
        public boolean equals(Object other) {
            passing("timer-equals");
            return other instanceof Alarm alarm && alarm.number == number;
        }

        @Override
        public int hashCode() {
            passing("timer-hash");
            return number;
        }
    }

    private final class Answer {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            passing("answer-hash");
            return 7;
        }

        @Override
        public String toString() {
            return "an answer";
        }
    }

    private final class Site implements Deployment {

        private final List<PeerId> peers;

        Site(List<Member> members) {
            this.peers = members.stream().map(Member::id).toList();
        }

        @Override
        public Protocol create(PeerSetup setup) {
            passing(setup.saved().isPresent() ? "restart" : "create");
            return new Greeter(setup, peers);
        }

        @Override
        public void converge(Population population, RandomSource random) {
            passing("converge");
        }

        @Override
        public Outcome judge(Request request, Object answer, Population population) {
            passing("judge");
            return answer instanceof Failure failure ? Outcome.failure(failure.reason())
                    : Outcome.success(answer);
        }

        @Override
        public void measureWith(Meter meter) {
            passing("measure");
        }

        @Override
        public List<Gauge> gauges() {
            passing("gauges");
            return List.of(new Gauge(MOST, Gauge.Fold.MAX, protocol -> {
                passing("gauge");
                return 1;
            }));
        }

        @Override
        public List<Survey> surveys() {
            passing("surveys");
            return List.of(new Survey(ALL, population -> {
                passing("survey");
                return 1;
            }));
        }

        @Override
        public List<NamedProperty> properties() {
            return List.of(new NamedProperty("all is well", "", population -> {
                passing("property");
                return true;
            }));
        }

        @Override
        public List<String> explain(Request request, Object answer, Population population) {
            passing("explain");
            return Arrays.asList("because", null);
        }

        @Override
        public int size(Message message) {
            passing("size");
            return 10;
        }

        @Override
        public List<PeerId> closest(String key, int count, Population population) {
            passing("closest");
            return peers.subList(0, count);
        }
    }

    private final class Greeter implements Protocol, peerlab.engine.protocol.Approachable {

        private final PeerId self;
        private final PeerId next;

        Greeter(PeerSetup setup, List<PeerId> peers) {
            this.self = setup.member().id();
            this.next = peers.get((self.index() + 1) % peers.size());
        }

        @Override
        public void onStart(Context peer) {
            passing("start");
            peer.save("something");
            peer.startTimer(new Alarm(1), Span.seconds(1));
            peer.startTimer(new Alarm(1), Span.seconds(2));
        }

        @Override
        public void onRequest(Request request, Context peer) {
            passing("request");
            peer.send(next, new Greeting(false));
            peer.reply(request, request.key().equals("bad") ? new Failure("bad") : new Answer());
        }

        @Override
        public void onMessage(PeerId from, Message message, Context peer) {
            passing("message");
            if (message instanceof Greeting greeting && !greeting.isBack) {
                if (peer.isWatched()) {
                    peer.step(new Greeted(from));
                }
                passing("step");
                peer.send(from, new Greeting(true));
                peer.send(from, new Bow(Saboteur.this));
            }
        }

        @Override
        public int approach(PeerId from, Message message, int step) {
            passing("approach");
            return 0;
        }

        @Override
        public void onTimer(Timer timer, Context peer) {
            passing("timer");
        }

        @Override
        public void onLeave(Context peer) {
            passing("leave");
        }

        @Override
        public Map<String, Object> inspect() {
            passing("inspect");
            return Map.of("role", "greeter");
        }

        @Override
        public List<PeerId> neighbours() {
            passing("neighbours");
            return List.of(next);
        }
    }
}
