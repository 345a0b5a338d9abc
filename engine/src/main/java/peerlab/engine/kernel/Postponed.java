package peerlab.engine.kernel;

/**
 * Something that was due and has to wait, because whoever it is for cannot act yet. In the end it happens
 * late, or it is lost.
 */
public interface Postponed {

    /** The number of the event that was due: the cause of whatever follows when it happens. */
    long sequence();

    /** Happens, as it would have when it was due. */
    void happenLate();

    /** Is lost, to what the reason says: "receiver is down". */
    void lose(String reason);
}
