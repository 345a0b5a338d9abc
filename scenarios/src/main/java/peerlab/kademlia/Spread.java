package peerlab.kademlia;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;

/**
 * The storing of one value at the peers that a lookup found, until each has confirmed it or stayed
 * silent.
 */
final class Spread implements Awaiting {

    /** What happens when all have been heard from, or given up. */
    interface Ending {
        void onEnd(int confirmed, Context peer);
    }

    private final Ending ending;
    private int open;
    private int confirmed;

    private Spread(int open, Ending ending) {
        this.open = open;
        this.ending = ending;
    }

    static void begin(
            Kademlia node, Key key, Item item, List<PeerId> holders, Ending ending, Context peer) {
        if (holders.isEmpty()) {
            ending.onEnd(0, peer);
            return;
        }
        Spread spread = new Spread(holders.size(), ending);
        for (PeerId holder : holders) {
            Store request = new Store(node.calls().next(), key, item, false);
            node.calls().ask(holder, request, spread, peer);
        }
    }

    @Override
    public void onAnswer(int from, Message answer, Context peer) {
        confirmed++;
        settle(peer);
    }

    @Override
    public void onSilence(int from, Context peer) {
        settle(peer);
    }

    private void settle(Context peer) {
        open--;
        if (open == 0) {
            ending.onEnd(confirmed, peer);
        }
    }
}
