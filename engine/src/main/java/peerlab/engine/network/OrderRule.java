package peerlab.engine.network;

/**
 * Messages of one link arrive in the order in which they were sent: one that would overtake those before it
 * waits for them, as in a stream of bytes. The copies of a message belong to it: whatever is sent after it
 * arrives after the last of them, as over the channels for which the alternating-bit protocol is made.
 */
public final class OrderRule implements LinkRule {

    private static final long NEVER = Long.MIN_VALUE;

    private long now;
    /** When the last message of each link arrives; one that has arrived holds up nobody. */
    private final LinkTable latest = new LinkTable(NEVER, arrival -> arrival >= now);

    @Override
    public void shape(Transmission message) {
        now = message.time();
        long link = LinkTable.link(message.from(), message.to());
        long arrival = Math.max(now + message.delay(), latest.get(link));
        message.delayBy(arrival - now - message.delay());
        latest.put(link, arrival + message.latestCopy());
    }
}
