package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Request;

/**
 * One get. It asks as many peers at once as it needs answers; who has nothing, or says nothing, leads on to
 * the next. A miss is believed when no replica is left.
 */
final class Reading implements Awaiting {

    private final RingPeer self;
    private final Request request;
    private final CacheKey key;
    private final RingSettings settings;
    private final PeerId[] walk;
    private final int replicas;
    private int next;
    private int open;
    private int answers;
    /** The number of the reminder to ask another one as well; 0 where there is none. */
    private int hedge;
    private Item best;
    private PeerId holder;
    private boolean isOver;
    /** What each of the peers that were asked has said, where that matters. */
    private Item[] said;
    private List<PeerId> silent = List.of();

    Reading(RingPeer self, Request request, CacheKey key, PeerId[] walk, int replicas) {
        this.self = self;
        this.request = request;
        this.key = key;
        this.settings = self.settings();
        this.walk = walk;
        this.replicas = Math.min(replicas, walk.length);
    }

    CacheKey key() {
        return key;
    }

    void begin(Context peer) {
        if (settings.readRepair() || settings.isAtomic()) {
            said = new Item[walk.length];
        }
        if (peer.isWatched()) {
            peer.step(new Decision.Placed(key.text(), Arrays.asList(walk).subList(0, replicas)));
        }
        proceed(peer);
        if (!isOver && settings.hedge().isPresent() && next < reach()) {
            hedge = self.hedge(this, settings.hedge().get(), peer);
        }
    }

    /** Whoever is asked takes its time: another one is asked as well. */
    void hedge(Context peer) {
        hedge = 0;
        if (!isOver && next < reach()) {
            self.network().meters().hedged();
            if (peer.isWatched()) {
                peer.step(new Decision.Hedged(key.text(), walk[next - 1], walk[next]));
            }
            ask(walk[next++], peer);
        }
    }

    private void proceed(Context peer) {
        while (open < wanted() && next < reach()) {
            ask(walk[next++], peer);
        }
        if (best != null && answers >= settings.readQuorum()) {
            finish(peer);
        } else if (open == 0) {
            giveUp(peer);
        }
    }

    /** How many answers are to be on their way. */
    private int wanted() {
        int missing = settings.readQuorum() - answers;
        return best == null ? Math.max(1, missing) : missing;
    }

    /** How far along the ring it may ask: those who stand in are asked in the place of the silent. */
    private int reach() {
        return settings.isSloppy() ? Math.min(walk.length, replicas + silent.size()) : replicas;
    }

    private void ask(PeerId target, Context peer) {
        if (target.equals(peer.self())) {
            take(target, self.find(key, peer));
        } else {
            open++;
            self.load().add(target);
            self.calls().ask(target, new Get(self.calls().next(), key), this, peer);
        }
    }

    private void take(PeerId from, Item item) {
        answers++;
        if (said != null) {
            said[place(from)] = item;
        }
        if (item != null && (best == null || item.isNewerThan(best))) {
            best = item;
            holder = from;
        }
    }

    private int place(PeerId peer) {
        int place = 0;
        while (!walk[place].equals(peer)) {
            place++;
        }
        return place;
    }

    @Override
    public void onAnswer(PeerId from, Message answer, Context peer) {
        open--;
        self.load().remove(from);
        if (isOver) {
            self.network().meters().inVain();
            return;
        }
        Item item = answer instanceof Found found ? found.item() : null;
        take(from, item);
        if (item == null && next < reach() && open < wanted()) {
            goOn(from, "it does not have it", peer);
        }
        proceed(peer);
    }

    @Override
    public void onSilence(PeerId from, String why, Context peer) {
        open--;
        self.load().remove(from);
        if (isOver) {
            return;
        }
        silent = silent.isEmpty() ? new ArrayList<>() : silent;
        silent.add(from);
        if (next < reach()) {
            goOn(from, why, peer);
        }
        proceed(peer);
    }

    private void goOn(PeerId from, String why, Context peer) {
        self.network().meters().fellThrough();
        if (peer.isWatched()) {
            peer.step(new Decision.FellThrough(key.text(), from, walk[next], why));
        }
    }

    private void finish(Context peer) {
        end(peer);
        if (settings.isAtomic() && holders() < settings.writeQuorum()) {
            new Writing(self, Writing.Report.to(request, new Answer.Read(best, holder, next)), key, best)
                    .begin(peer);
            return;
        }
        peer.reply(request, new Answer.Read(best, holder, next));
        if (settings.readRepair()) {
            repair(peer);
        }
    }

    /** How many of those who answered have the latest value that any of them has. */
    private int holders() {
        int holders = 0;
        for (int i = 0; i < next; i++) {
            boolean hasIt = said[i] != null && !best.isNewerThan(said[i]);
            holders += hasIt ? 1 : 0;
        }
        return holders;
    }

    private void end(Context peer) {
        isOver = true;
        if (hedge != 0) {
            self.unhedge(hedge, peer);
        }
    }

    private void repair(Context peer) {
        for (int i = 0; i < next; i++) {
            boolean isBehind = !silent.contains(walk[i]) && (said[i] == null || best.isNewerThan(said[i]));
            if (isBehind && i < replicas) {
                self.network().meters().repaired();
                if (peer.isWatched()) {
                    peer.step(new Decision.Repaired(key.text(), walk[i]));
                }
                self.send(walk[i], key, best, peer);
            }
        }
    }

    /** Where there is an origin, it has what no cache has, or what no cache says. */
    private void giveUp(Context peer) {
        end(peer);
        if (settings.origin().isPresent()) {
            self.fetches().fetch(this, peer);
            return;
        }
        boolean isMiss = answers >= settings.readQuorum();
        String why = walk.length == 0 ? "no peers available"
                : isMiss ? "" : answers + " of " + settings.readQuorum() + " answers";
        peer.reply(request, new Answer.Failed(isMiss ? Trouble.MISS : Trouble.NODE, why, peer.self(), key,
                List.copyOf(Arrays.asList(walk).subList(0, next)), List.copyOf(silent)));
    }

    /** The origin has answered. */
    void fetched(Item item, Context peer) {
        peer.reply(request, new Answer.Read(item, null, next));
    }
}
