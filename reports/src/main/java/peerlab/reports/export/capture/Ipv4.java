package peerlab.reports.export.capture;

import java.nio.ByteBuffer;

/** Builds packets of IP version 4 (RFC 791) with UDP (RFC 768) or TCP (RFC 9293) in them, checksums right. */
final class Ipv4 {

    /** What fits into a packet beside the headers. */
    static final int MOST_PAYLOAD = 65_000;

    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int PUSH = 0x08;
    static final int ACK = 0x10;

    private static final int HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;
    private static final int MAXIMUM_SEGMENT_OPTION = 4;
    private static final int UDP = 17;
    private static final int TCP = 6;
    private static final int CHECKSUM_AT = 10;
    private static final int UDP_CHECKSUM_AT = 6;
    private static final int TCP_CHECKSUM_AT = 16;
    private static final int HOPS = 64;
    private static final int WINDOW = 65_535;

    private final byte[] bytes = new byte[HEADER + TCP_HEADER + MAXIMUM_SEGMENT_OPTION + MOST_PAYLOAD];
    private final ByteBuffer packet = ByteBuffer.wrap(bytes);
    private int length;
    private int identification;

    /** An end of a conversation. */
    record Endpoint(byte[] address, int port) {
    }

    /** The packet that was built last. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void udp(Endpoint from, Endpoint to, byte[] payload) {
        int size = UDP_HEADER + payload.length;
        header(UDP, from, to, size);
        packet.putShort((short) from.port()).putShort((short) to.port());
        packet.putShort((short) size).putShort((short) 0).put(payload);
        int sum = transportChecksum(UDP, size);
        // zero would mean that there is none
        packet.putShort(HEADER + UDP_CHECKSUM_AT, (short) (sum == 0 ? 0xFFFF : sum));
    }

    /** A segment with some bytes of the payload, from a position on. */
    void tcp(Endpoint from, Endpoint to, int sequence, int acknowledged, int flags, byte[] payload,
            int at, int count) {
        boolean isFirst = (flags & SYN) != 0;
        int headerSize = TCP_HEADER + (isFirst ? MAXIMUM_SEGMENT_OPTION : 0);
        header(TCP, from, to, headerSize + count);
        packet.putShort((short) from.port()).putShort((short) to.port());
        packet.putInt(sequence).putInt(acknowledged);
        packet.put((byte) (headerSize / Integer.BYTES << 4)).put((byte) flags);
        packet.putShort((short) WINDOW).putShort((short) 0).putShort((short) 0);
        if (isFirst) {
            packet.put((byte) 2).put((byte) MAXIMUM_SEGMENT_OPTION).putShort((short) MOST_PAYLOAD);
        }
        packet.put(payload, at, count);
        packet.putShort(HEADER + TCP_CHECKSUM_AT, (short) transportChecksum(TCP, headerSize + count));
    }

    private void header(int protocol, Endpoint from, Endpoint to, int size) {
        length = HEADER + size;
        packet.clear();
        packet.put((byte) 0x45).put((byte) 0).putShort((short) length).putShort((short) identification++)
                .putShort((short) 0x4000).put((byte) HOPS).put((byte) protocol).putShort((short) 0)
                .put(from.address()).put(to.address());
        packet.putShort(CHECKSUM_AT, (short) folded(sum(0, 0, HEADER)));
    }

    /** Over a pseudo-header of addresses, protocol and length, and all that follows the header of IP. */
    private int transportChecksum(int protocol, int size) {
        long pseudo = sum(0, HEADER - 2 * Integer.BYTES, HEADER) + protocol + size;
        return folded(sum(pseudo, HEADER, length));
    }

    private long sum(long before, int from, int to) {
        long sum = before;
        int i = from;
        for (; i + 1 < to; i += 2) {
            sum += packet.getShort(i) & 0xFFFF;
        }
        return i < to ? sum + ((bytes[i] & 0xFF) << 8) : sum;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xFFFF) + (folded >> 16);
        }
        return (int) ~folded & 0xFFFF;
    }
}
