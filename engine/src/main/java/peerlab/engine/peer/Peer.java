package peerlab.engine.peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.Offset;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.View;
import peerlab.engine.protocol.Approachable;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Step;
import peerlab.engine.protocol.Timer;

/** One peer and its life: up or down, the algorithm it runs while it is up, its timers, and what it saved. */
public final class Peer implements Context, View.PeerView {

    // what each message needs comes first, and so lies side by side
    private final PeerId id;
    private final Surroundings around;
    private final Deployment deployment;
    private Protocol protocol;
    /**
     * The protocol once more, where it is one that can be approached: asking each time would cost more than
     * it gains.
     */
    private Approachable approachable;
    /** Made when something first keeps this peer from acting at once. */
    private Pace pace;
    /** Who stands between this peer and all others; null for an honest peer. */
    private Conducts conducts;
    /** Made when it is first wrong. */
    private Clock clock;
    private final TimerTable timers = new TimerTable();
    private final Member member;
    private final String protocolName;
    private RandomSource random;
    private Object saved;
    private long since;
    private boolean hasBegun;
    private boolean hasLeft;

    Peer(Member member, String protocolName, Deployment deployment, Surroundings around) {
        this.id = member.id();
        this.member = member;
        this.protocolName = protocolName;
        this.deployment = deployment;
        this.around = around;
    }

    @Override
    public PeerId id() {
        return id;
    }

    @Override
    public String group() {
        return member.group();
    }

    @Override
    public String protocol() {
        return protocolName;
    }

    public Deployment deployment() {
        return deployment;
    }

    @Override
    public boolean isUp() {
        return protocol != null;
    }

    @Override
    public boolean hasBegun() {
        return hasBegun;
    }

    /** True for a peer that said goodbye: it can join again, but there is nothing to restart. */
    public boolean hasLeft() {
        return hasLeft;
    }

    @Override
    public SimTime since() {
        return new SimTime(since);
    }

    @Override
    public Map<String, Object> values() {
        if (protocol == null) {
            return Map.of();
        }
        around.called(id.index());
        Map<String, Object> shown = protocol.inspect();
        return shown == null ? Map.of() : shown;
    }

    @Override
    public List<PeerId> neighbours() {
        if (protocol == null) {
            return List.of();
        }
        around.called(id.index());
        List<PeerId> known = protocol.neighbours();
        return known == null ? List.of() : Demands.known(known, around);
    }

    @Override
    public boolean isPaused() {
        return pace != null && pace.isPaused();
    }

    @Override
    public boolean isSlow() {
        return pace != null && pace.isSlow();
    }

    @Override
    public Offset clockOffset() {
        return clock == null ? Offset.NONE : clock.offset();
    }

    /** The algorithm as it stands; null while the peer is down. */
    public Protocol algorithm() {
        return protocol;
    }

    // Its life.

    /** Makes the instance without starting it. */
    void prepare(List<PeerId> contacts, boolean keepsStorage) {
        if (!keepsStorage) {
            saved = null;
        }
        around.called(id.index());
        protocol = Misuse.unlessNull(
                deployment.create(new PeerSetup(member, contacts, Optional.ofNullable(saved), random())),
                "create");
        approachable = protocol instanceof Approachable able ? able : null;
        hasBegun = true;
        hasLeft = false;
        since = around.kernel().now();
    }

    void start() {
        if (conducts != null) {
            conducts.begin();
        }
        protocol.onStart(this);
    }

    /** What it saved is lost; the protocol learns it where the peer is up. */
    void loseStorage() {
        saved = null;
        if (protocol != null) {
            around.called(id.index());
            protocol.onStorageLost(this);
        }
    }

    void sayGoodbye() {
        around.called(id.index());
        protocol.onLeave(this);
        hasLeft = true;
    }

    /** Lets go of all that it is and keeps. */
    void forget() {
        goDown();
        pace = null;
        saved = null;
    }

    void goDown() {
        timers.cancelAll();
        if (conducts != null) {
            conducts.forget();
        }
        protocol = null;
        approachable = null;
        since = around.kernel().now();
    }

    // What reaches it.

    /** Reads what taking a message in begins with; to compare two classes is to read both objects. */
    int approach(PeerId from, Message message, int step) {
        Object taken = message;
        if (step == 0) {
            return isUp() && taken.getClass() == PeerId.class ? 1 : 0;
        } else if (approachable != null) {
            return approachable.approach(from, message, step);
        }
        Object algorithm = protocol;
        return step == 1 && algorithm != null && algorithm.getClass() == taken.getClass() ? 1 : 0;
    }

    void receive(PeerId from, Message message) {
        if (conducts == null) {
            protocol.onMessage(from, message, this);
        } else {
            conducts.arrives(from, message);
        }
    }

    /** A client asks. */
    public void ask(Request request) {
        if (pace == null || !pace.holds(new HeldRequest(this, request, around.kernel().handling()))) {
            take(request);
        }
    }

    void take(Request request) {
        around.touched(id.index());
        protocol.onRequest(request, this);
    }

    /** How it keeps up with what reaches it. */
    public Pace pace() {
        if (pace == null) {
            pace = new Pace(id, around.kernel());
        }
        return pace;
    }

    /** What it takes the time from. */
    public Clock clock() {
        if (clock == null) {
            clock = new Clock(around.kernel(), timers);
        }
        return clock;
    }

    /** Keeps something for later that is due; false where it may happen at once. */
    boolean holds(Postponed due) {
        return pace != null && pace.holds(due);
    }

    /** Loses what waits for it. */
    void loseWaiting(String reason) {
        if (pace != null) {
            pace.lose(reason);
        }
    }

    void runOut(TimerEvent event) {
        timers.remove(event.timer());
        tell(event.timer(), event.sequence(), event.cause());
        around.touched(id.index());
        protocol.onTimer(event.timer(), this);
    }

    /** Says to those who watch that a timer has run out here. */
    void tell(Timer timer, long number, long cause) {
        if (around.witnesses().want(RunEvent.Kind.TIMER)) {
            around.witnesses().tell(new RunEvent.TimerFired(
                    trueTime(), number, cause, id, timer));
        }
    }

    // Who stands between it and the others.

    /** Lets a behaviour stand between this peer and all others, behind those that do already. */
    public Conduct misbehave(Conduct.Terms terms, Behaviour behaviour, RandomSource draws) {
        conducts = conducts == null ? new Conducts(this, around) : conducts;
        Conduct conduct = conducts.add(terms, behaviour, draws);
        if (isUp()) {
            conduct.begin();
        }
        return conduct;
    }

    /** Takes away what stood there; the peer is as it would be without. */
    public void behave(Conduct conduct) {
        conducts.remove(conduct);
        conduct.end();
        if (conducts.isEmpty()) {
            conducts = null;
        }
    }

    @Override
    public boolean isHonest() {
        return conducts == null;
    }

    /** Its honest self takes a message in, if it is up. */
    void takeIn(PeerId from, Message message) {
        if (protocol != null) {
            protocol.onMessage(from, message, this);
        }
    }

    // What it asks for.

    @Override
    public PeerId self() {
        return id;
    }

    @Override
    public SimTime now() {
        return clock == null ? trueTime() : new SimTime(clock.shown());
    }

    private SimTime trueTime() {
        return new SimTime(around.kernel().now());
    }

    @Override
    public RandomSource random() {
        around.thread().require();
        if (random == null) {
            random = around.random().stream(id.name());
        }
        return random;
    }

    @Override
    public void send(PeerId to, Message message) {
        Demands.requireSendable(to, message, around);
        if (conducts == null) {
            around.outbox().send(id, to, message);
        } else {
            conducts.leaves(to, message);
        }
    }

    @Override
    public void startTimer(Timer timer, Span delay) {
        Demands.requireStartable(timer, delay, around);
        TimerEvent event = new TimerEvent(this, timer, around.kernel().handling());
        TimerEvent before = timers.put(event);
        if (before != null) {
            before.cancel();
        }
        around.kernel().schedule(event, clock == null ? delay.nanos() : clock.trueSpan(delay.nanos()));
    }

    @Override
    public void cancelTimer(Timer timer) {
        Demands.requireTimer(timer, around);
        TimerEvent running = timers.remove(timer);
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void reply(Request request, Object answer) {
        around.thread().require();
        if (request == null) {
            throw new Misuse("cannot answer the request null");
        }
        around.outbox().answer(this, request, answer);
    }

    @Override
    public boolean isWatched() {
        return around.witnesses().want(RunEvent.Kind.STEP);
    }

    @Override
    public void step(Step step) {
        if (isWatched()) {
            around.thread().require();
            around.witnesses().tell(new RunEvent.StepTaken(
                    trueTime(), around.kernel().handling(), id, step));
        }
    }

    @Override
    public void save(Object state) {
        around.thread().require();
        saved = state;
    }
}
