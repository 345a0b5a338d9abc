package peerlab.reports.export.timeline;

/** The row of a peer in a drawing along time, on which things of one instant follow each other. */
final class Track {

    private final int number;
    private long free;

    Track(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /**
     * A place at an instant, a nanosecond after the end of what stands there already: a reader that computes
     * where a slice ends in microseconds and fractions of them may else see it end after the next begins.
     */
    long place(long nanos) {
        long at = Math.max(nanos, free);
        free = at + 2;
        return at;
    }
}
