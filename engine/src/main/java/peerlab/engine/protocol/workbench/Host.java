package peerlab.engine.protocol.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Step;
import peerlab.engine.protocol.Timer;
import peerlab.engine.protocol.workbench.Effect.CancelTimer;
import peerlab.engine.protocol.workbench.Effect.Reply;
import peerlab.engine.protocol.workbench.Effect.Saved;
import peerlab.engine.protocol.workbench.Effect.Send;
import peerlab.engine.protocol.workbench.Effect.StartTimer;
import peerlab.engine.protocol.workbench.Effect.Stepped;

/**
 * One peer on the bench: a spec gives it an input and reads what it did.
 *
 * <pre>
 * host.receives(b, new Rumor('hi'))
 * host.effects == [new Send(c, new Rumor('hi'))]
 * </pre>
 *
 * <p>The effects are those of the last input alone. Time stands still but for {@link #advance}, which rings
 * the timers that fall due on the way.
 */
public final class Host implements Context {

    /**
     * The most timers that ring in one {@link #advance}: a protocol that sets a zero timer for ever stops
     * here.
     */
    public static final int TIMER_LIMIT = 1_000_000;

    private final PeerId self;
    private final Protocol protocol;
    private final RandomSource random;
    private final boolean isWatched;
    private final List<Effect> effects = new ArrayList<>();
    private final Map<Timer, SimTime> timers = new LinkedHashMap<>();
    private Object saved;
    private SimTime now = SimTime.ZERO;

    /** A peer that nobody watches: its steps stay unsaid. */
    public Host(PeerId self, Protocol protocol) {
        this(self, protocol, new RandomSource(1), false);
    }

    public Host(PeerId self, Protocol protocol, RandomSource random, boolean isWatched) {
        this.self = self;
        this.protocol = protocol;
        this.random = random;
        this.isWatched = isWatched;
    }

    /** The peer comes up. */
    public List<Effect> starts() {
        return input(() -> protocol.onStart(this));
    }

    /** A message arrives. */
    public List<Effect> receives(PeerId from, Message message) {
        return input(() -> protocol.onMessage(from, message, this));
    }

    /** A client asks. */
    public List<Effect> isAsked(Request request) {
        return input(() -> protocol.onRequest(request, this));
    }

    /** A client asks for an operation on a key, with a value where it writes one. */
    public List<Effect> isAsked(String operation, String key, Object value) {
        return isAsked(new Request(1, operation, key, value, Map.of()));
    }

    /** The peer leaves in good order. */
    public List<Effect> leaves() {
        return input(() -> protocol.onLeave(this));
    }

    /** What it saved is lost while it is up. */
    public List<Effect> losesStorage() {
        saved = null;
        return input(() -> protocol.onStorageLost(this));
    }

    /**
     * Time passes; timers that fall due ring, the earliest first, of two at one instant the one set
     * first.
     */
    public List<Effect> advance(Span span) {
        SimTime end = now.plus(span);
        return input(() -> {
            int rung = 0;
            for (Timer timer = firstDue(end); timer != null; timer = firstDue(end)) {
                if (++rung > TIMER_LIMIT) {
                    throw new IllegalStateException(
                            self + " set more than " + TIMER_LIMIT + " timers within " + span
                                    + ", the last " + timer);
                }
                SimTime due = timers.remove(timer);
                now = due.isBefore(now) ? now : due;
                protocol.onTimer(timer, this);
            }
            now = end;
        });
    }

    /** What the last input caused, in order. */
    public List<Effect> getEffects() {
        return List.copyOf(effects);
    }

    /** The messages among the effects. */
    public List<Send> getSent() {
        return effects.stream().filter(Send.class::isInstance).map(Send.class::cast).toList();
    }

    /** The answers to clients among the effects. */
    public List<Object> getAnswers() {
        return effects.stream().filter(Reply.class::isInstance).map(e -> ((Reply) e).answer()).toList();
    }

    /** The decisions among the effects. */
    public List<Step> getSteps() {
        return effects.stream().filter(Stepped.class::isInstance).map(e -> ((Stepped) e).step()).toList();
    }

    /** The timers that run, in the order of their being set, and when each rings. */
    public Map<Timer, SimTime> getTimers() {
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(timers));
    }

    /** What a restart would find. */
    public Optional<Object> getSaved() {
        return Optional.ofNullable(saved);
    }

    @Override
    public PeerId self() {
        return self;
    }

    @Override
    public SimTime now() {
        return now;
    }

    @Override
    public RandomSource random() {
        return random;
    }

    @Override
    public void send(PeerId to, Message message) {
        effects.add(new Send(to, message));
    }

    @Override
    public void startTimer(Timer timer, Span delay) {
        effects.add(new StartTimer(timer, delay));
        timers.remove(timer);
        timers.put(timer, now.plus(delay));
    }

    @Override
    public void cancelTimer(Timer timer) {
        effects.add(new CancelTimer(timer));
        timers.remove(timer);
    }

    @Override
    public void reply(Request request, Object answer) {
        effects.add(new Reply(request, answer));
    }

    @Override
    public void step(Step step) {
        if (isWatched) {
            effects.add(new Stepped(step));
        }
    }

    @Override
    public boolean isWatched() {
        return isWatched;
    }

    @Override
    public void save(Object state) {
        effects.add(new Saved(state));
        saved = state;
    }

    private List<Effect> input(Runnable stimulus) {
        effects.clear();
        stimulus.run();
        return getEffects();
    }

    private Timer firstDue(SimTime end) {
        Timer first = null;
        SimTime earliest = end;
        for (Map.Entry<Timer, SimTime> timer : timers.entrySet()) {
            boolean isEarlier = timer.getValue().isBefore(earliest)
                    || first == null && timer.getValue().equals(earliest);
            if (isEarlier) {
                first = timer.getKey();
                earliest = timer.getValue();
            }
        }
        return first;
    }
}
