package peerlab.engine.network;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Message;

/**
 * A message on its way through the link rules, and its fate so far. One object serves all messages of a run
 * in turn: rules look at it and change it, and keep no reference to it.
 *
 * <p>Its random numbers depend on the link, the instant of sending, and the rule that asks, and on nothing
 * else: what one rule draws, or how many messages other links carry, shifts no other draw.
 */
public final class Transmission {

    private final RandomSource random = new RandomSource(0);
    private PeerId from;
    private PeerId to;
    private Message message;
    private String type;
    private int bytes;
    private long time;
    private long key;
    private long delay;
    private String dropReason;
    private int copies;

    void begin(PeerId sender, PeerId receiver, Message sent, String sentType, int size, long nanos,
            long drawKey) {
        from = sender;
        to = receiver;
        message = sent;
        type = sentType;
        bytes = size;
        time = nanos;
        key = drawKey;
        delay = 0;
        dropReason = null;
        copies = 1;
    }

    public PeerId from() {
        return from;
    }

    public PeerId to() {
        return to;
    }

    public Message message() {
        return message;
    }

    /** The name of the message's type: {@code FindNode}. */
    public String type() {
        return type;
    }

    public int bytes() {
        return bytes;
    }

    /** When it is sent, in nanoseconds. */
    public long time() {
        return time;
    }

    /** A stream for this message and one rule; valid until the next call. */
    public RandomSource random(long ruleKey) {
        random.reseed(key ^ ruleKey);
        return random;
    }

    /** Uniform in [0, 1), for this message and one rule; where a single number is all that a rule needs. */
    public double chance(long ruleKey) {
        return (RandomSource.mix(key ^ ruleKey) >>> 11) * 0x1.0p-53;
    }

    /** Adds to the delay. */
    public void delayBy(long nanos) {
        delay += nanos;
    }

    public long delay() {
        return delay;
    }

    /** Loses the message, to what the reason says: "loss". */
    public void drop(String reason) {
        dropReason = reason;
    }

    public boolean isDropped() {
        return dropReason != null;
    }

    String dropReason() {
        return dropReason;
    }

    /** Makes one more copy arrive. */
    public void duplicate() {
        copies++;
    }

    int copies() {
        return copies;
    }
}
