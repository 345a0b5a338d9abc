package peerlab.engine.protocol;

import peerlab.engine.base.PeerId;

/** Estimates the size of a message from its description: eight bytes a number, a text as it is long. */
final class MessageSize implements Fields {

    private static final int HEADER = 8;

    private int bytes = HEADER;

    static int ofDescription(Message message) {
        MessageSize size = new MessageSize();
        message.describe(size);
        return size.bytes;
    }

    @Override
    public void number(String name, long value) {
        bytes += Long.BYTES;
    }

    @Override
    public void decimal(String name, double value) {
        bytes += Double.BYTES;
    }

    @Override
    public void truth(String name, boolean value) {
        bytes++;
    }

    @Override
    public void text(String name, String value) {
        bytes += 2 + (value == null ? 0 : value.length());
    }

    @Override
    public void peer(String name, PeerId value) {
        bytes += 6;
    }

    @Override
    public void identifier(String name, long high, long middle, int low) {
        bytes += 20;
    }

    @Override
    public void beginList(String name, int size) {
        bytes += 2;
    }

    @Override
    public void endList() {
        // A list costs its length and its items.
    }

    @Override
    public void absent(String name) {
        bytes++;
    }
}
