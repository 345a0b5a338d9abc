package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

import peerlab.cache.CacheMeter;
import peerlab.cache.CacheMetrics;
import peerlab.cache.CacheSettings;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Failure;
import peerlab.engine.protocol.Gauge;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.NamedProperty;
import peerlab.engine.protocol.Outcome;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Premises;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Survey;
import peerlab.engine.protocol.Theory;

/** The cache rings of one run: what their peers share, the origin, and the judge of their answers. */
final class RingDeployment implements Deployment {

    /** So many rings of one network are remembered for those who learn of the same members. */
    private static final int MOST_RINGS = 64;

    private final Map<String, RingSettings> byGroup = new LinkedHashMap<>();
    private final Map<String, RingSettings> byRing = new LinkedHashMap<>();
    private final Map<String, Optional<Supplier<?>>> policies = new LinkedHashMap<>();
    private final Map<String, Map<List<PeerId>, Ring>> rings = new LinkedHashMap<>();
    private final Map<String, TreeSet<PeerId>> entered = new LinkedHashMap<>();
    private final KeyTable keys = new KeyTable();
    private final List<Member> holders = new ArrayList<>();
    private final java.util.Set<RingTheory.Change> changes = new LinkedHashSet<>();
    private RingMeters meters;

    RingDeployment(List<Member> members, Hooks hooks) {
        for (Member member : members) {
            if (!byGroup.containsKey(member.group())) {
                RingSettings settings = new RingSettings(member.parameters());
                byGroup.put(member.group(), settings);
                policies.put(member.group(), hooks.of(CacheRingProvider.POLICY, member.group()));
                if (!settings.isClient()) {
                    byRing.putIfAbsent(settings.ring(), settings);
                }
            }
            if (!byGroup.get(member.group()).isClient()) {
                holders.add(member);
            }
        }
    }

    /** What holds for a network; the defaults where nobody holds its keys. */
    RingSettings settingsOf(String ring) {
        return byRing.getOrDefault(ring, byGroup.values().iterator().next());
    }

    KeyTable keys() {
        return keys;
    }

    RingMeters meters() {
        return meters;
    }

    @Override
    public Protocol create(PeerSetup setup) {
        Member member = setup.member();
        RingSettings settings = byGroup.get(member.group());
        Membership membership = new Membership(this, settings, setup.contacts());
        Optional<Holdings> holdings = settings.isClient() ? Optional.empty()
                : Optional.of(holdings(member, settings, setup.random()));
        return new RingPeer(this, member.id(), settings, membership, holdings);
    }

    private Holdings holdings(Member member, RingSettings settings, RandomSource random) {
        CacheSettings cache = new CacheSettings(member.cache());
        EvictionPolicy policy = policies.get(member.group()).<EvictionPolicy>map(
                supplier -> (EvictionPolicy) supplier.get())
                .orElseGet(() -> cache.policy(random.stream("policy")));
        CacheMeter meter = new CacheMeter(meters.meter(), member.id().name(), settings.ring());
        return new Holdings(cache, policy, random.stream("lifetimes"), meter,
                new Unwritten(this, settings));
    }

    @Override
    public void converge(Population population, RandomSource random) {
        List<RingMember> all = new ArrayList<>();
        for (PeerId peer : population.members()) {
            population.protocol(peer).map(RingPeer.class::cast).ifPresent(ring -> all.add(new RingMember(
                    peer, ring.settings().ring(), ring.settings().isClient(), 1, false)));
        }
        all.forEach(member -> ((RingPeer) population.protocol(member.peer()).orElseThrow())
                .membership().settle(all));
    }

    // The network, as it should be.

    /** The ring of these holders; the same one for all who know the same. */
    Ring ring(String name, List<PeerId> holders) {
        RingSettings settings = settingsOf(name);
        boolean needsAll = settings.isSloppy()
                || byGroup.values().stream().anyMatch(s -> s.isSloppy() && s.ring().equals(name));
        Map<List<PeerId>, Ring> known = rings.computeIfAbsent(name, n -> new LinkedHashMap<>());
        Ring ring = known.computeIfAbsent(List.copyOf(holders),
                all -> new Ring(all, needsAll ? all.size() : settings.replicas(), settings));
        if (known.size() > MOST_RINGS) {
            known.remove(known.keySet().iterator().next());
        }
        return ring;
    }

    void entered(PeerId peer, String ring) {
        change(ring, peers -> peers.add(peer));
    }

    void left(PeerId peer, String ring) {
        change(ring, peers -> peers.remove(peer));
    }

    private void change(String name, java.util.function.Predicate<TreeSet<PeerId>> how) {
        TreeSet<PeerId> peers = entered.computeIfAbsent(name, n -> new TreeSet<>());
        List<PeerId> before = List.copyOf(peers);
        boolean hasChanged = how.test(peers);
        if (hasChanged && !before.isEmpty() && !peers.isEmpty() && !keys.all().isEmpty()) {
            changes.add(new RingTheory.Change(peers.size() > before.size(), keys.all().size(),
                    Math.max(peers.size(), before.size())));
            Ring old = ring(name, before);
            Ring changed = ring(name, List.copyOf(peers));
            meters.keysMoved(name, keys.all().stream()
                    .filter(key -> !old.owner(key).equals(changed.owner(key))).count());
        }
    }

    // The origin.

    /** What the origin has under a key: what was written last, or what nobody wrote. */
    Item origin(CacheKey key) {
        if (key.atOrigin() == null) {
            key.storedAtOrigin(original(RingSettings.usualSize().count()));
            key.sized(key.atOrigin().size());
        }
        return key.atOrigin();
    }

    private static Item original(long size) {
        return new Item(Outcome.ORIGINAL, size, SimTime.ZERO, null);
    }

    /** The origin is given a value; it keeps the latest. */
    void written(CacheKey key, Item item) {
        meters.originWrote();
        if (key.atOrigin() == null || item.isNewerThan(key.atOrigin())) {
            key.storedAtOrigin(item);
        }
    }

    /** Somebody says how large what the origin has is. */
    void sizedAtOrigin(CacheKey key, long size) {
        Item before = key.atOrigin();
        if (before == null || before.writer() == null && before.size() != size) {
            key.storedAtOrigin(original(size));
            key.sized(size);
        }
    }

    // What it all comes to.

    @Override
    public Outcome judge(Request request, Object answer, Population population) {
        if (answer instanceof Answer.Read read) {
            return Outcome.success(read.item().value());
        } else if (answer instanceof Answer.Failed failed) {
            meters.failed(request.operation(), failed.trouble());
            return Outcome.failure(failed.sentence());
        }
        return answer instanceof Failure failure ? Outcome.failure(failure.reason()) : Outcome.success(null);
    }

    @Override
    public List<String> explain(Request request, Object answer, Population population) {
        return answer instanceof Answer.Failed failed && failed.key() != null
                ? new Explanation(population).of(failed) : List.of();
    }

    @Override
    public void measureWith(Meter meter) {
        meters = new RingMeters(meter);
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                new Gauge(CacheMetrics.ENTRIES, Gauge.Fold.SUM, peer -> ((RingPeer) peer).holdings()
                        .map(held -> (double) held.cache().count()).orElse(0.0)),
                new Gauge(CacheMetrics.BYTES, Gauge.Fold.SUM, peer -> ((RingPeer) peer).holdings()
                        .map(held -> (double) held.cache().bytes()).orElse(0.0)),
                new Gauge(CacheRingProvider.QUEUE, Gauge.Fold.SUM,
                        peer -> ((RingPeer) peer).service().map(Service::length).orElse(0)),
                new Gauge(CacheRingProvider.UNWRITTEN, Gauge.Fold.SUM, peer -> ((RingPeer) peer).holdings()
                        .map(held -> held.unwritten().count()).orElse(0)),
                new Gauge(CacheRingProvider.HINTS, Gauge.Fold.SUM,
                        peer -> ((RingPeer) peer).hints().count()));
    }

    @Override
    public List<Survey> surveys() {
        return new Loads(this).surveys();
    }

    @Override
    public List<NamedProperty> properties() {
        return List.of(
                new NamedProperty(CacheRingProvider.WITHIN, "no cache holds more than it has room for",
                        population -> peers(population).allMatch(peer -> peer.holdings()
                                .map(held -> held.cache().used() <= held.capacity()).orElse(true))),
                new NamedProperty(CacheRingProvider.ONE_RING, "all peers of a network know the same members",
                        population -> byRing.keySet().stream().allMatch(ring -> peers(population)
                                .filter(peer -> peer.settings().ring().equals(ring))
                                .map(peer -> peer.ring().holders()).distinct().count() <= 1)));
    }

    static java.util.stream.Stream<RingPeer> peers(Population population) {
        return population.members().stream().flatMap(id -> population.protocol(id).stream())
                .map(RingPeer.class::cast);
    }

    /** Of networks side by side, theory would have to be told one by one. */
    @Override
    public List<Theory> theory(Premises premises) {
        boolean isPlayed = policies.values().stream().anyMatch(Optional::isPresent);
        return byRing.size() != 1 || isPlayed ? List.of()
                : new RingTheory(byRing.values().iterator().next(), holders)
                        .of(premises, changes, keys.all().size());
    }

    @Override
    public int size(Message message) {
        return Memcached.size(message);
    }

    @Override
    public boolean isRequest(Message message) {
        return message instanceof Get || message instanceof Set || message instanceof Hello
                || message instanceof Digest;
    }

    @Override
    public List<PeerId> closest(String key, int count, Population population) {
        Optional<CacheKey> known = keys.find(key);
        List<PeerId> found = new ArrayList<>();
        for (Map.Entry<String, TreeSet<PeerId>> network : entered.entrySet()) {
            List<PeerId> holders = List.copyOf(network.getValue());
            known.ifPresent(k -> new Ring(holders, holders.size(), settingsOf(network.getKey()))
                    .each(k).filter(population::isUp).limit(count - found.size()).forEach(found::add));
        }
        return found;
    }
}
