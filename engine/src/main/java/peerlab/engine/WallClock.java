package peerlab.engine;

/**
 * The one place that knows how long things take on this machine: for the report's footer, never for the run.
 */
final class WallClock {

    private WallClock() {
    }

    static long nanos() {
        return System.nanoTime();
    }
}
