package peerlab.engine.peer;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Timer;

/**
 * A behaviour that stands between one peer and all others. What it does not concern passes through: messages
 * of other types, to and from others than its victims, and those that chance spares.
 */
public final class Conduct implements Adversary {

    private final Peer peer;
    private final Conducts all;
    private final Surroundings around;
    private final Terms terms;
    private final Behaviour behaviour;
    private final RandomSource random;
    private final Map<Timer, ConductTimer> timers = new LinkedHashMap<>();
    private final Set<LateMessage> late = new LinkedHashSet<>();
    /** What the behaviour does with the message that it is shown; null while nobody watches. */
    private Misdeed.Deeds deeds;
    private PeerId askedBy;
    private Message question;

    /**
     * What a scenario says of how some peers behave, and with whom.
     *
     * @param accomplices all that behave so, in the order of the scenario
     * @param victims whom it concerns
     * @param chance how likely it is that a message is concerned
     * @param type the name of the message type that is concerned; every type where absent
     */
    public record Terms(
            List<PeerId> accomplices, Victims victims, Ratio chance, Optional<String> type,
            Optional<String> target, Optional<String> towards, Optional<Span> every,
            Optional<Distribution> by) {
    }

    /** Whom a behaviour is turned against; everybody where nobody is named. */
    public static final class Victims {

        private final List<PeerId> named;
        private final BitSet indexes = new BitSet();

        public Victims(List<PeerId> named) {
            this.named = List.copyOf(named);
            named.forEach(peer -> indexes.set(peer.index()));
        }

        boolean contain(PeerId peer) {
            return named.isEmpty() || indexes.get(peer.index());
        }
    }

    /** @param all those who stand before the peer, this one among them */
    Conduct(Peer peer, Conducts all, Surroundings around, Terms terms, Behaviour behaviour,
            RandomSource random) {
        this.peer = peer;
        this.all = all;
        this.around = around;
        this.terms = terms;
        this.behaviour = behaviour;
        this.random = random;
    }

    /** The peer comes up, or misbehaves from this instant on. */
    void begin() {
        around.called(self().index());
        behaviour.onStart(this);
    }

    /** The peer goes down: what it was about to do it does not. */
    void forget() {
        end();
        late.forEach(LateMessage::cancel);
        late.clear();
    }

    /** It is over. What was held back is still said in its time: that was decided before. */
    void end() {
        timers.values().forEach(ConductTimer::cancel);
        timers.clear();
    }

    /** A message has come to the peer, through those behind. */
    void arrives(PeerId from, Message message) {
        if (!concerns(from, message)) {
            takeIn(from, message);
            return;
        }
        Misdeed.Deeds before = deeds;
        deeds = peer.isWatched() ? new Misdeed.Deeds() : null;
        behaviour.onMessage(from, message, this);
        show(deeds == null ? null : deeds.of(from, message));
        deeds = before;
    }

    /** A message is to leave the peer, through those before. */
    void leaves(PeerId to, Message message) {
        if (!concerns(to, message)) {
            all.letOut(this, to, message);
            return;
        }
        Misdeed.Deeds before = deeds;
        deeds = peer.isWatched() ? new Misdeed.Deeds() : null;
        behaviour.onSend(to, message, this);
        show(deeds == null ? null : deeds.instead(to, message));
        deeds = before;
    }

    private void show(Misdeed misdeed) {
        if (misdeed != null) {
            peer.step(misdeed);
        }
    }

    private boolean concerns(PeerId other, Message message) {
        return terms.victims().contain(other)
                && (terms.type().isEmpty() || terms.type().get().equals(message.type()))
                && (terms.chance().value() >= 1 || random.nextChance(terms.chance().value()));
    }

    void ring(ConductTimer event) {
        if (timers.remove(event.timer(), event)) {
            peer.tell(event.timer(), event.sequence(), event.cause());
            around.touched(self().index());
            behaviour.onTimer(event.timer(), this);
        }
    }

    void say(LateMessage held) {
        late.remove(held);
        around.touched(self().index());
        around.kernel().within(held.cause(), () -> all.letOut(this, held.to(), held.message()));
    }

    @Override
    public PeerId self() {
        return peer.id();
    }

    @Override
    public SimTime now() {
        return peer.now();
    }

    @Override
    public RandomSource random() {
        return random;
    }

    @Override
    public Protocol honestSelf() {
        return peer.algorithm();
    }

    @Override
    public List<PeerId> accomplices() {
        return terms.accomplices();
    }

    @Override
    public List<PeerId> victims() {
        return terms.victims().named;
    }

    @Override
    public Optional<String> target() {
        return terms.target();
    }

    @Override
    public Optional<String> towards() {
        return terms.towards();
    }

    @Override
    public Optional<Span> every() {
        return terms.every();
    }

    @Override
    public Optional<Distribution> by() {
        return terms.by();
    }

    @Override
    public Message questionOf(PeerId other) {
        return other.equals(askedBy) ? question : null;
    }

    @Override
    public void takeIn(PeerId from, Message message) {
        if (deeds != null) {
            deeds.takeIn();
        }
        PeerId askedBefore = askedBy;
        Message questionBefore = question;
        askedBy = from;
        question = message;
        all.takeIn(this, from, message);
        askedBy = askedBefore;
        question = questionBefore;
    }

    @Override
    public void send(PeerId to, Message message) {
        if (deeds != null) {
            deeds.say(message);
        }
        all.letOut(this, to, message);
    }

    @Override
    public void sendLater(PeerId to, Message message, Span delay) {
        Demands.requireSendable(to, message, around);
        if (deeds != null) {
            deeds.hold();
        }
        LateMessage held = new LateMessage(peer, this, to, message, around.kernel().handling());
        late.add(held);
        around.kernel().schedule(held, delay.nanos());
    }

    @Override
    public void startTimer(Timer timer, Span delay) {
        Demands.requireStartable(timer, delay, around);
        ConductTimer event = new ConductTimer(peer, this, timer, around.kernel().handling());
        ConductTimer before = timers.put(timer, event);
        if (before != null) {
            before.cancel();
        }
        around.kernel().schedule(event, delay.nanos());
    }

    @Override
    public String toString() {
        return behaviour.getClass().getSimpleName() + " of " + self();
    }
}
