package peerlab.cli.bench;

/** One measured number. */
record Figure(String what, String unit, double value) {
}
