package peerlab.cache.ring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.cache.CacheCounts;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Calls;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Payload;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Timer;

/** One peer of a cache ring: it keeps what belongs to it, and asks others for its clients. */
final class RingPeer implements Protocol {

    private static final int NO_CALL = 0;

    private final RingDeployment network;
    private final PeerId id;
    private final RingSettings settings;
    private final RingSettings ofNetwork;
    private final Membership membership;
    /** Empty for one that only asks. */
    private final Optional<Holdings> holdings;
    private final Calls<Awaiting> calls;
    private final Hints hints = new Hints(this);
    private final Fetches fetches = new Fetches(this);
    /** Empty for one that answers at once, as many as there are. */
    private final Optional<Service> service;
    private final Outstanding load = new Outstanding();
    private final Pending<Writing> lagging = new Pending<>();
    private final Pending<Writing> onTheirWay = new Pending<>();
    private final Pending<Reading> hedging = new Pending<>();
    private SimTime latest = SimTime.ZERO;

    RingPeer(RingDeployment network, PeerId id, RingSettings settings, Membership membership,
            Optional<Holdings> holdings) {
        this.network = network;
        this.id = id;
        this.settings = settings;
        this.ofNetwork = network.settingsOf(settings.ring());
        this.membership = membership;
        this.holdings = holdings;
        this.calls = new Calls<>(settings.timeout(), settings.repeats());
        this.service = holdings.isPresent() && settings.hasService() ? Optional.of(new Service(settings))
                : Optional.empty();
    }

    RingDeployment network() {
        return network;
    }

    RingSettings settings() {
        return settings;
    }

    Calls<Awaiting> calls() {
        return calls;
    }

    Membership membership() {
        return membership;
    }

    Optional<Holdings> holdings() {
        return holdings;
    }

    Fetches fetches() {
        return fetches;
    }

    Hints hints() {
        return hints;
    }

    Optional<Service> service() {
        return service;
    }

    Outstanding load() {
        return load;
    }

    Ring ring() {
        return membership.ring();
    }

    /** How many peers each key belongs to in the network that this peer asks. */
    int replicas() {
        return ofNetwork.replicas();
    }

    @Override
    public void onStart(Context peer) {
        if (holdings.isPresent()) {
            network.entered(peer.self(), settings.ring());
        }
        membership.begin(peer);
    }

    @Override
    public void onLeave(Context peer) {
        membership.leave(peer);
        if (holdings.isPresent()) {
            holdings.get().unwritten().flush();
            network.left(peer.self(), settings.ring());
            if (settings.handsOver()) {
                handOver(peer);
            }
        }
    }

    /** What it has goes where it belongs from here on. */
    private void handOver(Context peer) {
        Ring after = membership.ring();
        for (CacheKey key : network.keys().all()) {
            Item item = holdings.orElseThrow().peek(key);
            PeerId owner = item == null ? null : after.owner(key);
            if (owner != null) {
                send(owner, key, item, peer);
            }
        }
        hints.handOver(peer);
    }

    @Override
    public void onMessage(PeerId from, Message message, Context peer) {
        if (message instanceof Found found) {
            answer(found.call(), from, message, peer);
        } else if (message instanceof Absent absent) {
            answer(absent.call(), from, message, peer);
        } else if (message instanceof Stored stored) {
            answer(stored.call(), from, message, peer);
        } else if (message instanceof Busy busy) {
            calls.refused(busy.call(), from, peer, new Unanswered("it is busy", peer));
        } else if (!(message instanceof Get) && !(message instanceof Set)) {
            membership.onMessage(from, message, peer);
        } else if (service.isEmpty()) {
            serve(from, message, peer);
        } else if (!service.get().accept(from, message, peer)) {
            turnAway(from, message, peer);
        }
    }

    private void serve(PeerId from, Message message, Context peer) {
        if (message instanceof Get get) {
            Item item = find(get.key(), peer);
            peer.send(from, item == null ? new Absent(get.call()) : new Found(get.call(), item));
        } else if (message instanceof Set set) {
            Keeping outcome = set.meant() != null ? keepFor(set.meant(), set.key(), set.item(), peer)
                    : set.isUnwritten() ? keepUnwritten(set.key(), set.item(), peer)
                    : keep(set.key(), set.item(), peer);
            if (set.call() != NO_CALL) {
                peer.send(from, new Stored(set.call(), outcome));
            }
        }
    }

    private void turnAway(PeerId from, Message message, Context peer) {
        network.meters().turnedAway();
        if (peer.isWatched()) {
            peer.step(new Decision.TurnedAway(from, service.orElseThrow().length()));
        }
        int call = message instanceof Get get ? get.call() : ((Set) message).call();
        if (call != NO_CALL) {
            peer.send(from, new Busy(call, message instanceof Set));
        }
    }

    private void finish(Context peer) {
        Service.Job job = service.orElseThrow().finish(peer);
        network.meters().stayed(peer.now().nanos() - job.since().nanos());
        serve(job.from(), job.message(), peer);
    }

    private void answer(int call, PeerId from, Message message, Context peer) {
        Awaiting purpose = calls.answered(call, from);
        if (purpose != null) {
            purpose.onAnswer(from, message, peer);
        } else {
            network.meters().inVain();
        }
    }

    /** What becomes of requests that nobody answers, or that somebody refuses to. */
    private final class Unanswered implements Calls.Silence<Awaiting> {

        private final String why;
        private final Context peer;

        Unanswered(String why, Context peer) {
            this.why = why;
            this.peer = peer;
        }

        @Override
        public void from(PeerId whom, Awaiting purpose) {
            purpose.onSilence(whom, why, peer);
        }

        @Override
        public void again(PeerId whom, Awaiting purpose) {
            network.meters().repeated();
        }
    }

    @Override
    public void onTimer(Timer timer, Context peer) {
        boolean isDone = calls.onTimer(timer, peer, unanswered(peer)) || membership.onTimer(timer, peer);
        if (isDone) {
            return;
        }
        if (timer instanceof Alarm.Fetched fetched) {
            fetches.arrived(fetched.number(), peer);
        } else if (timer instanceof Alarm.Lagging late) {
            lagging.remove(late.number()).catchUp(peer);
        } else if (timer instanceof Alarm.Done) {
            finish(peer);
        } else if (timer instanceof Alarm.Hedging due) {
            hedging.remove(due.number()).hedge(peer);
        } else if (timer instanceof Alarm.Written done) {
            onTheirWay.remove(done.number()).written(peer);
        } else if (timer instanceof Alarm.Flush) {
            holdings.orElseThrow().unwritten().flush();
        } else if (timer instanceof Alarm.HandOff) {
            hints.handOver(peer);
        }
    }

    @Override
    public void onRequest(Request request, Context peer) {
        Optional<CacheKey> key = network.keys().find(request.key());
        if (key.isEmpty()) {
            peer.reply(request, new Answer.Failed(Trouble.INVALID_KEY,
                    KeyTable.complaint(request.key()).orElseThrow(), id, null, List.of(), List.of()));
        } else if (request.operation().equals("get")) {
            get(request, key.get(), peer);
        } else {
            put(request, key.get(), peer);
        }
    }

    private Unanswered unanswered(Context peer) {
        return new Unanswered("no answer within " + settings.timeout(), peer);
    }

    private void get(Request request, CacheKey key, Context peer) {
        if (request.options().get("size") instanceof Bytes size) {
            network.sizedAtOrigin(key, size.count());
        }
        PeerId[] walk = ring().walk(key);
        PeerId[] order = settings.reads() == Choice.IN_ORDER ? walk : shuffled(walk, peer);
        if (settings.reads() == Choice.TWO_CHOICES && replicas() > 1 && order.length > 1
                && load.of(order[1]) < load.of(order[0])) {
            PeerId busier = order[0];
            order[0] = order[1];
            order[1] = busier;
        }
        new Reading(this, request, key, order, replicas()).begin(peer);
    }

    private PeerId[] shuffled(PeerId[] walk, Context peer) {
        PeerId[] mixed = walk.clone();
        int replicas = Math.min(replicas(), walk.length);
        for (int i = 0; i + 1 < replicas; i++) {
            int other = i + peer.random().nextInt(replicas - i);
            PeerId chosen = mixed[other];
            mixed[other] = mixed[i];
            mixed[i] = chosen;
        }
        return mixed;
    }

    private void put(Request request, CacheKey key, Context peer) {
        boolean isReadOnly = settings.isReadOnly() || ofNetwork.isReadOnly();
        if (isReadOnly) {
            peer.reply(request, new Answer.Failed(Trouble.STORAGE, "network '" + settings.ring()
                    + "' takes no puts", peer.self(), key, List.of(), List.of()));
            return;
        }
        long size = request.value() instanceof Payload payload ? payload.size().count()
                : RingSettings.usualSize().count();
        latest = latest.isBefore(peer.now()) ? peer.now() : new SimTime(latest.nanos() + 1);
        Item item = new Item(request.value(), size, latest, id);
        key.sized(size);
        new Writing(this, Writing.Report.of(request), key, item).begin(peer);
    }

    /** What this peer has under a key, of its own or for another; null where it has nothing. */
    Item find(CacheKey key, Context peer) {
        Item own = holdings.isPresent() ? holdings.get().get(key, peer.now().nanos()) : null;
        return own != null || hints.count() == 0 ? own : hints.find(key);
    }

    Keeping keep(CacheKey key, Item item, Context peer) {
        return holdings.isPresent() ? holdings.get().put(key, item, peer.now().nanos()) : Keeping.REFUSED;
    }

    /** Keeps a value that the origin is to get from here. */
    Keeping keepUnwritten(CacheKey key, Item item, Context peer) {
        Keeping outcome = keep(key, item, peer);
        if (outcome == Keeping.KEPT) {
            holdings.orElseThrow().unwritten().add(key, item, peer);
        }
        return outcome;
    }

    Keeping keepFor(PeerId whom, CacheKey key, Item item, Context peer) {
        return hints.keep(whom, key, item, peer);
    }

    /** Gives somebody a value without waiting for what becomes of it. */
    void send(PeerId to, CacheKey key, Item item, Context peer) {
        if (to.equals(id)) {
            keep(key, item, peer);
        } else {
            peer.send(to, new Set(NO_CALL, key, item, null, false));
        }
    }

    /** Lets a put send the rest of its copies after a while. */
    void later(Writing writing, Span lag, Context peer) {
        peer.startTimer(new Alarm.Lagging(lagging.add(writing)), lag);
    }

    /** Lets a put reach the origin after a while. */
    void writeThrough(Writing writing, Span delay, Context peer) {
        peer.startTimer(new Alarm.Written(onTheirWay.add(writing)), delay);
    }

    /** Lets a get ask another replica as well after a while; gives the number to call that off by. */
    int hedge(Reading reading, Span delay, Context peer) {
        int number = hedging.add(reading);
        peer.startTimer(new Alarm.Hedging(number), delay);
        return number;
    }

    void unhedge(int number, Context peer) {
        hedging.remove(number);
        peer.cancelTimer(new Alarm.Hedging(number));
    }

    @Override
    public Map<String, Object> inspect() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("role", settings.isClient() ? "client" : "cache");
        values.put("ring", settings.ring());
        values.put("members", ring().holders().size());
        holdings.ifPresent(held -> {
            CacheCounts counts = held.cache().counts();
            values.put("items", held.cache().count());
            values.put("bytes", new Bytes(held.cache().bytes()));
            values.put("used", held.cache().used());
            values.put("capacity", held.capacity());
            values.put("hits", counts.hits());
            values.put("misses", counts.misses());
            values.put("evictions", counts.evictions());
            values.put("expirations", counts.expirations());
            values.put("served", held.served());
            values.put("hints", hints.count());
            service.ifPresent(desk -> values.put("queue", desk.length()));
        });
        return values;
    }

    @Override
    public List<PeerId> neighbours() {
        return ring().holders().stream().filter(holder -> !holder.equals(id)).toList();
    }
}
