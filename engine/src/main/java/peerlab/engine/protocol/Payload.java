package peerlab.engine.protocol;

import peerlab.engine.base.Bytes;

/**
 * A value that a client writes: what it is, told apart from all others by its content, and how large it is
 * taken to be.
 */
public record Payload(String content, Bytes size) {

    @Override
    public String toString() {
        return content;
    }
}
