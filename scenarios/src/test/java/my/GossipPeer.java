package my;

import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Timer;

/** One peer that gossips: each round it tells the rumour to a few others, whoever they are. */
public final class GossipPeer implements Protocol {

    /** What goes round. */
    public record Rumour(String text) implements Message {
    }

    /** The alarm that begins a round. */
    public record Round() implements Timer {
    }

    private final List<PeerId> others;
    private final int fanout;
    private final Span period;
    private String rumour;

    public GossipPeer(List<PeerId> others, int fanout, Span period) {
        this.others = others;
        this.fanout = fanout;
        this.period = period;
    }

    @Override
    public void onRequest(Request request, Context peer) {
        hear(request.key(), peer);
        peer.reply(request, "told");
    }

    @Override
    public void onMessage(PeerId from, Message message, Context peer) {
        hear(((Rumour) message).text(), peer);
    }

    @Override
    public void onTimer(Timer timer, Context peer) {
        for (int i = 0; i < fanout && !others.isEmpty(); i++) {
            PeerId chosen = others.get(peer.random().nextInt(others.size()));
            peer.send(chosen, new Rumour(rumour));
        }
        peer.startTimer(new Round(), period);
    }

    @Override
    public Map<String, Object> inspect() {
        return Map.of("knows", knows());
    }

    boolean knows() {
        return rumour != null;
    }

    private void hear(String text, Context peer) {
        if (rumour == null) {
            rumour = text;
            peer.startTimer(new Round(), period);
        }
    }
}
