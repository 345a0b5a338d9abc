package peerlab.kademlia;

import java.util.Optional;

import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Message;

/**
 * What messages become when some of their bytes change on the way: still messages of Kademlia, so that keys
 * are as long as ids are, and contacts are peers that there are.
 */
final class Garbling {

    private final int bits;
    private final Contact[] contacts;
    private final RandomSource random;

    /**
     * @param bits the length of ids
     * @param contacts who there is, by the index of the peer; null for peers that are no members
     */
    Garbling(int bits, Contact[] contacts, RandomSource random) {
        this.bits = bits;
        this.contacts = contacts;
        this.random = random;
    }

    /** An answer with one of its contacts changed into somebody else; empty where it has none. */
    Optional<Message> ofContacts(Nodes message) {
        if (message.contacts().length == 0) {
            return Optional.empty();
        }
        Contact[] changed = message.contacts().clone();
        int place = random.nextInt(changed.length);
        Contact somebody = contacts[random.nextInt(contacts.length)];
        if (somebody == null || somebody == changed[place]) {
            return Optional.empty();
        }
        changed[place] = somebody;
        return Optional.of(new Nodes(message.call(), changed));
    }

    /** The message as it was changed, with a key that is no longer than ids are. */
    Message wellFormed(Message changed, Message original) {
        if (changed instanceof FindNode question) {
            return new FindNode(question.call(),
                    shortened(question.target(), ((FindNode) original).target()));
        } else if (changed instanceof FindValue question) {
            return new FindValue(question.call(), shortened(question.key(), ((FindValue) original).key()));
        } else if (changed instanceof Store order) {
            return new Store(order.call(), shortened(order.key(), ((Store) original).key()), order.item(),
                    order.isCached());
        }
        return changed;
    }

    /** Another bit, where the one that has changed lies behind the end of ids. */
    private Key shortened(Key changed, Key original) {
        return changed.first(bits).equals(changed) ? changed : original.flipped(random.nextInt(bits));
    }
}
