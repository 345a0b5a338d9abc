package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Population;

/** Tells why a request failed: whom the peer asked, who of them was down, and who could have answered. */
final class Explanation {

    private static final int MOST_NAMES = 6;

    private final Population population;

    Explanation(Population population) {
        this.population = population;
    }

    List<String> of(Answer.Failed failed) {
        List<String> lines = new ArrayList<>();
        if (failed.asked().isEmpty()) {
            lines.add(failed.asker() + " asked nobody");
        } else {
            lines.add(failed.asker() + " asked " + failed.asked().stream().limit(MOST_NAMES)
                    .map(peer -> peer.name() + state(peer, failed)).collect(Collectors.joining(", ")));
        }
        if (failed.trouble() == Trouble.MISS || failed.trouble() == Trouble.NODE) {
            lines.add(holders(failed));
        }
        return lines;
    }

    private String state(PeerId peer, Answer.Failed failed) {
        return population.downSince(peer).map(since -> ", down since " + since)
                .orElse(failed.silent().contains(peer) ? ", up, but no answer came" : "");
    }

    private String holders(Answer.Failed failed) {
        List<String> holders = population.members().stream()
                .filter(id -> population.protocol(id).map(RingPeer.class::cast)
                        .filter(peer -> has(peer, failed.key())).isPresent())
                .map(PeerId::name).limit(MOST_NAMES).toList();
        return holders.isEmpty() ? "nobody who is up has the key"
                : String.join(", ", holders) + (holders.size() == 1 ? " has it" : " have it");
    }

    private static boolean has(RingPeer peer, CacheKey key) {
        boolean isHeld = peer.holdings().isPresent() && peer.holdings().get().peek(key) != null;
        return isHeld || peer.hints().find(key) != null;
    }
}
