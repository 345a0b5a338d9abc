package peerlab.reports.export.capture;

import peerlab.reports.export.capture.Ipv4.Endpoint;

/**
 * A connection of two peers that never was: a run knows messages, and a capture shows them as TCP would carry
 * them, with sequence numbers that fit together.
 */
final class TcpConnection {

    /** After so many bytes that nobody has confirmed, the receiver confirms them with a packet of its own. */
    private static final int MOST_UNCONFIRMED = 16 * 1024;
    private static final int LARGEST_SEGMENT = 32 * 1024;
    private static final byte[] NOTHING = {};

    private final Side client;
    private final Side server;

    /** One end, and what it has sent. */
    private static final class Side {
        private final String peer;
        private final Endpoint endpoint;
        private int next;
        private int unconfirmed;

        Side(String peer, Endpoint endpoint) {
            this.peer = peer;
            this.endpoint = endpoint;
        }
    }

    /** Where the packets go. */
    interface Wire {
        void segment(String peer, Endpoint from, Endpoint to, int[] numbers, int flags, byte[] payload,
                int[] part, String comment) throws java.io.IOException;
    }

    TcpConnection(String client, Endpoint clientEnd, String server, Endpoint serverEnd) {
        this.client = new Side(client, clientEnd);
        this.server = new Side(server, serverEnd);
    }

    /** The handshake; SYN counts as a byte on both sides. */
    void open(Wire wire) throws java.io.IOException {
        control(wire, client, server, Ipv4.SYN, "a connection is opened");
        client.next++;
        control(wire, server, client, Ipv4.SYN | Ipv4.ACK, "a connection is opened");
        server.next++;
        control(wire, client, server, Ipv4.ACK, "a connection is opened");
    }

    /** One side sends. */
    void send(Wire wire, boolean isFromServer, byte[] payload, String comment) throws java.io.IOException {
        Side from = isFromServer ? server : client;
        Side to = isFromServer ? client : server;
        int at = 0;
        while (at < payload.length) {
            int count = Math.min(LARGEST_SEGMENT, payload.length - at);
            if (from.unconfirmed > 0 && from.unconfirmed + count > MOST_UNCONFIRMED) {
                control(wire, to, from, Ipv4.ACK, "a confirmation");
            }
            wire.segment(from.peer, from.endpoint, to.endpoint, new int[] {from.next, to.next},
                    Ipv4.PUSH | Ipv4.ACK, payload, new int[] {at, count}, comment);
            from.next += count;
            from.unconfirmed += count;
            to.unconfirmed = 0;
            at += count;
        }
    }

    /** Both sides say that nothing more will come; FIN counts as a byte. */
    void close(Wire wire) throws java.io.IOException {
        control(wire, client, server, Ipv4.FIN | Ipv4.ACK, "a connection is closed");
        client.next++;
        control(wire, server, client, Ipv4.FIN | Ipv4.ACK, "a connection is closed");
        server.next++;
        control(wire, client, server, Ipv4.ACK, "a connection is closed");
    }

    private static void control(Wire wire, Side from, Side to, int flags, String comment)
            throws java.io.IOException {
        int acknowledged = (flags & Ipv4.ACK) != 0 ? to.next : 0;
        wire.segment(from.peer, from.endpoint, to.endpoint, new int[] {from.next, acknowledged}, flags,
                NOTHING, new int[] {0, 0}, comment);
        to.unconfirmed = 0;
    }
}
