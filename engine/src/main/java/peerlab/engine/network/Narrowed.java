package peerlab.engine.network;

import java.util.Optional;

/**
 * A rule that holds for some messages only: from some peers, to some peers, of one type.
 *
 * @param type the name of a message type; null where every type is meant
 */
public record Narrowed(LinkRule rule, PeerSet from, PeerSet to, String type) implements LinkRule {

    public static LinkRule of(LinkRule rule, PeerSet from, PeerSet to, Optional<String> type) {
        return new Narrowed(rule, from, to, type.orElse(null));
    }

    @Override
    public void shape(Transmission message) {
        if (from.contains(message.from()) && to.contains(message.to())
                && (type == null || type.equals(message.type()))) {
            rule.shape(message);
        }
    }
}
