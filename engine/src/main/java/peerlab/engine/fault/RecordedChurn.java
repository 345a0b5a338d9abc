package peerlab.engine.fault;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Event;
import peerlab.engine.peer.Peer;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.Lives.Change;

/**
 * Peers come and go as somebody recorded it. Who comes up first in the recording is away before; who goes
 * first is up before.
 *
 * <p>When it is over nobody goes any more. Who is away comes back when the recording says so, and at once
 * where it does not say so.
 */
final class RecordedChurn implements Fault {

    private final FaultSpec.Churn spec;
    private final List<Change> changes;
    private final Map<String, PeerId> who = new HashMap<>();
    private final Set<PeerId> away = new LinkedHashSet<>();
    private Scene scene;
    private Revolving door;
    private long began;
    private int next;
    private boolean isOver;

    RecordedChurn(FaultSpec.Churn spec, Lives.Recorded recorded) {
        this.spec = spec;
        this.changes = recorded.changes();
    }

    @Override
    public List<PeerId> begin(Scene where) {
        scene = where;
        door = new Revolving(spec, where);
        began = where.kernel().now();
        List<PeerId> members = where.members(spec.who());
        members.forEach(id -> who.put(id.name(), id));
        return members;
    }

    @Override
    public void act(Scene where) {
        Set<PeerId> mentioned = new LinkedHashSet<>();
        for (Change change : changes) {
            PeerId id = who.get(change.peer());
            if (id != null && mentioned.add(id) && change.isUp() && !change.time().isZero()) {
                go(id);
            }
        }
        proceed();
    }

    /** Carries out all that is due at this instant, and comes back for what is due next. */
    private void proceed() {
        while (next < changes.size() && due() <= scene.kernel().now()) {
            Change change = changes.get(next++);
            PeerId id = who.get(change.peer());
            if (id != null && change.isUp()) {
                comeBack(id);
            } else if (id != null && !isOver) {
                go(id);
            }
        }
        if (next < changes.size() && due() < Long.MAX_VALUE) {
            scene.kernel().scheduleAt(new Turn(), due());
        }
    }

    private long due() {
        long after = changes.get(next).time().nanos();
        return after < Long.MAX_VALUE - began ? began + after : Long.MAX_VALUE;
    }

    private void go(PeerId id) {
        Peer peer = scene.cluster().peer(id);
        if (peer.isUp()) {
            away.add(id);
            door.out(peer, draws(id));
        }
    }

    private void comeBack(PeerId id) {
        Peer peer = scene.cluster().peer(id);
        boolean isToCome = !isOver || away.contains(id);
        away.remove(id);
        if (isToCome && !peer.isUp()) {
            door.in(peer, draws(id).stream("via"));
        }
    }

    /** Of one peer at one instant. */
    private RandomSource draws(PeerId id) {
        return scene.draws(id).stream("change", next);
    }

    @Override
    public void end(Scene where) {
        isOver = true;
        Set<PeerId> expected = new LinkedHashSet<>();
        for (Change change : changes.subList(next, changes.size())) {
            if (change.isUp() && who.containsKey(change.peer())) {
                expected.add(who.get(change.peer()));
            }
        }
        for (PeerId id : List.copyOf(away)) {
            if (!expected.contains(id)) {
                comeBack(id);
            }
        }
    }

    /** Something of the recording is due. */
    private final class Turn extends Event {

        @Override
        protected void happen() {
            proceed();
        }

        @Override
        public String toString() {
            return "following a recording of peers that come and go";
        }
    }
}
