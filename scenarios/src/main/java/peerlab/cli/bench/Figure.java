package peerlab.cli.bench;

/**
 * A measured number.
 *
 * @param name what was measured: {@code queue.hold.1000000}
 * @param unit {@code events/s}, {@code x} for a ratio taken within one run
 * @param remark what it is compared with; may be empty
 */
public record Figure(String name, double value, String unit, String remark) {
}
