package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** Each link has bad times of its own, and messages are lost in those. */
public final class BurstLossRule implements LinkRule {

    private final BadTimes badTimes;
    private final double within;
    private final long key;

    /**
     * @param share of all messages that is lost; less than what is lost in bad times
     * @param length the mean length of a bad time
     * @param within the share that is lost in a bad time
     */
    public BurstLossRule(Ratio share, Span length, Ratio within, RandomSource stream) {
        this.badTimes = new BadTimes(share.value() / within.value(), length, stream.stream("bad times"));
        this.within = within.value();
        this.key = stream.key();
    }

    @Override
    public void shape(Transmission message) {
        long link = LinkTable.link(message.from(), message.to());
        if (badTimes.isBad(link, message.time())
                && (within == 1 || message.chance(key) < within)) {
            message.drop("loss");
        }
    }
}
