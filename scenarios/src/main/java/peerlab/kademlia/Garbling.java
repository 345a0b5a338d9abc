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
    private final Directory directory;
    private final RandomSource random;

    /**
     * @param bits the length of ids
     * @param directory who there is
     */
    Garbling(int bits, Directory directory, RandomSource random) {
        this.bits = bits;
        this.directory = directory;
        this.random = random;
    }

    /** An answer in the parts that can change by themselves: the numbers of contacts are none of them. */
    record Parts(int call, Contact... contacts) implements Message {
    }

    /** A message as it is to be changed. */
    static Message changeable(Message message) {
        return message instanceof Nodes answer ? new Parts(answer.call(), answer.contacts()) : message;
    }

    /** An answer with one of its contacts changed into somebody else; empty where it has none. */
    Optional<Message> ofContacts(Nodes message) {
        if (message.numbers().length == 0) {
            return Optional.empty();
        }
        int[] changed = message.numbers().clone();
        int place = random.nextInt(changed.length);
        int somebody = random.nextInt(directory.capacity());
        if (directory.contact(somebody) == null || somebody == changed[place]) {
            return Optional.empty();
        }
        changed[place] = somebody;
        return Optional.of(new Nodes(message.call(), directory, changed));
    }

    /** The message as it was changed, with a key that is no longer than ids are. */
    Message wellFormed(Message changed, Message original) {
        if (changed instanceof Parts answer) {
            return new Nodes(answer.call(), directory, ((Nodes) original).numbers());
        } else if (changed instanceof FindNode question) {
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
