package peerlab.dsl.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import peerlab.dsl.value.Complaint;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/**
 * A trace of a cache in the oracleGeneral format of libCacheSim: records of 24 bytes, little-endian, of which
 * the time in seconds, the key and the size are read. Times count from the first record, for traces begin
 * when they were taken. One record is in memory at a time.
 */
final class OracleGeneralFile implements PlacedRecording {

    private static final int RECORD = 24;
    private static final int KEY = 4;
    private static final int SIZE = 12;
    private static final int BUFFER = 1 << 16;
    private static final long NO_TIME = -1;

    private final InputStream in;
    private final String file;
    private final byte[] bytes = new byte[RECORD];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private long first = NO_TIME;
    private long latest;
    private int records;

    OracleGeneralFile(InputStream in, String file) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.file = file;
    }

    @Override
    public Optional<Recorded> next() {
        do {
            int read = read();
            if (read == 0) {
                return Optional.empty();
            }
            records++;
            if (read < RECORD) {
                throw complaint("the file ends within a record",
                        "each has " + RECORD + " bytes: is it whole?");
            }
        } while (buffer.getInt(SIZE) == 0);
        long seconds = buffer.getInt(0) & 0xffff_ffffL;
        first = first == NO_TIME ? seconds : first;
        if (seconds < Math.max(first, latest)) {
            throw complaint("the request at " + seconds + " s stands behind one at " + latest + " s",
                    "sort the trace by time");
        }
        latest = seconds;
        return Optional.of(new Recorded(Span.seconds(seconds - first), Optional.empty(),
                Long.toUnsignedString(buffer.getLong(KEY)),
                Optional.of(new Bytes(buffer.getInt(SIZE) & 0xffff_ffffL)), Optional.empty()));
    }

    private int read() {
        try {
            return in.readNBytes(bytes, 0, RECORD);
        } catch (IOException e) {
            throw complaint("it cannot be read any further", "is it a trace in oracleGeneral format?");
        }
    }

    private Complaint complaint(String message, String remedy) {
        return new Complaint(place(), message, remedy);
    }

    /** Records are counted as lines of other files are. */
    @Override
    public SourcePlace place() {
        return new SourcePlace(file, Math.max(1, records), 1, 1);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
