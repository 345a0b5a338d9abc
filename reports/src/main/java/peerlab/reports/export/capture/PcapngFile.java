package peerlab.reports.export.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of packets in the format pcapng (IETF draft-ietf-opsawg-pcapng): one section, little-endian; an
 * interface for each peer, with time in nanoseconds; packets of raw IP with a comment each.
 */
final class PcapngFile {

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int RAW_IP = 101;
    private static final int COMMENT = 1;
    private static final int USER_APPLICATION = 4;
    private static final int INTERFACE_NAME = 2;
    private static final int TIME_RESOLUTION = 9;
    private static final int NANOSECONDS = 9;
    private static final int LONGEST_TEXT = 1_000;
    private static final int BLOCK_ROOM = 1 << 17;

    private final OutputStream out;
    private final Map<String, Integer> interfaces = new LinkedHashMap<>();
    private final ByteBuffer block =
            ByteBuffer.allocate(BLOCK_ROOM).order(java.nio.ByteOrder.LITTLE_ENDIAN);

    PcapngFile(OutputStream out, String application) throws IOException {
        this.out = out;
        begin(SECTION_HEADER);
        block.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        option(USER_APPLICATION, text(application));
        end();
    }

    /** A packet as a peer's interface sees it leave. */
    void packet(String peer, long nanos, byte[] packet, int length, String comment) throws IOException {
        int number = interfaceOf(peer);
        begin(ENHANCED_PACKET);
        block.putInt(number).putInt((int) (nanos >>> 32)).putInt((int) nanos).putInt(length).putInt(length);
        block.put(packet, 0, length);
        pad();
        option(COMMENT, text(comment));
        end();
    }

    private int interfaceOf(String peer) throws IOException {
        Integer known = interfaces.get(peer);
        if (known != null) {
            return known;
        }
        begin(INTERFACE_DESCRIPTION);
        block.putShort((short) RAW_IP).putShort((short) 0).putInt(0);
        option(INTERFACE_NAME, text(peer));
        option(TIME_RESOLUTION, new byte[] {NANOSECONDS});
        end();
        int number = interfaces.size();
        interfaces.put(peer, number);
        return number;
    }

    private void begin(int type) {
        block.clear();
        block.putInt(type).putInt(0);
    }

    private void option(int code, byte[] value) {
        block.putShort((short) code).putShort((short) value.length).put(value);
        pad();
    }

    private void pad() {
        while (block.position() % Integer.BYTES != 0) {
            block.put((byte) 0);
        }
    }

    /** Ends the options and the block, whose length stands at both of its ends. */
    private void end() throws IOException {
        block.putInt(0);
        int length = block.position() + Integer.BYTES;
        block.putInt(length).putInt(Integer.BYTES, length);
        out.write(block.array(), 0, length);
    }

    /** One line that moves no cursor, of bounded length, in whole characters. */
    private static byte[] text(String text) {
        byte[] bytes = peerlab.reports.console.Visible.of(text).getBytes(UTF_8);
        int end = Math.min(bytes.length, LONGEST_TEXT);
        while (end < bytes.length && end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
