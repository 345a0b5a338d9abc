package peerlab.engine.check;

/** What a condition says at an instant; unknown where a value it needs does not exist yet. */
enum Truth {
    TRUE, FALSE, UNKNOWN;

    static Truth of(double value) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        return value != 0 ? TRUE : FALSE;
    }
}
