package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Timer;

/**
 * Whom a peer knows, and how it comes to know them. Who comes up says hello to those it was told of; who is
 * greeted tells everybody. What gets lost on the way is found by gossip: now and then a peer compares a
 * number with somebody, and where the numbers differ they tell each other all.
 */
final class Membership {

    /** News is gathered for so long, for who comes up is seldom alone. */
    private static final Span GATHERING = Span.millis(1);

    private final RingDeployment network;
    private final RingSettings settings;
    private final List<PeerId> contacts;
    private final Roster roster = new Roster();
    private final List<RingMember> news = new ArrayList<>();
    private RingMember self;
    private boolean isWelcome;
    private Ring ring;
    private int ringChanges = -1;

    Membership(RingDeployment network, RingSettings settings, List<PeerId> contacts) {
        this.network = network;
        this.settings = settings;
        this.contacts = contacts;
        this.isWelcome = contacts.isEmpty();
    }

    Roster roster() {
        return roster;
    }

    /** The network that the peer belongs to, or asks, as far as it knows. */
    Ring ring() {
        if (ringChanges != roster.changes()) {
            ring = network.ring(settings.ring(), roster.holders(settings.ring()));
            ringChanges = roster.changes();
        }
        return ring;
    }

    void begin(Context peer) {
        long life = peer.now().nanos() + 1;
        self = new RingMember(peer.self(), settings.ring(), settings.isClient(), life, false);
        roster.hear(self);
        greet(peer);
        long first = peer.random().nextLong(settings.gossip().nanos()) + 1;
        peer.startTimer(Alarm.GOSSIP, new Span(first));
    }

    /** Knows from the start who there is. */
    void settle(List<RingMember> all) {
        roster.hear(all);
        isWelcome = true;
    }

    private void greet(Context peer) {
        if (!isWelcome) {
            contacts.forEach(contact -> peer.send(contact, new Hello(0, self)));
            peer.startTimer(Alarm.REJOIN, settings.timeout());
        }
    }

    /** True where the message was about members. */
    boolean onMessage(PeerId from, Message message, Context peer) {
        if (message instanceof Hello hello) {
            hear(List.of(hello.self()), peer, true);
            peer.send(from, new Members(1, roster.all()));
        } else if (message instanceof Members members) {
            hear(members.members(), peer, false);
            if (members.call() > 0) {
                isWelcome = true;
                peer.cancelTimer(Alarm.REJOIN);
            }
        } else if (message instanceof Digest digest) {
            if (digest.sum() != roster.sum()) {
                peer.send(from, new Members(0, roster.all()));
                peer.send(from, new Hello(0, self));
            }
        } else {
            return false;
        }
        return true;
    }

    private void hear(List<RingMember> said, Context peer, boolean isGreeting) {
        List<PeerId> before = peer.isWatched() ? roster.holders(settings.ring()) : List.of();
        List<RingMember> heard = roster.hear(said);
        if (isGreeting && !heard.isEmpty()) {
            if (news.isEmpty()) {
                peer.startTimer(Alarm.ANNOUNCE, GATHERING);
            }
            news.addAll(heard);
        }
        if (peer.isWatched() && !before.equals(roster.holders(settings.ring()))) {
            peer.step(new Decision.RingChanged(settings.ring(), roster.holders(settings.ring())));
        }
    }

    /** True where the timer was about members. */
    boolean onTimer(Timer timer, Context peer) {
        if (timer instanceof Alarm.Gossip) {
            List<PeerId> others = roster.others(peer.self());
            if (!others.isEmpty()) {
                peer.send(others.get(peer.random().nextInt(others.size())), new Digest(roster.sum()));
            }
            peer.startTimer(Alarm.GOSSIP, settings.gossip());
        } else if (timer instanceof Alarm.Announce) {
            List<RingMember> all = List.copyOf(news);
            news.clear();
            roster.others(peer.self()).forEach(other -> peer.send(other, new Members(0, all)));
        } else if (timer instanceof Alarm.Rejoin) {
            greet(peer);
        } else {
            return false;
        }
        return true;
    }

    /** Says goodbye to everybody. */
    void leave(Context peer) {
        RingMember gone = self.leaving();
        List<PeerId> others = roster.others(peer.self());
        roster.hear(gone);
        others.forEach(other -> peer.send(other, new Members(0, List.of(gone))));
    }
}
