package peerlab.kademlia;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;

/**
 * The search for the k closest peers to a target, or for a value under it (section 2.3). It keeps alpha
 * requests in flight, each to the closest contact not asked yet. After a round that brought nobody closer
 * than the closest already heard of, it asks all unasked among the k closest at once. It ends when the k
 * closest that are alive have answered.
 *
 * <p>A request that an answer of round r leads to belongs to round r + 1. Where all messages take equally
 * long, these are the rounds of a synchronous network.
 */
final class Lookup implements Awaiting {

    /** What happens when a lookup is over. */
    interface Ending {
        void onEnd(Lookup lookup, Context peer);
    }

    private static final int USUAL_ROUNDS = 12;

    private final Kademlia node;
    private final int number;
    private final Key target;
    private final boolean isForValue;
    private final Ending ending;
    private final Shortlist shortlist;
    private Contact[] asked;
    private byte[] rounds;
    private byte[] depths;
    private boolean[] isSilent;
    private int requests;
    private int inFlight;
    private int[] openInRound = new int[USUAL_ROUNDS];
    private boolean[] isCloserInRound = new boolean[USUAL_ROUNDS];
    private int currentRound = 1;
    private int lastRound;
    private boolean isFinalStep;
    private boolean isOver;
    private byte wave;
    private long waveAt;
    private Item item;
    private Contact holder;
    private int holderDepth;

    Lookup(Kademlia node, int number, Key target, boolean isForValue, Ending ending) {
        this.node = node;
        this.number = number;
        this.target = target;
        this.isForValue = isForValue;
        this.ending = ending;
        this.shortlist = new Shortlist(target, node.settings().k());
        int usualRequests = node.settings().k() + 2 * node.settings().alpha();
        this.asked = new Contact[usualRequests];
        this.rounds = new byte[usualRequests];
        this.depths = new byte[usualRequests];
        this.isSilent = new boolean[usualRequests];
    }

    void begin(Context peer) {
        waveAt = peer.now().nanos();
        Contact[] own = node.table().closest(target, node.settings().k(), null);
        for (Contact contact : own) {
            shortlist.add(contact, 1, wave);
        }
        if (peer.isWatched()) {
            peer.step(new Decision.Chosen(number, target, names(own), "the closest of the own table"));
        }
        proceed(1, peer);
    }

    Key target() {
        return target;
    }

    /** What was found under the key; null where nothing was. */
    Item item() {
        return item;
    }

    /** Who had it. */
    Contact holder() {
        return holder;
    }

    /** The depth of the referral chain to whoever had it. */
    int holderDepth() {
        return holderDepth;
    }

    /** The k closest that answered, the closest first. */
    List<Contact> closest() {
        List<Contact> closest = new ArrayList<>(node.settings().k());
        for (int i = 0; i < shortlist.size() && closest.size() < node.settings().k(); i++) {
            if (shortlist.state(i) == Shortlist.ANSWERED) {
                closest.add(shortlist.contact(i));
            }
        }
        return closest;
    }

    Findings findings() {
        List<Contact> closest = closest();
        List<Integer> chain = new ArrayList<>(closest.size());
        for (Contact contact : closest) {
            chain.add(shortlist.depth(shortlist.indexOf(contact)));
        }
        List<PeerId> whom = new ArrayList<>(requests);
        List<PeerId> silent = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            whom.add(asked[i].peer());
            if (isSilent[i]) {
                silent.add(asked[i].peer());
            }
        }
        return new Findings(
                target, node.contact().peer(), node.settings().k(), closest, chain,
                whom, silent, requests, lastRound);
    }

    @Override
    public void onAnswer(Contact from, Message answer, Context peer) {
        if (isOver) {
            return;
        }
        int request = requestTo(from);
        if (answer instanceof ValueFound found) {
            item = found.item();
            holder = from;
            holderDepth = depths[request];
            finish("the value was found", peer);
        } else if (answer instanceof Nodes nodes) {
            mark(from, Shortlist.ANSWERED);
            boolean isCloser = learn(from, depths[request] + 1, nodes.contacts(), peer);
            settle(rounds[request], isCloser, peer);
        }
    }

    @Override
    public void onSilence(Contact from, Context peer) {
        if (isOver) {
            return;
        }
        int request = requestTo(from);
        isSilent[request] = true;
        mark(from, Shortlist.SILENT);
        if (peer.isWatched()) {
            peer.step(new Decision.TimedOut(number, from.peer()));
        }
        settle(rounds[request], false, peer);
    }

    /** The closest peer that answered without having the value: where a copy belongs (section 2.3). */
    Contact closestWithout() {
        for (int i = 0; i < shortlist.size(); i++) {
            if (shortlist.state(i) == Shortlist.ANSWERED) {
                return shortlist.contact(i);
            }
        }
        return null;
    }

    private boolean learn(Contact from, int depth, Contact[] contacts, Context peer) {
        long now = peer.now().nanos();
        if (now != waveAt) {
            waveAt = now;
            wave++;
        }
        boolean isWatched = peer.isWatched();
        List<PeerId> fresh = isWatched ? new ArrayList<>() : null;
        boolean isCloser = false;
        for (Contact contact : contacts) {
            if (contact == node.contact()) {
                continue;
            }
            if (isWatched && shortlist.indexOf(contact) < 0) {
                fresh.add(contact.peer());
            }
            isCloser |= shortlist.add(contact, depth, wave);
        }
        if (isWatched) {
            peer.step(new Decision.Learned(number, from.peer(), fresh, isCloser));
        }
        return isCloser;
    }

    /**
     * A request of a round is done with. Rounds that are over thereby decide whether the final step is
     * due.
     */
    private void settle(int round, boolean isCloser, Context peer) {
        inFlight--;
        openInRound[round]--;
        isCloserInRound[round] |= isCloser;
        while (currentRound <= lastRound && openInRound[currentRound] == 0) {
            isFinalStep = !isCloserInRound[currentRound];
            currentRound++;
        }
        proceed(round + 1, peer);
    }

    private void proceed(int round, Context peer) {
        int k = node.settings().k();
        int alpha = node.settings().alpha();
        while (isFinalStep || inFlight < alpha) {
            int next = shortlist.firstUnasked(k);
            if (next < 0) {
                break;
            }
            ask(next, round, peer);
        }
        if (shortlist.isSettled(k)) {
            finish(shortlist.size() == 0 ? "nobody is known" : "the closest have all answered", peer);
        }
    }

    private void ask(int index, int round, Context peer) {
        Contact contact = shortlist.contact(index);
        shortlist.setState(index, Shortlist.ASKED);
        makeRoom(round);
        asked[requests] = contact;
        rounds[requests] = (byte) round;
        depths[requests] = (byte) shortlist.depth(index);
        requests++;
        inFlight++;
        openInRound[round]++;
        lastRound = Math.max(lastRound, round);
        currentRound = Math.min(currentRound, round);
        if (peer.isWatched()) {
            peer.step(new Decision.Asked(number, contact.peer(), shortlist.depth(index), round, isFinalStep
                    ? "the last round brought nobody closer: all of the k closest are asked"
                    : "the closest not asked yet"));
        }
        int call = node.calls().next();
        Message request = isForValue ? new FindValue(call, target) : new FindNode(call, target);
        node.calls().ask(contact.peer(), request, this, peer);
    }

    private void finish(String why, Context peer) {
        isOver = true;
        if (peer.isWatched()) {
            peer.step(new Decision.Finished(number, closest().stream().map(Contact::peer).toList(), why));
        }
        ending.onEnd(this, peer);
    }

    private void mark(Contact contact, byte state) {
        int index = shortlist.indexOf(contact);
        if (index >= 0) {
            shortlist.setState(index, state);
        }
    }

    private int requestTo(Contact contact) {
        for (int i = requests - 1; i >= 0; i--) {
            if (asked[i] == contact) {
                return i;
            }
        }
        throw new IllegalStateException(contact + " answers lookup " + number + ", which never asked it");
    }

    private void makeRoom(int round) {
        if (requests == asked.length) {
            int capacity = 2 * requests;
            asked = Arrays.copyOf(asked, capacity);
            rounds = Arrays.copyOf(rounds, capacity);
            depths = Arrays.copyOf(depths, capacity);
            isSilent = Arrays.copyOf(isSilent, capacity);
        }
        if (round >= openInRound.length) {
            openInRound = Arrays.copyOf(openInRound, 2 * round);
            isCloserInRound = Arrays.copyOf(isCloserInRound, 2 * round);
        }
    }

    private static List<PeerId> names(Contact[] contacts) {
        return Arrays.stream(contacts).map(Contact::peer).toList();
    }
}
