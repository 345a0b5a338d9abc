package peerlab.engine.protocol;

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

    /** A value that is not there. */
    void absent(String name);
}
