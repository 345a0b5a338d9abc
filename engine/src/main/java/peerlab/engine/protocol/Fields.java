package peerlab.engine.protocol;

import java.util.function.IntFunction;

import peerlab.engine.base.PeerId;

/** Receives the fields of a message, timer or step, one after the other. */
public interface Fields {

    void number(String name, long value);

    void decimal(String name, double value);

    void truth(String name, boolean value);

    void text(String name, String value);

    void peer(String name, PeerId value);

    /** An identifier of 160 bits: the first 64, the next 64, the last 32. */
    void identifier(String name, long high, long middle, int low);

    /** Opens a list; what follows up to {@link #endList} are its items, whose names are ignored. */
    void beginList(String name, int size);

    void endList();

    /**
     * A list of peers by their indexes. Names are asked for only by those who write them: a long list costs a
     * run no more than its numbers.
     */
    default void peers(String name, int[] indexes, IntFunction<PeerId> names) {
        beginList(name, indexes.length);
        for (int index : indexes) {
            peer("", names.apply(index));
        }
        endList();
    }

    /** A value that is not there. */
    void absent(String name);
}
