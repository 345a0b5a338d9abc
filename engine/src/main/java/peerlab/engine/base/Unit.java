package peerlab.engine.base;

/** In what a number is counted. Values of different units cannot be compared. */
public enum Unit {
    /** A plain number. */
    NUMBER,
    /** A share: 0.95 is written 95%. */
    RATIO,
    /** A span of time, in seconds. */
    SECONDS,
    /** A size, in bytes. */
    BYTES,
    /** What a line carries, in bits a second. */
    BANDWIDTH,
    /** True or false. */
    TRUTH,
    /** A word, such as a role. */
    TEXT
}
