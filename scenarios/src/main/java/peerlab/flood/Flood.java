package peerlab.flood;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Failure;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;

/**
 * One peer of a flood: it remembers which rumours it has heard, a bit for each, and which of them first
 * in another version than the one that was started. It cannot tell those itself: only the deployment knows.
 */
final class Flood implements Protocol {

    private final FloodDeployment deployment;
    private final PeerId[] neighbours;
    private long[] heard = new long[1];
    private long[] misheard = {};

    Flood(FloodDeployment deployment, PeerId[] neighbours) {
        this.deployment = deployment;
        this.neighbours = neighbours;
    }

    @Override
    public void onMessage(PeerId from, Message message, Context peer) {
        Rumour rumour = (Rumour) message;
        if (!hasHeard(rumour.number())) {
            hear(rumour, from, peer);
        }
    }

    @Override
    public void onRequest(Request request, Context peer) {
        if (!request.operation().equals(FloodProvider.SEND)) {
            peer.reply(request, new Failure("flood does not answer '" + request.operation() + "'"));
            return;
        }
        hear(deployment.start(request.key()), peer.self(), peer);
        peer.reply(request, "sent");
    }

    @Override
    public Map<String, Object> inspect() {
        return Map.of("heard", count());
    }

    @Override
    public List<PeerId> neighbours() {
        return List.of(neighbours);
    }

    boolean hasHeard(int number) {
        return has(heard, number);
    }

    /** Whether what it heard first under this number was not what was started. */
    boolean hasMisheard(int number) {
        return has(misheard, number);
    }

    private static boolean has(long[] bits, int number) {
        int word = number >>> 6;
        return word < bits.length && (bits[word] >>> number & 1) != 0;
    }

    private static long[] with(long[] bits, int number) {
        int word = number >>> 6;
        long[] enough = word < bits.length ? bits
                : Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
        enough[word] |= 1L << number;
        return enough;
    }

    private int count() {
        return Arrays.stream(heard).mapToInt(Long::bitCount).sum();
    }

    private void hear(Rumour rumour, PeerId from, Context peer) {
        heard = with(heard, rumour.number());
        if (!deployment.isTrue(rumour)) {
            misheard = with(misheard, rumour.number());
        }
        Rumour passedOn = new Rumour(rumour.number(), rumour.text(), rumour.hops() + 1);
        int sent = 0;
        for (PeerId neighbour : neighbours) {
            if (neighbour.index() != from.index()) {
                peer.send(neighbour, passedOn);
                sent++;
            }
        }
        deployment.passedOn(rumour.hops(), sent);
    }
}
