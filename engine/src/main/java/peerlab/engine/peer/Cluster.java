package peerlab.engine.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.observe.CounterCell;
import peerlab.engine.observe.Metrics;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.trace.Fingerprint;

/** All peers of a run: who is up, who comes and goes, and what each takes in. */
public final class Cluster implements Surroundings {

    /** {@link #takeTouched} where more than one peer changed. */
    public static final int ALL = -1;
    /** {@link #takeTouched} where none did. */
    public static final int NOBODY = -2;

    private final Kernel kernel;
    private final OwnThread thread = new OwnThread();
    private final Witnesses witnesses;
    private final Fingerprint fingerprint;
    private final RandomSource random;
    private final Peer[] peers;
    private final List<PeerId> ids;
    private final Outbox outbox;
    private final CounterCell joined;
    private final CounterCell left;
    private final CounterCell crashed;
    private final CounterCell restarted;
    private final Map<Deployment, List<PeerId>> membersOf = new HashMap<>();
    private final List<LifeWatch> watches = new ArrayList<>();
    private int up;
    private int down;
    private long changes;
    private int touched = NOBODY;
    private int latest;

    /** Somebody to take part: who, and what it runs. */
    public record Place(Member member, String protocol, Deployment deployment) {
    }

    public Cluster(
            List<Place> places,
            Kernel kernel,
            Outbox outbox,
            Witnesses witnesses,
            Fingerprint fingerprint,
            Metrics metrics,
            RandomSource random) {
        this.kernel = kernel;
        this.outbox = outbox;
        this.witnesses = witnesses;
        this.fingerprint = fingerprint;
        this.random = random;
        this.peers = new Peer[places.size()];
        List<PeerId> all = new ArrayList<>(places.size());
        for (Place place : places) {
            PeerId id = place.member().id();
            if (id.index() != all.size()) {
                throw new IllegalArgumentException(
                        id + " has index " + id.index() + ", expected " + all.size());
            }
            peers[id.index()] = new Peer(place.member(), place.protocol(), place.deployment(), this);
            all.add(id);
        }
        this.ids = List.copyOf(all);
        this.joined = metrics.counter("peers.joined");
        this.left = metrics.counter("peers.left");
        this.crashed = metrics.counter("peers.crashed");
        this.restarted = metrics.counter("peers.restarted");
    }

    public int size() {
        return peers.length;
    }

    public Peer peer(int index) {
        return peers[index];
    }

    public Peer peer(PeerId id) {
        return peers[id.index()];
    }

    public List<PeerId> ids() {
        return ids;
    }

    /** How many are up. */
    public int up() {
        return up;
    }

    /** How many were up and are not. */
    public int down() {
        return down;
    }

    /** Grows whenever a peer comes or goes. */
    public long changes() {
        return changes;
    }

    /** Who may have changed since this was last asked: an index, {@link #ALL} or {@link #NOBODY}. */
    public int takeTouched() {
        int before = touched;
        touched = NOBODY;
        return before;
    }

    /** Who acted last: whom to name when something throws; null in a run without peers. */
    public PeerId latest() {
        return ids.isEmpty() ? null : ids.get(latest);
    }

    @Override
    public OwnThread thread() {
        return thread;
    }

    @Override
    public void called(int peer) {
        latest = peer;
    }

    @Override
    public void touched(int peer) {
        if (peer >= 0) {
            latest = peer;
        }
        touched = touched == NOBODY || touched == peer ? peer : ALL;
    }

    /** Makes the instance of a peer that is up from the start; {@link #start} lets it begin. */
    public void prepare(Peer peer, List<PeerId> contacts) {
        peer.prepare(contacts, true);
        up++;
    }

    /** Lets a prepared peer begin. */
    public void start(Peer peer) {
        latest = peer.id().index();
        tell(peer, RunEvent.Life.STARTED);
        peer.start();
    }

    /** A peer from outside comes in through others. */
    public void join(Peer peer, List<PeerId> contacts) {
        comeUp(peer, contacts, false, RunEvent.Life.JOINED);
        joined.add(1);
        peer.start();
    }

    /** A peer that is down comes back, with or without what it saved. */
    public void restart(Peer peer, List<PeerId> contacts, boolean keepsStorage) {
        comeUp(peer, contacts, keepsStorage, RunEvent.Life.RESTARTED);
        restarted.add(1);
        peer.start();
    }

    private void comeUp(Peer peer, List<PeerId> contacts, boolean keepsStorage, RunEvent.Life change) {
        if (peer.isUp()) {
            throw new IllegalStateException(peer.id() + " is up already");
        }
        if (peer.hasBegun()) {
            down--;
        }
        peer.prepare(contacts, keepsStorage);
        up++;
        tell(peer, change);
    }

    /** A peer says goodbye and goes. */
    public void leave(Peer peer) {
        peer.sayGoodbye();
        left.add(1);
        goDown(peer, RunEvent.Life.LEFT, peer.id() + " left");
    }

    /** A peer stops at once and forgets all but what it saved. */
    public void crash(Peer peer) {
        crashed.add(1);
        goDown(peer, RunEvent.Life.CRASHED, peer.id() + " crashed");
    }

    /** What a peer saved is lost, be it up or down. */
    public void wipe(Peer peer) {
        tell(peer, RunEvent.Life.WIPED);
        peer.loseStorage();
    }

    /** Lets somebody hear of all that come and go from here on. */
    public void watch(LifeWatch watch) {
        watches.add(watch);
    }

    /** Lets somebody who watched hear no more. */
    public void stopWatching(LifeWatch watch) {
        watches.remove(watch);
    }

    /** Who hears of peers that come and go, whoever made them. */
    public interface LifeWatch {

        void changed(Peer peer, RunEvent.Life change);
    }

    private void goDown(Peer peer, RunEvent.Life change, String reason) {
        peer.goDown();
        up--;
        down++;
        tell(peer, change);
        outbox.abandon(peer, reason);
        peer.loseWaiting(refusal(peer.id()));
    }

    private void tell(Peer peer, RunEvent.Life change) {
        changes++;
        touched(peer.id().index());
        fingerprint.fact(RunEvent.Kind.LIFE.ordinal(), kernel.now());
        fingerprint.fold((long) peer.id().index() << 8 | change.ordinal());
        // numbered whether or not anybody watches: the ids of what follows are the same for everybody
        long id = kernel.nextNumber();
        if (witnesses.want(RunEvent.Kind.LIFE)) {
            witnesses.tell(new RunEvent.LifeChanged(
                    new SimTime(kernel.now()), id, kernel.handling(), peer.id(), change));
        }
        for (int i = 0; i < watches.size(); i++) {
            watches.get(i).changed(peer, change);
        }
    }

    /** Lets go of all that peers are and keep, in a run that does not go on. */
    public void forget() {
        for (Peer peer : peers) {
            peer.forget();
        }
    }

    /** Why a peer can take nothing in; null while it can. */
    public String refusal(PeerId to) {
        Peer peer = peers[to.index()];
        if (peer.isUp()) {
            return null;
        }
        return peer.hasBegun() ? "receiver is down" : "receiver has not joined";
    }

    /** Reads what taking a message in will need, and changes nothing. */
    public int approach(PeerId from, PeerId to, Message message, int step) {
        return peers[to.index()].approach(from, message, step);
    }

    /** Whether a peer that is up keeps something for later that has reached it. */
    public boolean holds(PeerId to, Postponed due) {
        return peers[to.index()].holds(due);
    }

    /** Hands a message to a peer that is up. */
    public void receive(PeerId from, PeerId to, Message message) {
        touched(to.index());
        peers[to.index()].receive(from, message);
    }

    /** The size of a message, as its sender's protocol encodes it. */
    public int size(PeerId from, Message message) {
        return peers[from.index()].deployment().size(message);
    }

    /** What a message can be taken for that was changed on its way; null where it cannot. */
    public Message changed(PeerId from, Message message, RandomSource random) {
        called(from.index());
        Deployment deployment = peers[from.index()].deployment();
        List<PeerId> members = membersOf.computeIfAbsent(deployment, own ->
                ids.stream().filter(id -> peer(id).deployment() == own).toList());
        return deployment.corrupt(message, members, random).orElse(null);
    }

    @Override
    public boolean isMember(PeerId peer) {
        int index = peer.index();
        return index < peers.length && (ids.get(index) == peer || ids.get(index).equals(peer));
    }

    /** A peer that a protocol names, if it is one of this run. */
    public PeerId member(Object named, String giver) {
        if (named instanceof PeerId id && isMember(id)) {
            return id;
        }
        throw new Misuse(giver + " gave " + named + ", which is no peer of this run");
    }

    /** All peers that a protocol's deployment serves, seen from outside. */
    public Population population(List<PeerId> members) {
        return new Members(members);
    }

    private final class Members implements Population {

        private final List<PeerId> members;

        Members(List<PeerId> members) {
            this.members = members;
        }

        @Override
        public List<PeerId> members() {
            return members;
        }

        @Override
        public boolean isUp(PeerId id) {
            return peer(id).isUp();
        }

        @Override
        public boolean isHonest(PeerId id) {
            return peer(id).isHonest();
        }

        @Override
        public Optional<Protocol> protocol(PeerId id) {
            return Optional.ofNullable(peer(id).algorithm());
        }

        @Override
        public Optional<String> downSince(PeerId id) {
            Peer peer = peer(id);
            return peer.isUp() || !peer.hasBegun() ? Optional.empty() : Optional.of(peer.since().toString());
        }
    }

    @Override
    public Kernel kernel() {
        return kernel;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Witnesses witnesses() {
        return witnesses;
    }

    @Override
    public RandomSource random() {
        return random;
    }
}
