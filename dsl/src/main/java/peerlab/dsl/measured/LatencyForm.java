package peerlab.dsl.measured;

/**
 * How a file of latencies is to be understood.
 *
 * @param unit in what it counts: us, ms or s
 * @param isRoundTrip whether it holds round trips, of which half is one way
 */
public record LatencyForm(String unit, boolean isRoundTrip) {
}
