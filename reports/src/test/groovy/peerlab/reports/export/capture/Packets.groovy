package peerlab.reports.export.capture

import java.nio.ByteBuffer
import java.nio.ByteOrder

/** Reads pcapng by its draft, block by block, and packets by their RFCs; it trusts nothing that it reads. */
final class Packets {

    final List<String> interfaces = []
    final List<Packet> packets = []

    /** A packet: whose interface, when, the comment, and what is in it. */
    static final class Packet {
        String peer
        long nanos
        String comment
        int protocol
        String from
        String to
        int fromPort
        int toPort
        long sequence
        long acknowledged
        int flags
        byte[] payload
    }

    static Packets of(byte[] file) {
        def read = new Packets()
        def blocks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN)
        int number = 0
        while (blocks.hasRemaining()) {
            int type = blocks.getInt()
            int length = blocks.getInt()
            assert length % 4 == 0
            def body = new byte[length - 12]
            blocks.get(body)
            assert blocks.getInt() == length: 'a block has its length at both ends'
            read.block(type, ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN), number++)
        }
        read
    }

    private void block(int type, ByteBuffer body, int number) {
        if (number == 0) {
            assert type == 0x0A0D0D0A
            assert body.getInt() == 0x1A2B3C4D
            assert [body.getShort(), body.getShort()] == [(short) 1, (short) 0]
        } else if (type == 1) {
            assert [body.getShort(), body.getShort(), body.getInt()] == [(short) 101, (short) 0, 0]
            def options = options(body)
            assert options[9] == [9] as byte[]: 'nanoseconds'
            interfaces << new String(options[2], 'UTF-8')
        } else {
            assert type == 6
            def peer = interfaces[body.getInt()]
            long nanos = ((body.getInt() & 0xffffffffL) << 32) | (body.getInt() & 0xffffffffL)
            int captured = body.getInt()
            assert body.getInt() == captured
            def bytes = new byte[captured]
            body.get(bytes)
            body.position((body.position() + 3) & ~3)
            packets << ip(bytes, new Packet(
                    peer: peer, nanos: nanos, comment: new String(options(body)[1], 'UTF-8')))
        }
    }

    private static Map<Integer, byte[]> options(ByteBuffer body) {
        def found = [:]
        while (true) {
            int code = body.getShort()
            def value = new byte[body.getShort() & 0xffff]
            body.get(value)
            body.position((body.position() + 3) & ~3)
            if (code == 0) {
                assert !body.hasRemaining()
                return found
            }
            found[code] = value
        }
    }

    private static Packet ip(byte[] bytes, Packet packet) {
        def ip = ByteBuffer.wrap(bytes)
        assert bytes[0] == (byte) 0x45
        assert (ip.getShort(2) & 0xffff) == bytes.length
        assert sum(0, bytes, 0, 20) == 0xffff: 'the header of IP'
        packet.protocol = bytes[9]
        packet.from = (12..15).collect { bytes[it] & 0xff }.join('.')
        packet.to = (16..19).collect { bytes[it] & 0xff }.join('.')
        packet.fromPort = ip.getShort(20) & 0xffff
        packet.toPort = ip.getShort(22) & 0xffff
        long pseudo = sum(0, bytes, 12, 20) + packet.protocol + bytes.length - 20
        assert sum(pseudo, bytes, 20, bytes.length) == 0xffff: 'what IP carries'
        int head = 28
        if (packet.protocol == 6) {
            packet.sequence = ip.getInt(24) & 0xffffffffL
            packet.acknowledged = ip.getInt(28) & 0xffffffffL
            head = 20 + ((bytes[32] >> 4) & 0xf) * 4
            packet.flags = bytes[33]
        } else {
            assert packet.protocol == 17
            assert (ip.getShort(24) & 0xffff) == bytes.length - 20
        }
        packet.payload = Arrays.copyOfRange(bytes, head, bytes.length)
        packet
    }

    /** The sum of RFC 1071, carries added in; over what has its checksum in it, all ones. */
    private static int sum(long before, byte[] bytes, int from, int to) {
        long sum = before
        for (int i = from; i < to; i += 2) {
            sum += ((bytes[i] & 0xff) << 8) + (i + 1 < to ? bytes[i + 1] & 0xff : 0)
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >> 16)
        }
        (int) sum
    }
}
