package peerlab.engine.network;

/** From some regions to others messages take a time of their own; for all others another model answers. */
public final class RegionalLatency implements LatencyModel {

    private final int[] regions;
    private final LatencyModel[][] between;
    private final LatencyModel otherwise;

    /**
     * @param regions the region of each peer by index, from 0; the last of them for those in none
     * @param between from each region to each; null where the other model answers
     */
    public RegionalLatency(int[] regions, LatencyModel[][] between, LatencyModel otherwise) {
        this.regions = regions.clone();
        this.between = between.clone();
        this.otherwise = otherwise;
    }

    @Override
    public long nanos(Transmission message) {
        LatencyModel own = between[regions[message.from().index()]][regions[message.to().index()]];
        return (own == null ? otherwise : own).nanos(message);
    }
}
