package peerlab.engine.network;

import java.util.Optional;
import java.util.function.Predicate;

import peerlab.engine.base.PeerId;

/**
 * A rule that holds for some messages only: from some peers, to some peers, of one type, while something is
 * the case.
 *
 * @param type the name of a message type; null where every type is meant
 * @param isTimely whether it holds at this instant for a sender; null where it always does
 */
public record Narrowed(
        LinkRule rule, PeerSet senders, PeerSet receivers, String type, Predicate<PeerId> isTimely)
        implements LinkRule {

    public static LinkRule of(LinkRule rule, PeerSet from, PeerSet to, Optional<String> type) {
        return of(rule, from, to, type, Optional.empty());
    }

    public static LinkRule of(LinkRule rule, PeerSet from, PeerSet to, Optional<String> type,
            Optional<Predicate<PeerId>> isTimely) {
        return new Narrowed(rule, from, to, type.orElse(null), isTimely.orElse(null));
    }

    /** What is left to ask where sender, receiver and type are the right ones. */
    LinkRule essence() {
        return isTimely == null ? rule : this;
    }

    @Override
    public Chance chance() {
        return rule.chance();
    }

    @Override
    public void shape(Transmission message) {
        if (senders.contains(message.from()) && receivers.contains(message.to())
                && (type == null || type.equals(message.type()))
                && (isTimely == null || isTimely.test(message.from()))) {
            rule.shape(message);
        }
    }
}
