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
    private final Map<Integer, Writing> lagging = new LinkedHashMap<>();
    private int laggings;
    private SimTime latest = SimTime.ZERO;

    RingPeer(RingDeployment network, PeerId id, RingSettings settings, Membership membership,
            Optional<Holdings> holdings) {
        this.network = network;
        this.id = id;
        this.settings = settings;
        this.ofNetwork = network.settingsOf(settings.ring());
        this.membership = membership;
        this.holdings = holdings;
        this.calls = new Calls<>(settings.timeout(), settings.retries());
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
        if (message instanceof Get get) {
            Item item = find(get.key(), peer);
            peer.send(from, item == null ? new Absent(get.call()) : new Found(get.call(), item));
        } else if (message instanceof Found found) {
            answer(found.call(), from, message, peer);
        } else if (message instanceof Absent absent) {
            answer(absent.call(), from, message, peer);
        } else if (message instanceof Set set) {
            Keeping outcome = set.meant() == null ? keep(set.key(), set.item(), peer)
                    : keepFor(set.meant(), set.key(), set.item(), peer);
            if (set.call() != NO_CALL) {
                peer.send(from, new Stored(set.call(), outcome));
            }
        } else if (message instanceof Stored stored) {
            answer(stored.call(), from, message, peer);
        } else {
            membership.onMessage(from, message, peer);
        }
    }

    private void answer(int call, PeerId from, Message message, Context peer) {
        Awaiting purpose = calls.answered(call, from);
        if (purpose != null) {
            purpose.onAnswer(from, message, peer);
        }
    }

    @Override
    public void onTimer(Timer timer, Context peer) {
        boolean isDone = calls.onTimer(timer, peer, (from, purpose) -> purpose.onSilence(from, peer))
                || membership.onTimer(timer, peer);
        if (isDone) {
            return;
        }
        if (timer instanceof Alarm.Fetched fetched) {
            fetches.arrived(fetched.number(), peer);
        } else if (timer instanceof Alarm.Lagging late) {
            lagging.remove(late.number()).catchUp(peer);
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

    private void get(Request request, CacheKey key, Context peer) {
        if (request.options().get("size") instanceof Bytes size) {
            network.sizedAtOrigin(key, size.count());
        }
        PeerId[] walk = ring().walk(key);
        new Reading(this, request, key, settings.readsByChance() ? shuffled(walk, peer) : walk, replicas())
                .begin(peer);
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
        if (settings.origin().isPresent()) {
            network.writeThrough(key, item);
        }
        new Writing(this, request, key, item).begin(peer);
    }

    /** What this peer has under a key, of its own or for another; null where it has nothing. */
    Item find(CacheKey key, Context peer) {
        Item own = holdings.isPresent() ? holdings.get().get(key, peer.now().nanos()) : null;
        return own != null || hints.count() == 0 ? own : hints.find(key);
    }

    Keeping keep(CacheKey key, Item item, Context peer) {
        return holdings.isPresent() ? holdings.get().put(key, item, peer.now().nanos()) : Keeping.REFUSED;
    }

    Keeping keepFor(PeerId whom, CacheKey key, Item item, Context peer) {
        return hints.keep(whom, key, item, peer);
    }

    /** Gives somebody a value without waiting for what becomes of it. */
    void send(PeerId to, CacheKey key, Item item, Context peer) {
        if (to.equals(id)) {
            keep(key, item, peer);
        } else {
            peer.send(to, new Set(NO_CALL, key, item, null));
        }
    }

    /** Lets a put send the rest of its copies after a while. */
    void later(Writing writing, Span lag, Context peer) {
        lagging.put(++laggings, writing);
        peer.startTimer(new Alarm.Lagging(laggings), lag);
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
        });
        return values;
    }

    @Override
    public List<PeerId> neighbours() {
        return ring().holders().stream().filter(holder -> !holder.equals(id)).toList();
    }
}
