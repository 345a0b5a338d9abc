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

    // A request: the number of whom it went to, its round, its depth, and whether no answer came.
    private static final int ROUND = Integer.SIZE;
    private static final int DEPTH = ROUND + 16;
    private static final long SILENT = Long.MIN_VALUE;

    // A round: whether it brought anybody closer, and above that how many of its requests are open.
    private static final int CLOSER = 1;
    private static final int OPEN = 2;

    private final Kademlia node;
    private final Directory directory;
    private final int number;
    private final Key target;
    private final boolean isForValue;
    private final Ending ending;
    private final Shortlist shortlist;
    private long[] asked;
    private int requests;
    private int inFlight;
    private int[] rounds = new int[USUAL_ROUNDS];
    private int currentRound = 1;
    private int lastRound;
    private boolean isFinalStep;
    private boolean isOver;
    private Item item;
    private int holder = Directory.NOBODY;
    private int holderDepth;

    Lookup(Kademlia node, int number, Key target, boolean isForValue, Ending ending) {
        this.node = node;
        this.number = number;
        this.target = target;
        this.isForValue = isForValue;
        this.ending = ending;
        this.directory = node.directory();
        this.shortlist = new Shortlist(directory, target, node.settings().k());
        this.asked = new long[node.settings().k() + 2 * node.settings().alpha()];
    }

    void begin(Context peer) {
        shortlist.hear(peer.now().nanos());
        int[] own = node.closest(target, Directory.NOBODY);
        for (int contact : own) {
            shortlist.add(contact, 1);
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
    PeerId holder() {
        return directory.peer(holder);
    }

    /** The depth of the referral chain to whoever had it. */
    int holderDepth() {
        return holderDepth;
    }

    /** The k closest that answered, the closest first. */
    int[] closest() {
        int[] closest = new int[node.settings().k()];
        int found = 0;
        for (int i = 0; i < shortlist.size() && found < closest.length; i++) {
            if (shortlist.state(i) == Shortlist.ANSWERED) {
                closest[found++] = shortlist.contact(i);
            }
        }
        return Arrays.copyOf(closest, found);
    }

    Findings findings() {
        int[] closest = closest();
        List<Integer> chain = new ArrayList<>(closest.length);
        for (int i = 0; chain.size() < closest.length; i++) {
            if (shortlist.state(i) == Shortlist.ANSWERED) {
                chain.add(shortlist.depth(i));
            }
        }
        List<PeerId> whom = new ArrayList<>(requests);
        List<PeerId> silent = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            PeerId peer = directory.peer((int) asked[i]);
            whom.add(peer);
            if ((asked[i] & SILENT) != 0) {
                silent.add(peer);
            }
        }
        return new Findings(
                target, node.contact().peer(), node.settings().k(), directory.contacts(closest), chain,
                whom, silent, requests, lastRound);
    }

    @Override
    public int approach(int step) {
        return step == 2
                ? shortlist.size() + (int) asked[0] + rounds[0]
                : shortlist.approach() + (int) asked[asked.length - 1];
    }

    @Override
    public void onAnswer(int from, Message answer, Context peer) {
        if (isOver) {
            return;
        }
        int request = requestTo(from);
        if (answer instanceof ValueFound found) {
            item = found.item();
            holder = from;
            holderDepth = depth(request);
            finish("the value was found", peer);
        } else if (answer instanceof Nodes nodes) {
            mark(from, Shortlist.ANSWERED);
            boolean isCloser = learn(from, depth(request) + 1, nodes.numbers(), peer);
            settle(round(request), isCloser, peer);
        }
    }

    @Override
    public void onSilence(int from, Context peer) {
        if (isOver) {
            return;
        }
        int request = requestTo(from);
        asked[request] |= SILENT;
        mark(from, Shortlist.SILENT);
        if (peer.isWatched()) {
            peer.step(new Decision.TimedOut(number, directory.peer(from)));
        }
        settle(round(request), false, peer);
    }

    /** The closest that answered without having the value: where a copy belongs (section 2.3). */
    int closestWithout() {
        for (int i = 0; i < shortlist.size(); i++) {
            if (shortlist.state(i) == Shortlist.ANSWERED) {
                return shortlist.contact(i);
            }
        }
        return Directory.NOBODY;
    }

    private boolean learn(int from, int depth, int[] contacts, Context peer) {
        shortlist.hear(peer.now().nanos());
        boolean isWatched = peer.isWatched();
        List<PeerId> fresh = isWatched ? new ArrayList<>() : null;
        boolean isCloser = false;
        int self = node.number();
        for (int contact : contacts) {
            if (contact == self) {
                continue;
            }
            int heard = shortlist.add(contact, depth);
            isCloser |= heard == Shortlist.CLOSEST;
            if (isWatched && heard != Shortlist.KNOWN) {
                fresh.add(directory.peer(contact));
            }
        }
        if (isWatched) {
            peer.step(new Decision.Learned(number, directory.peer(from), fresh, isCloser));
        }
        return isCloser;
    }

    /**
     * A request of a round is done with. Rounds that are over thereby decide whether the final step is
     * due.
     */
    private void settle(int round, boolean isCloser, Context peer) {
        inFlight--;
        rounds[round] = rounds[round] - OPEN | (isCloser ? CLOSER : 0);
        while (currentRound <= lastRound && rounds[currentRound] < OPEN) {
            isFinalStep = (rounds[currentRound] & CLOSER) == 0;
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
        int depth = shortlist.depth(index);
        PeerId to = directory.peer(shortlist.contact(index));
        shortlist.setState(index, Shortlist.ASKED);
        makeRoom(round);
        asked[requests] = shortlist.contact(index) | (long) round << ROUND | (long) depth << DEPTH;
        requests++;
        inFlight++;
        rounds[round] += OPEN;
        lastRound = Math.max(lastRound, round);
        currentRound = Math.min(currentRound, round);
        if (peer.isWatched()) {
            peer.step(new Decision.Asked(number, to, depth, round, isFinalStep
                    ? "the last round brought nobody closer: all of the k closest are asked"
                    : "the closest not asked yet"));
        }
        int call = node.calls().next();
        Message request = isForValue ? new FindValue(call, target) : new FindNode(call, target);
        node.calls().ask(to, request, this, peer);
    }

    private void finish(String why, Context peer) {
        isOver = true;
        if (peer.isWatched()) {
            peer.step(new Decision.Finished(number, names(closest()), why));
        }
        ending.onEnd(this, peer);
    }

    private void mark(int contact, int state) {
        int index = shortlist.indexOf(contact);
        if (index >= 0) {
            shortlist.setState(index, state);
        }
    }

    private int requestTo(int contact) {
        for (int i = requests - 1; i >= 0; i--) {
            if ((int) asked[i] == contact) {
                return i;
            }
        }
        throw new IllegalStateException(
                directory.peer(contact) + " answers lookup " + number + ", which never asked it");
    }

    private int round(int request) {
        return (int) (asked[request] >>> ROUND) & Character.MAX_VALUE;
    }

    private int depth(int request) {
        return (int) (asked[request] >>> DEPTH) & Byte.MAX_VALUE;
    }

    private void makeRoom(int round) {
        if (requests == asked.length) {
            asked = Arrays.copyOf(asked, 2 * requests);
        }
        if (round >= rounds.length) {
            rounds = Arrays.copyOf(rounds, 2 * round);
        }
    }

    private List<PeerId> names(int[] contacts) {
        return Arrays.stream(contacts).mapToObj(directory::peer).toList();
    }
}
