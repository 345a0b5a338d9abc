package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Request;

/**
 * One put, or what a get puts back: the value goes to all replicas, and the client hears when as many have
 * confirmed as it needs.
 * Where quorums are sloppy, the next peer on the ring keeps a value for one that does not answer.
 */
final class Writing implements Awaiting {

    private final RingPeer self;
    private final Report report;
    private final CacheKey key;
    private final Item item;
    private final RingSettings settings;
    private final PeerId[] walk;
    private final int replicas;
    private final int needed;
    private int next;
    private int open;
    private int copies;
    private Keeping refusal;
    private boolean isOver;
    private boolean isLagging;
    /** Whether the origin has still to say that it has it. */
    private boolean isOnItsWay;
    /** For whom each peer on the way keeps it, where that is another. */
    private PeerId[] meant;
    private List<PeerId> silent = List.of();

    /** Whom it is for. */
    record Report(Request request, Optional<Answer> success, boolean isPut) {

        /** A client's put. */
        static Report of(Request put) {
            return new Report(put, Optional.empty(), true);
        }

        /** A get that answers when as many copies are confirmed as a put needs. */
        static Report to(Request get, Answer answer) {
            return new Report(get, Optional.of(answer), false);
        }

        /** A peer that fills caches of itself, and waits for nobody. */
        static Report none() {
            return new Report(null, Optional.empty(), false);
        }

        boolean isAwaited() {
            return request != null;
        }
    }

    Writing(RingPeer self, Report report, CacheKey key, Item item) {
        this.self = self;
        this.report = report;
        this.key = key;
        this.item = item;
        this.settings = self.settings();
        this.walk = self.ring().walk(key);
        this.replicas = Math.min(self.replicas(), walk.length);
        this.needed = report.isAwaited() ? settings.writeQuorum() : 0;
        this.isOver = !report.isAwaited();
    }

    void begin(Context peer) {
        if (peer.isWatched()) {
            peer.step(new Decision.Placed(key.text(), Arrays.asList(walk).subList(0, replicas)));
        }
        if (report.isPut() && settings.origin().isPresent() && !settings.writesBack()) {
            isOnItsWay = true;
            self.writeThrough(this, settings.origin().get(), peer);
        }
        boolean isAtOnce = !report.isAwaited() || settings.lag().isZero() || needed >= replicas;
        isLagging = !isAtOnce;
        sendUpTo(isAtOnce ? replicas : needed, peer);
        if (isLagging) {
            self.later(this, settings.lag(), peer);
        }
        settle(peer);
    }

    /** The origin has it. */
    void written(Context peer) {
        self.network().written(key, item);
        isOnItsWay = false;
        settle(peer);
    }

    /** The rest of the replicas. */
    void catchUp(Context peer) {
        isLagging = false;
        sendUpTo(replicas, peer);
        settle(peer);
    }

    private void sendUpTo(int end, Context peer) {
        while (next < end) {
            send(walk[next++], null, peer);
        }
    }

    private void send(PeerId target, PeerId whom, Context peer) {
        if (target.equals(peer.self())) {
            count(whom == null ? keep(peer) : self.keepFor(whom, key, item, peer));
        } else {
            open++;
            self.calls().ask(target, new Set(self.calls().next(), key, item, whom, isUnwritten()),
                    this, peer);
        }
    }

    private boolean isUnwritten() {
        return report.isPut() && settings.origin().isPresent() && settings.writesBack();
    }

    private Keeping keep(Context peer) {
        return isUnwritten() ? self.keepUnwritten(key, item, peer) : self.keep(key, item, peer);
    }

    private void count(Keeping outcome) {
        if (outcome == Keeping.KEPT) {
            copies++;
        } else {
            refusal = outcome;
        }
    }

    @Override
    public void onAnswer(PeerId from, Message answer, Context peer) {
        open--;
        if (answer instanceof Stored stored) {
            count(stored.outcome());
        }
        settle(peer);
    }

    @Override
    public void onSilence(PeerId from, String why, Context peer) {
        open--;
        silent = silent.isEmpty() ? new ArrayList<>() : silent;
        silent.add(from);
        if (settings.isSloppy() && next < walk.length) {
            standIn(from, peer);
        }
        settle(peer);
    }

    private void standIn(PeerId from, Context peer) {
        meant = meant == null ? new PeerId[walk.length] : meant;
        int place = Arrays.asList(walk).indexOf(from);
        PeerId whom = meant[place] == null ? from : meant[place];
        meant[next] = whom;
        PeerId other = walk[next++];
        self.network().meters().stoodIn();
        if (peer.isWatched()) {
            peer.step(new Decision.StoodIn(key.text(), other, whom));
        }
        send(other, whom, peer);
    }

    private void settle(Context peer) {
        if (isOver) {
            return;
        }
        if (copies >= needed) {
            if (!isOnItsWay) {
                isOver = true;
                peer.reply(report.request(), report.success().orElseGet(() -> new Answer.Written(copies)));
            }
        } else if (open == 0 && !isLagging || copies + open < needed && !settings.isSloppy()) {
            isOver = true;
            peer.reply(report.request(), failure(peer));
        }
    }

    private Answer failure(Context peer) {
        Trouble trouble = refusal == Keeping.TOO_LARGE ? Trouble.INVALID_SIZE
                : refusal == Keeping.REFUSED ? Trouble.EVICTION : Trouble.NODE;
        String why = walk.length == 0 ? "no peers available"
                : trouble == Trouble.INVALID_SIZE ? item.size() + " bytes do not fit into a cache"
                : trouble == Trouble.EVICTION ? "nothing made room for it"
                : copies + " of " + needed + " copies confirmed";
        List<PeerId> asked = List.copyOf(Arrays.asList(walk).subList(0, next));
        return new Answer.Failed(trouble, why, peer.self(), key, asked, List.copyOf(silent));
    }
}
