package peerlab.cache.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.cache.http.HttpRequest.Method;
import peerlab.cache.http.Store.Entry;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Calls;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Timer;

/** A cache between those who ask and those who make what is asked for. */
final class WebCache implements Protocol {

    private final HttpDeployment network;
    private final HttpSettings settings;
    private final Store store;
    private final Calls<Purpose> calls;
    private final Map<Long, Fetch> open = new LinkedHashMap<>();
    private final Leases leases;
    /** Up to when, by its origin's clock, what was made of a resource may not be kept. */
    private final Map<Resource, Long> revoked = new HashMap<>();

    WebCache(HttpDeployment network, HttpSettings settings, Store store) {
        this.network = network;
        this.settings = settings;
        this.store = store;
        this.calls = new Calls<>(settings.timeout(), 0);
        this.leases = new Leases(calls);
    }

    HttpDeployment network() {
        return network;
    }

    HttpSettings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    Calls<Purpose> calls() {
        return calls;
    }

    @Override
    public void onStart(Context peer) {
        if (network.passesOn(peer.self())) {
            leases.begin(peer, network.longestLease());
        }
    }

    @Override
    public void onMessage(PeerId from, Message message, Context peer) {
        if (message instanceof HttpRequest request) {
            if (request.method() == Method.PUT) {
                pass(from, request, peer);
            } else {
                serve(new Waiter(from, request), peer);
            }
        } else if (message instanceof HttpResponse response) {
            answer(response.call(), from, message, peer);
        } else if (message instanceof Revoke revoke) {
            revoke(from, revoke, peer);
        } else if (message instanceof Revoked done) {
            answer(done.call(), from, message, peer);
        } else if (message instanceof Probe probe) {
            Entry stored = store.peek(store.variant(probe.url(), probe.language()));
            boolean isFresh = stored != null && stored.freshness().isFresh(peer.now().nanos());
            peer.send(from, new Probed(probe.call(), isFresh));
        } else if (message instanceof Probed probed) {
            answer(probed.call(), from, message, peer);
        }
    }

    private void answer(int call, PeerId from, Message message, Context peer) {
        Purpose purpose = calls.answered(call, from);
        if (purpose != null) {
            purpose.onAnswer(from, message, peer);
        }
    }

    @Override
    public void onTimer(Timer timer, Context peer) {
        if (!leases.onTimer(timer, peer)) {
            calls.onTimer(timer, peer, (from, purpose) -> purpose.onSilence(from, peer));
        }
    }

    /** Nothing of the resource is served any more, here or behind; what is on its way is not kept. */
    private void revoke(PeerId from, Revoke revoke, Context peer) {
        network.meters().revoked();
        store.invalidate(revoke.url());
        revoked.merge(revoke.url(), revoke.date(), Math::max);
        open.values().removeIf(fetch -> fetch.isOf(revoke.url()));
        leases.revoke(revoke.url(), revoke.date(), peer,
                context -> context.send(from, new Revoked(revoke.call())));
    }

    /** Whether a response was made before somebody wrote the resource anew. */
    boolean isRevoked(Resource url, Head head) {
        return head != null && revoked.getOrDefault(url, -1L) >= head.date();
    }

    /** Whoever is given a response and keeps it is to be told, as long as it may be served. */
    private void told(PeerId holder, Resource url, Head head, Context peer) {
        if (head != null && network.isToBeTold(holder)) {
            leases.grant(url, holder, peer.now().nanos() + Math.max(0, head.policy().maxAge()));
        }
    }

    /** Somebody who waits for a response. */
    record Waiter(PeerId from, HttpRequest request) {
    }

    private void serve(Waiter waiter, Context peer) {
        HttpRequest request = waiter.request();
        long now = peer.now().nanos();
        Entry stored = store.find(request.url(), request.language(), now);
        if (stored != null && stored.freshness().isFresh(now)) {
            network.meters().fresh(stored.status());
            respond(waiter, stored, peer);
        } else if (request.onlyIfCached()) {
            peer.send(waiter.from(), failure(request, HttpResponse.TIMED_OUT));
        } else if (stored != null && stored.freshness().mayServeWhileRevalidating(now)) {
            network.meters().stale();
            respond(waiter, stored, peer);
            fetch(request, null, peer);
        } else {
            fetch(request, waiter, peer);
        }
    }

    /** @param waiter null where what is stored is validated in the background */
    private void fetch(HttpRequest request, Waiter waiter, Context peer) {
        long variant = store.variant(request.url(), request.language());
        Fetch before = open.get(variant);
        boolean isOnItsWay = before != null && (waiter == null || settings.coalesces());
        if (isOnItsWay) {
            if (waiter != null) {
                network.meters().coalesced();
                before.await(waiter);
            }
            return;
        }
        Fetch fetch = new Fetch(this, request, variant);
        if (waiter != null) {
            fetch.await(waiter);
        }
        open.put(variant, fetch);
        fetch.begin(peer);
    }

    /** What was on its way is here, or will never be. */
    void over(Fetch fetch) {
        open.remove(fetch.variant(), fetch);
    }

    /** Asks once more, for somebody who could not share what came for another. */
    void fetchAlone(Waiter waiter, Context peer) {
        Fetch fetch = new Fetch(this, waiter.request(), store.variant(
                waiter.request().url(), waiter.request().language()));
        fetch.await(waiter);
        fetch.begin(peer);
    }

    /** From what is stored; whoever has this version already is told so, without a body. */
    void respond(Waiter waiter, Entry stored, Context peer) {
        Head head = stored.freshness().head().aged(stored.freshness().age(peer.now().nanos()));
        told(waiter.from(), waiter.request().url(), head, peer);
        boolean hasIt = stored.status() == HttpResponse.OK && waiter.request().has(head);
        peer.send(waiter.from(), new HttpResponse(waiter.request().call(),
                hasIt ? HttpResponse.NOT_MODIFIED : stored.status(), head, hasIt ? null : stored.body(), 0));
    }

    /** What arrived goes on to somebody. */
    void forward(Waiter waiter, HttpResponse response, Context peer) {
        told(waiter.from(), waiter.request().url(), response.head(), peer);
        boolean hasIt = response.status() == HttpResponse.OK && response.head() != null
                && waiter.request().has(response.head());
        peer.send(waiter.from(), new HttpResponse(waiter.request().call(),
                hasIt ? HttpResponse.NOT_MODIFIED : response.status(), response.head(),
                hasIt ? null : response.body(), response.steps() + 1));
    }

    HttpResponse failure(HttpRequest request, int status) {
        return new HttpResponse(request.call(), status, null, null, 0);
    }

    /** An unsafe method goes through to the origin, and what is stored of the resource goes; section 4.4. */
    private void pass(PeerId from, HttpRequest request, Context peer) {
        PeerId next = network.next(settings.via(), request.url());
        calls.ask(next, HttpRequest.put(calls.next(), request.url(), request.body()), new Purpose() {

            @Override
            public void onAnswer(PeerId by, Message answer, Context context) {
                HttpResponse response = (HttpResponse) answer;
                if (!response.isError() && store.invalidate(request.url())) {
                    network.meters().invalidated();
                }
                context.send(from, response.with(request.call(), 0));
            }

            @Override
            public void onSilence(PeerId by, Context context) {
                context.send(from, failure(request, HttpResponse.TIMED_OUT));
            }
        }, peer);
    }

    @Override
    public Map<String, Object> inspect() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("role", "cache");
        values.put("items", store.cache().count());
        values.put("bytes", new Bytes(store.cache().bytes()));
        values.put("fetches", open.size());
        return values;
    }

    @Override
    public List<PeerId> neighbours() {
        return network.nextAll(settings.via());
    }
}
