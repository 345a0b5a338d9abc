package peerlab.engine.network;

import java.util.Arrays;

import peerlab.engine.base.Distribution;
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
    /** How much later than the message itself each further copy arrives. */
    private long[] later = new long[4];
    private boolean isCorrupt;
    private boolean isNoticed;

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
        isCorrupt = false;
        isNoticed = false;
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

    /** When it leaves its sender, in nanoseconds. */
    public long time() {
        return time;
    }

    /** A stream for this message and one rule; valid until the next call. */
    public RandomSource random(long ruleKey) {
        random.reseed(key ^ ruleKey);
        return random;
    }

    /** A draw from a law, in nanoseconds, for this message and one rule. */
    public long sample(Distribution law, long ruleKey) {
        return law instanceof Distribution.Fixed fixed ? fixed.value().nanos()
                : law.drawNanos(RandomSource.mix(key ^ ruleKey));
    }

    /** Uniform in [0, 1), for this message and one rule; where a single number is all that a rule needs. */
    public double chance(long ruleKey) {
        return draw(ruleKey) * 0x1.0p-53;
    }

    /** The same as a whole number of 53 bits. */
    long draw(long ruleKey) {
        return RandomSource.mix(key ^ ruleKey) >>> 11;
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

    /** Makes one more copy arrive, with the message itself. */
    public void duplicate() {
        duplicate(0);
    }

    /** Makes one more copy arrive, so much later than the message itself. */
    public void duplicate(long nanos) {
        if (copies > later.length) {
            later = Arrays.copyOf(later, 2 * later.length);
        }
        later[copies - 1] = nanos;
        copies++;
    }

    int copies() {
        return copies;
    }

    /** The delay of a copy; the first is the message itself. */
    long delay(int copy) {
        return copy == 0 ? delay : delay + later[copy - 1];
    }

    /** How much later than the message itself the last of its copies arrives. */
    long latestCopy() {
        long latest = 0;
        for (int copy = 1; copy < copies; copy++) {
            latest = Math.max(latest, later[copy - 1]);
        }
        return latest;
    }

    /**
     * Changes the message.
     *
     * @param isUnnoticed whether the receiver takes it for what was sent; else it notices and drops it
     */
    public void corrupt(boolean isUnnoticed) {
        isCorrupt = true;
        isNoticed |= !isUnnoticed;
    }

    boolean isCorrupt() {
        return isCorrupt;
    }

    /** Whether the receiver sees that the message was changed. */
    boolean isNoticed() {
        return isNoticed;
    }
}
