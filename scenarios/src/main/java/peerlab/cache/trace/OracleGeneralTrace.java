package peerlab.cache.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The oracleGeneral format of libCacheSim: records of 24 bytes, little-endian, without padding: the time in
 * seconds (32 bits), the key (64), the size (32) and the number of the next request for the key (64). A
 * request for nothing is left out, as libCacheSim leaves it out.
 */
final class OracleGeneralTrace implements Trace {

    static final int RECORD = 24;
    static final int KEY = 4;
    static final int SIZE = 12;
    static final int NEXT = 16;

    private static final int RECORDS = 4096;
    private static final long NANOS = 1_000_000_000L;

    private final InputStream in;
    private final String name;
    private final boolean readsSizes;
    private final byte[] bytes = new byte[RECORD * RECORDS];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private int at;
    private int end;
    private long records;

    OracleGeneralTrace(InputStream in, String name, Sizes sizes) {
        this.in = in;
        this.name = name;
        this.readsSizes = sizes != Sizes.IGNORED;
        this.at = -RECORD;
    }

    @Override
    public boolean next() {
        do {
            at += RECORD;
            if (at >= end && !fill()) {
                return false;
            }
            records++;
        } while (size() == 0);
        return true;
    }

    private boolean fill() {
        try {
            at = 0;
            end = in.readNBytes(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new TraceException(name + ": it cannot be read beyond record " + records,
                    "unpack it, or fetch it again");
        }
        if (end % RECORD != 0) {
            throw new TraceException(name + ": " + end % RECORD + " bytes are left over behind record "
                    + (records + end / RECORD),
                    "an oracleGeneral trace has " + RECORD + " bytes for each request");
        }
        return end > 0;
    }

    @Override
    public long nanos() {
        return (buffer.getInt(at) & 0xffff_ffffL) * NANOS;
    }

    @Override
    public long key() {
        return buffer.getLong(at + KEY);
    }

    @Override
    public long size() {
        return readsSizes ? buffer.getInt(at + SIZE) & 0xffff_ffffL : 1;
    }

    @Override
    public void close() {
        TraceFile.quietlyClose(in);
    }
}
