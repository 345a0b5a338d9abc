package peerlab.cache.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import peerlab.cache.CacheMeter;
import peerlab.cache.CacheMetrics;
import peerlab.cache.CacheSettings;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Gauge;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Outcome;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;

/** The web of one run: who stands behind whom, the resources, and the judge of what clients get. */
final class HttpDeployment implements Deployment {

    private final Map<String, HttpSettings> settings = new LinkedHashMap<>();
    private final Map<String, List<PeerId>> groups = new LinkedHashMap<>();
    private final Map<String, NextHop> nextHops = new LinkedHashMap<>();
    private final Map<PeerId, List<PeerId>> siblings = new HashMap<>();
    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, Integer> languages = new LinkedHashMap<>();
    private final List<PeerId> origins = new ArrayList<>();
    private final Set<PeerId> caches = new HashSet<>();
    private final Set<PeerId> passingOn = new HashSet<>();
    private long longestLease;
    private final Hooks hooks;
    private final Content content;
    private HttpMeters meters;

    HttpDeployment(List<Member> members, Hooks hooks, RandomSource random) {
        this.hooks = hooks;
        HttpSettings ofOrigins = null;
        for (Member member : members) {
            HttpSettings own = settings.computeIfAbsent(
                    member.group(), g -> new HttpSettings(member.parameters()));
            groups.computeIfAbsent(member.group(), g -> new ArrayList<>()).add(member.id());
            longestLease = Math.max(longestLease, own.grantsLeases() ? own.lifetimes().maxAge() : 0);
            if (own.is(HttpSettings.CACHE)) {
                caches.add(member.id());
            }
            if (own.is(HttpSettings.ORIGIN)) {
                origins.add(member.id());
                ofOrigins = ofOrigins == null ? own : ofOrigins;
            }
        }
        groups.forEach((group, peers) -> peers.forEach(peer -> siblings.put(peer,
                peers.stream().filter(other -> !other.equals(peer)).toList())));
        settings.forEach((group, own) -> {
            boolean isAsked = own.asksSiblings() || settings.values().stream()
                    .anyMatch(other -> other.is(HttpSettings.CACHE) && other.via().equals(group));
            if (isAsked) {
                passingOn.addAll(groups.get(group));
            }
        });
        groups.put("", origins);
        groups.forEach((group, peers) -> nextHops.put(group, new NextHop(peers)));
        language("");
        this.content = new Content(ofOrigins, random.stream("content"));
    }

    Content content() {
        return content;
    }

    HttpMeters meters() {
        return meters;
    }

    @Override
    public Protocol create(PeerSetup setup) {
        Member member = setup.member();
        HttpSettings own = settings.get(member.group());
        if (own.is(HttpSettings.ORIGIN)) {
            return new Origin(this, own);
        } else if (own.is(HttpSettings.CLIENT)) {
            return new WebClient(this, own, member.id());
        }
        CacheSettings cache = new CacheSettings(member.cache());
        Optional<Supplier<?>> brought = hooks.of(HttpProvider.POLICY, member.group());
        EvictionPolicy policy = brought.<EvictionPolicy>map(supplier -> (EvictionPolicy) supplier.get())
                .orElseGet(() -> cache.policy(setup.random().stream("policy")));
        CacheMeter meter = new CacheMeter(meters.meter(), member.id().name(), member.group());
        return new WebCache(this, own, new Store(this, cache, policy, setup.random().stream("lifetimes"),
                meter));
    }

    // Who stands behind whom.

    /** Whom a cache asks next for a resource: one of a group, by rendezvous hashing. */
    PeerId next(String group, Resource url) {
        return nextHops.get(group).of(url);
    }

    List<PeerId> nextAll(String group) {
        return groups.get(group);
    }

    /** Whom a client asks first: always the same cache, or the origin of the resource. */
    PeerId first(String group, PeerId client, Resource url) {
        List<PeerId> caches = groups.get(group);
        return group.isEmpty() ? next(group, url) : caches.get((client.number() - 1) % caches.size());
    }

    /** The others of a cache's group. */
    List<PeerId> siblings(PeerId peer) {
        return siblings.get(peer);
    }

    /** Whether somebody who is given a response has to be told when it is written. */
    boolean isToBeTold(PeerId peer) {
        return longestLease > 0 && caches.contains(peer);
    }

    /** How long a cache may serve something at most, where it is told before that is written; else 0. */
    long longestLease() {
        return longestLease;
    }

    /** Whether other caches get what they keep from this one. */
    boolean passesOn(PeerId cache) {
        return passingOn.contains(cache);
    }

    // Resources.

    /** The resource that a key names; empty where it can be none. */
    Optional<Resource> find(String key) {
        if (Url.complaint(key).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(resources.computeIfAbsent(Url.normal(key),
                text -> new Resource(text, resources.size())));
    }

    /** The number of a language. */
    int language(String name) {
        return languages.computeIfAbsent(name, n -> languages.size());
    }

    int languages() {
        return languages.size();
    }

    // What it all comes to.

    /** Counts a page that is not any more what the origin has. */
    void judge(Resource url, Body body, long now) {
        if (body.version() < content.present(url, now).version()) {
            meters.outdated();
        }
    }

    @Override
    public Outcome judge(Request request, Object answer, Population population) {
        if (answer instanceof WebClient.Page page) {
            Object value = page.body() == null ? null : page.body().value();
            return page.failure().isEmpty() ? Outcome.success(value) : Outcome.failure(page.failure());
        }
        return Deployment.super.judge(request, answer, population);
    }

    @Override
    public List<String> explain(Request request, Object answer, Population population) {
        return answer instanceof WebClient.Page page ? page.lines() : List.of();
    }

    @Override
    public void measureWith(Meter meter) {
        meters = new HttpMeters(meter);
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                new Gauge(CacheMetrics.ENTRIES, Gauge.Fold.SUM, peer ->
                        peer instanceof WebCache web ? web.store().cache().count() : 0),
                new Gauge(CacheMetrics.BYTES, Gauge.Fold.SUM, peer ->
                        peer instanceof WebCache web ? web.store().cache().bytes() : 0));
    }

    @Override
    public int size(Message message) {
        return Wire.size(message);
    }

    @Override
    public boolean isRequest(Message message) {
        return message instanceof HttpRequest || message instanceof Probe || message instanceof Revoke;
    }
}
