package peerlab.engine.protocol;

/** What one peer tells another: a record of plain values, never changed after it was sent. */
public interface Message extends Described {
}
