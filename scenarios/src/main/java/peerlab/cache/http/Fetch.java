package peerlab.cache.http;

import java.util.ArrayList;
import java.util.List;

import peerlab.cache.http.Store.Entry;
import peerlab.cache.http.WebCache.Waiter;
import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;

/**
 * What a cache asks on behalf of all who wait for one response: those of its group first where they help each
 * other, then whoever stands behind it. What is stored and stale is validated.
 */
final class Fetch implements Purpose {

    private final WebCache self;
    private final HttpRequest request;
    private final long variant;
    private final List<Waiter> waiters = new ArrayList<>(1);
    private long asked;
    private int probes;
    private boolean isSettled;

    Fetch(WebCache self, HttpRequest request, long variant) {
        this.self = self;
        this.request = request;
        this.variant = variant;
    }

    long variant() {
        return variant;
    }

    boolean isOf(Resource url) {
        return request.url().equals(url);
    }

    void await(Waiter waiter) {
        waiters.add(waiter);
    }

    void begin(Context peer) {
        List<PeerId> siblings = self.settings().asksSiblings() ? self.network().siblings(peer.self())
                : List.of();
        if (siblings.isEmpty()) {
            askBehind(peer);
        }
        for (PeerId sibling : siblings) {
            probes++;
            self.calls().ask(sibling, new Probe(self.calls().next(), request.url(), request.language()),
                    new Probing(), peer);
        }
    }

    private void askBehind(Context peer) {
        PeerId next = self.network().next(self.settings().via(), request.url());
        HttpRequest plain = HttpRequest.get(self.calls().next(), request.url(), request.language());
        Entry stored = self.store().peek(variant);
        boolean canValidate = stored != null && stored.freshness().head().hasValidator();
        if (canValidate) {
            self.network().meters().validation();
        }
        ask(next, canValidate ? plain.unless(stored.freshness().head()) : plain, peer);
    }

    private void ask(PeerId next, HttpRequest message, Context peer) {
        asked = peer.now().nanos();
        self.calls().ask(next, message, this, peer);
    }

    /** The question to those of the own group: the first who has it is asked for it. */
    private final class Probing implements Purpose {

        @Override
        public void onAnswer(PeerId from, Message answer, Context peer) {
            probes--;
            boolean hasIt = answer instanceof Probed probed && probed.hasIt();
            if (hasIt && !isSettled) {
                isSettled = true;
                HttpRequest plain = HttpRequest.get(self.calls().next(), request.url(), request.language());
                ask(from, plain.onlyIfCached(self.calls().next()), peer);
            } else {
                settle(peer);
            }
        }

        @Override
        public void onSilence(PeerId from, Context peer) {
            probes--;
            settle(peer);
        }

        private void settle(Context peer) {
            if (probes == 0 && !isSettled) {
                isSettled = true;
                askBehind(peer);
            }
        }
    }

    @Override
    public void onAnswer(PeerId from, Message answer, Context peer) {
        HttpResponse given = (HttpResponse) answer;
        boolean isRevoked = self.isRevoked(request.url(), given.head());
        HttpResponse response = isRevoked ? given.spent() : given;
        boolean isSibling = isSibling(from, peer);
        if (isSibling && response.isError()) {
            askBehind(peer);
            return;
        }
        if (isSibling) {
            self.network().meters().siblingHit();
        }
        self.over(this);
        long now = peer.now().nanos();
        Entry stored = self.store().peek(variant);
        if (response.isError()) {
            failed(response.status(), stored, peer);
        } else if (response.status() == HttpResponse.NOT_MODIFIED) {
            validated(response, stored, now, peer);
        } else {
            arrived(response, now, peer);
        }
    }

    private boolean isSibling(PeerId from, Context peer) {
        return self.settings().asksSiblings() && self.network().siblings(peer.self()).contains(from);
    }

    private void validated(HttpResponse response, Entry stored, long now, Context peer) {
        if (stored == null) {
            // it was evicted meanwhile: what was found to be right is not there any more
            List.copyOf(waiters).forEach(waiter -> self.fetchAlone(waiter, peer));
            return;
        }
        self.network().meters().notModified();
        if (response.head().policy().noStore()) {
            for (int i = 0; i < waiters.size(); i++) {
                if (i == 0) {
                    self.respond(waiters.get(i), stored, peer);
                } else {
                    self.fetchAlone(waiters.get(i), peer);
                }
            }
            return;
        }
        Entry fresh = stored.validated(stored.freshness().validated(response.head(), asked, now));
        self.store().replace(variant, fresh);
        waiters.forEach(waiter -> self.respond(waiter, fresh, peer));
    }

    private void arrived(HttpResponse response, long now, Context peer) {
        boolean mayBeKept = response.head() != null && !response.head().policy().noStore();
        Entry entry = mayBeKept ? new Entry(response.status(),
                new Freshness(response.head(), asked, now), response.body()) : null;
        if (mayBeKept && keeps(response, peer)) {
            self.store().put(request.url(), request.language(), entry, now);
        }
        for (int i = 0; i < waiters.size(); i++) {
            boolean canShare = i == 0 || mayBeKept && isFor(waiters.get(i), response);
            if (canShare) {
                self.forward(waiters.get(i), response, peer);
            } else {
                self.fetchAlone(waiters.get(i), peer);
            }
        }
    }

    /** Who waited before anybody knew that responses differ by language may want another one. */
    private boolean isFor(Waiter waiter, HttpResponse response) {
        return response.head().vary().isEmpty() || waiter.request().language().equals(request.language());
    }

    /** Where on the way copies are left. */
    private boolean keeps(HttpResponse response, Context peer) {
        return switch (self.settings().copies()) {
            case "down" -> response.steps() == 0;
            case HttpSettings.CHANCE -> peer.random().nextChance(self.settings().chance());
            default -> true;
        };
    }

    private void failed(int status, Entry stored, Context peer) {
        boolean mayHelp = stored != null && stored.freshness().mayServeOnError(peer.now().nanos());
        for (Waiter waiter : waiters) {
            if (mayHelp) {
                self.network().meters().staleOnError();
                self.respond(waiter, stored, peer);
            } else {
                peer.send(waiter.from(), self.failure(waiter.request(), status));
            }
        }
    }

    @Override
    public void onSilence(PeerId from, Context peer) {
        if (isSibling(from, peer)) {
            askBehind(peer);
            return;
        }
        self.over(this);
        failed(HttpResponse.TIMED_OUT, self.store().peek(variant), peer);
    }
}
