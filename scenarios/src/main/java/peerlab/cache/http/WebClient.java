package peerlab.cache.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Calls;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Payload;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Timer;

/** A browser: it asks one cache, or the origins, for what its user wants. */
final class WebClient implements Protocol {

    private static final long SMALL = 64;

    private final HttpDeployment network;
    private final HttpSettings settings;
    private final PeerId id;
    private final Calls<Purpose> calls;

    WebClient(HttpDeployment network, HttpSettings settings, PeerId id) {
        this.network = network;
        this.settings = settings;
        this.id = id;
        this.calls = new Calls<>(settings.timeout(), 0);
    }

    /**
     * What a client answers to its user.
     *
     * @param failure empty where there is none
     */
    record Page(Body body, String failure, List<String> lines) {
    }

    @Override
    public void onRequest(Request request, Context peer) {
        Optional<Resource> url = network.find(request.key());
        if (url.isEmpty()) {
            String why = "invalid key: " + Url.complaint(request.key()).orElseThrow();
            reply(request, null, why, List.of(), peer);
            return;
        }
        PeerId next = network.first(settings.via(), id, url.get());
        boolean isGet = request.operation().equals("get");
        Object value = request.value();
        long size = value instanceof Payload payload ? payload.size().count() : SMALL;
        calls.ask(next, isGet ? HttpRequest.get(calls.next(), url.get(), settings.language())
                : HttpRequest.put(calls.next(), url.get(), new Body(value, 0, size)),
                new Asking(request, url.get(), isGet), peer);
    }

    private static void reply(Request request, Body body, String failure, List<String> lines, Context peer) {
        peer.reply(request, new Page(body, failure, lines));
    }

    @Override
    public void onMessage(PeerId from, Message message, Context peer) {
        Purpose purpose = message instanceof HttpResponse response
                ? calls.answered(response.call(), from) : null;
        if (purpose != null) {
            purpose.onAnswer(from, message, peer);
        }
    }

    @Override
    public void onTimer(Timer timer, Context peer) {
        calls.onTimer(timer, peer, (from, purpose) -> purpose.onSilence(from, peer));
    }

    @Override
    public Map<String, Object> inspect() {
        return Map.of("role", "client");
    }

    /** One question of the user. */
    private final class Asking implements Purpose {

        private final Request request;
        private final Resource url;
        private final boolean isGet;

        Asking(Request request, Resource url, boolean isGet) {
            this.request = request;
            this.url = url;
            this.isGet = isGet;
        }

        @Override
        public void onAnswer(PeerId from, Message answer, Context peer) {
            HttpResponse response = (HttpResponse) answer;
            boolean isOk = response.status() == HttpResponse.OK;
            if (isGet && isOk) {
                network.judge(url, response.body(), peer.now().nanos());
            }
            String failure = isOk ? "" : response.status() == HttpResponse.NOT_FOUND ? "not found"
                    : response.status() == HttpResponse.UNAVAILABLE ? "origin: 503" : "node: 504";
            reply(request, response.body(), failure, List.of(id + " asked " + from + ": "
                    + response.status()), peer);
        }

        @Override
        public void onSilence(PeerId from, Context peer) {
            reply(request, null, "node: no answer within " + settings.timeout(),
                    List.of(id + " asked " + from + ", which said nothing"), peer);
        }
    }
}
