package peerlab.engine.invariants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Calls;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Failure;
import peerlab.engine.protocol.Gauge;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.NamedProperty;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Step;
import peerlab.engine.protocol.Timer;

/**
 * A protocol that does a little of everything that a protocol can do: it talks at a steady pace, at random,
 * asks and repeats what stays unanswered, starts, replaces and cancels timers, keeps and saves what it is
 * given, answers clients at once, later, or never, and says goodbye.
 */
public final class Chatter implements ProtocolProvider {

    private static final MetricSpec KNOWN =
            new MetricSpec("chatter.known", MetricSpec.Kind.GAUGE, Unit.NUMBER, "");

    /** Small talk: a number, a word, and somebody both may know. */
    public record Talk(long number, String word, PeerId friend, List<Long> numbers) implements Message {
    }

    /** A question that wants an answer. */
    public record Question(int call, String key) implements Message {
    }

    /** The answer to a question. */
    public record Answer(int call, String key, Optional<String> value) implements Message {
    }

    /** A value to keep. */
    public record Keep(String key, String value) implements Message {
    }

    /** The alarms of a peer, some of which replace others. */
    public record Alarm(String kind, int number) implements Timer {
    }

    /** What a peer shows of its decisions. */
    public record Heard(String key) implements Step {
    }

    @Override
    public String name() {
        return "chatter";
    }

    @Override
    public String summary() {
        return "does a little of everything";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.span("beat", Span.millis(400), Span.millis(20), Span.seconds(10), ""));
    }

    @Override
    public List<Operation> operations() {
        return List.of(new Operation("put", "puts", Operation.Effect.WRITES, ""),
                new Operation("get", "gets", Operation.Effect.READS, ""),
                new Operation("poke", "pokes", Operation.Effect.NEITHER, ""));
    }

    @Override
    public List<MetricSpec> metrics() {
        return List.of(KNOWN);
    }

    @Override
    public List<String> properties() {
        return List.of("nobody keeps nothing");
    }

    @Override
    public boolean canStartConverged() {
        return true;
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        return new Room(members.stream().map(Member::id).toList());
    }

    private record Room(List<PeerId> peers) implements Deployment {

        @Override
        public Protocol create(PeerSetup setup) {
            return new Guest(setup, peers);
        }

        @Override
        public void converge(Population population, RandomSource random) {
            population.members().forEach(id ->
                    population.protocol(id).ifPresent(guest -> ((Guest) guest).kept.put("begun", "so")));
        }

        @Override
        public boolean isRequest(Message message) {
            return message instanceof Question;
        }

        @Override
        public List<Gauge> gauges() {
            return List.of(new Gauge(KNOWN, Gauge.Fold.SUM, guest -> ((Guest) guest).kept.size()));
        }

        @Override
        public List<NamedProperty> properties() {
            return List.of(new NamedProperty("nobody keeps nothing", "", population -> population.members()
                    .stream().flatMap(id -> population.protocol(id).stream())
                    .allMatch(guest -> ((Guest) guest).kept.values().stream().noneMatch(String::isEmpty))));
        }

        @Override
        public List<PeerId> closest(String key, int count, Population population) {
            List<PeerId> up = population.members().stream().filter(population::isUp).toList();
            return up.subList(0, Math.min(count, up.size()));
        }
    }

    private static final class Guest implements Protocol {

        private final PeerId self;
        private final List<PeerId> others;
        private final Span beat;
        private final Calls<Request> calls = new Calls<>(Span.millis(250), 1);
        private final Map<String, String> kept = new TreeMap<>();
        private final List<Request> putOff = new ArrayList<>();
        private long talks;

        Guest(PeerSetup setup, List<PeerId> peers) {
            this.self = setup.member().id();
            this.others = peers.stream().filter(id -> !id.equals(self)).toList();
            this.beat = setup.member().parameters().span("beat");
            setup.saved().ifPresent(saved -> ((Map<?, ?>) saved)
                    .forEach((key, value) -> kept.put((String) key, (String) value)));
        }

        @Override
        public void onStart(Context peer) {
            peer.startTimer(new Alarm("beat", 0), beat);
            greet(peer);
        }

        private void greet(Context peer) {
            if (!others.isEmpty()) {
                PeerId somebody = others.get(peer.random().nextInt(others.size()));
                PeerId friend = others.get(peer.random().nextInt(others.size()));
                talks++;
                peer.send(somebody, new Talk(talks, "hello " + talks, friend, List.of(talks, -talks)));
            }
        }

        @Override
        public void onTimer(Timer timer, Context peer) {
            if (calls.onTimer(timer, peer, (from, asked) -> peer.reply(asked, new Failure("silence")))) {
                return;
            }
            Alarm alarm = (Alarm) timer;
            if (alarm.kind().equals("later")) {
                putOff.forEach(request -> peer.reply(request, "later"));
                putOff.clear();
                return;
            }
            greet(peer);
            peer.startTimer(new Alarm("beat", 0), beat);
            if (talks % 3 == 0) {
                peer.startTimer(new Alarm("spare", (int) (talks % 5)), Span.seconds(3));
                peer.cancelTimer(new Alarm("spare", (int) ((talks + 2) % 5)));
            }
        }

        @Override
        public void onMessage(PeerId from, Message message, Context peer) {
            if (message instanceof Question question) {
                peer.send(from, new Answer(question.call(), question.key(),
                        Optional.ofNullable(kept.get(question.key()))));
            } else if (message instanceof Answer answer) {
                answered(answer, from, peer);
            } else if (message instanceof Keep keep) {
                keep(keep.key(), keep.value(), peer);
            } else if (message instanceof Talk talk && talk.number() % 4 == 1 && !from.equals(self)) {
                peer.send(from, new Talk(talk.number() + 1, "well", self, talk.numbers()));
            }
        }

        private void answered(Answer answer, PeerId from, Context peer) {
            Request asked = calls.answered(answer.call(), from);
            if (asked != null) {
                peer.reply(asked, answer.value().<Object>map(value -> value)
                        .orElseGet(() -> new Failure("nothing there")));
            }
        }

        private void keep(String key, String value, Context peer) {
            kept.put(key, value);
            peer.save(new TreeMap<>(kept));
            if (peer.isWatched()) {
                peer.step(new Heard(key));
            }
        }

        @Override
        public void onRequest(Request request, Context peer) {
            switch (request.operation()) {
                case "put" -> {
                    String value = String.valueOf(request.value());
                    keep(request.key(), value, peer);
                    others.stream().limit(3).forEach(to -> peer.send(to, new Keep(request.key(), value)));
                    peer.reply(request, "kept");
                }
                case "get" -> {
                    if (others.isEmpty()) {
                        peer.reply(request, new Failure("alone"));
                    } else {
                        PeerId to = others.get(peer.random().nextInt(others.size()));
                        calls.ask(to, new Question(calls.next(), request.key()), request, peer);
                    }
                }
                default -> {
                    putOff.add(request);
                    peer.startTimer(new Alarm("later", 0), Span.millis(150));
                }
            }
        }

        @Override
        public void onLeave(Context peer) {
            others.stream().limit(4).forEach(to -> peer.send(to, new Talk(0, "bye", self, List.of())));
        }

        @Override
        public Map<String, Object> inspect() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("role", kept.isEmpty() ? "guest" : "keeper");
            shown.put("leader", self.number() == 1);
            shown.put("kept", kept.size());
            return shown;
        }

        @Override
        public List<PeerId> neighbours() {
            return others.size() <= 5 ? others : others.subList(0, 5);
        }
    }
}
