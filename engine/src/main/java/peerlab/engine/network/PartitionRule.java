package peerlab.engine.network;

/** Messages between different sides are lost. A peer on no side reaches everybody. */
public final class PartitionRule implements LinkRule {

    /** The side of a peer that the partition does not concern. */
    public static final int NO_SIDE = -1;

    private final int[] sides;
    private final boolean isOneWay;

    /**
     * @param sides the side of each peer by index, from 0, or {@link #NO_SIDE}
     * @param isOneWay only messages from side 0 to the others are lost
     */
    public PartitionRule(int[] sides, boolean isOneWay) {
        this.sides = sides.clone();
        this.isOneWay = isOneWay;
    }

    @Override
    public void shape(Transmission message) {
        int from = sides[message.from().index()];
        int to = sides[message.to().index()];
        if (from != to && from != NO_SIDE && to != NO_SIDE && (!isOneWay || from == 0)) {
            message.drop("partition");
        }
    }
}
