package peerlab.cache.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import peerlab.cache.http.HttpRequest.Method;
import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Calls;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Timer;

/** A peer that makes what others ask for, and says how long it may be used. */
final class Origin implements Protocol {

    private final HttpDeployment network;
    private final HttpSettings settings;
    private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
    private final Calls<Purpose> calls;
    private final Leases leases;
    /** For each resource that is about to be written, who waits to write it next. */
    private final Map<Resource, Deque<Waiting>> writing = new HashMap<>();
    private int latest;

    Origin(HttpDeployment network, HttpSettings settings) {
        this.network = network;
        this.settings = settings;
        this.calls = new Calls<>(settings.timeout(), 0);
        this.leases = new Leases(calls);
    }

    /** A request that is being worked on. */
    private record Waiting(PeerId from, HttpRequest request) {
    }

    /** The work on a request is done. */
    record Done(int number) implements Timer {
    }

    @Override
    public void onStart(Context peer) {
        leases.begin(peer, network.longestLease());
    }

    @Override
    public void onMessage(PeerId from, Message message, Context peer) {
        if (message instanceof Revoked revoked) {
            Purpose purpose = calls.answered(revoked.call(), from);
            if (purpose != null) {
                purpose.onAnswer(from, message, peer);
            }
        }
        if (!(message instanceof HttpRequest request)) {
            return;
        }
        network.meters().asked();
        if (settings.work().isZero()) {
            deal(from, request, peer);
        } else {
            waiting.put(++latest, new Waiting(from, request));
            peer.startTimer(new Done(latest), settings.work());
        }
    }

    @Override
    public void onTimer(Timer timer, Context peer) {
        if (timer instanceof Done done) {
            Waiting over = waiting.remove(done.number());
            deal(over.from(), over.request(), peer);
        } else if (!leases.onTimer(timer, peer)) {
            calls.onTimer(timer, peer, (from, purpose) -> purpose.onSilence(from, peer));
        }
    }

    private void deal(PeerId from, HttpRequest request, Context peer) {
        if (request.method() == Method.PUT && settings.grantsLeases()) {
            Deque<Waiting> queue = writing.computeIfAbsent(request.url(), url -> new ArrayDeque<>());
            queue.add(new Waiting(from, request));
            if (queue.size() == 1) {
                write(request.url(), peer);
            }
            return;
        }
        HttpResponse response = answer(request, peer);
        boolean isHeld = settings.grantsLeases() && network.isToBeTold(from) && response.head() != null;
        if (isHeld && writing.containsKey(request.url())) {
            response = response.spent();
        } else if (isHeld) {
            leases.grant(request.url(), from, peer.now().nanos() + response.head().policy().maxAge());
        }
        peer.send(from, response);
    }

    /** Writes what waits first, as soon as nobody serves what was before. */
    private void write(Resource url, Context peer) {
        leases.revoke(url, peer.now().nanos(), peer, context -> {
            Deque<Waiting> queue = writing.get(url);
            Waiting first = queue.remove();
            context.send(first.from(), answer(first.request(), context));
            if (queue.isEmpty()) {
                writing.remove(url);
            } else {
                write(url, context);
            }
        });
    }

    private HttpResponse answer(HttpRequest request, Context peer) {
        if (peer.random().nextChance(settings.failing())) {
            return new HttpResponse(request.call(), HttpResponse.UNAVAILABLE, null, null, 0);
        }
        long now = peer.now().nanos();
        if (request.method() == Method.PUT) {
            network.content().write(request.url(), request.body(), now);
            return new HttpResponse(request.call(), HttpResponse.OK, null, null, 0);
        }
        if (!network.content().exists(request.url())) {
            Head head = new Head(now, 0, "", Head.UNSAID, "", settings.negative());
            return new HttpResponse(request.call(), HttpResponse.NOT_FOUND, head, null, 0);
        }
        Body body = network.content().present(request.url(), now);
        Head head = head(request, body, now);
        if (request.has(head)) {
            return new HttpResponse(request.call(), HttpResponse.NOT_MODIFIED, head, null, 0);
        }
        network.meters().sent(body.size());
        return new HttpResponse(request.call(), HttpResponse.OK, head, body, 0);
    }

    private Head head(HttpRequest request, Body body, long now) {
        boolean varies = settings.varies();
        String etag = settings.hasEtags()
                ? "v" + body.version() + (varies ? "-" + request.language() : "") : "";
        long modified = settings.saysLastModified() ? network.content().modified(request.url(), now)
                : Head.UNSAID;
        return new Head(now, 0, etag, modified, varies ? "Accept-Language" : "", settings.lifetimes());
    }

    @Override
    public Map<String, Object> inspect() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("role", "origin");
        values.put("waiting", waiting.size());
        return values;
    }
}
