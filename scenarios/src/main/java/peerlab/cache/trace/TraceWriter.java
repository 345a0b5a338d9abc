package peerlab.cache.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import peerlab.cache.policy.NextUses;

/** Writes traces down, in the forms in which they are read. */
public final class TraceWriter {

    private static final long NANOS = 1_000_000_000L;
    private static final long MOST_SIZE = 0xffff_ffffL;

    private TraceWriter() {
    }

    /** As CSV, with a line of names; with {@code op} where values are put. */
    public static void csv(Trace trace, boolean withOps, OutputStream out) throws IOException {
        out.write((withOps ? "time,op,key,size\n" : "time,key,size\n").getBytes(StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder();
        while (trace.next()) {
            line.setLength(0);
            seconds(trace.nanos(), line);
            line.append(withOps ? trace.isPut() ? ",put," : ",get," : ",");
            line.append(trace.key()).append(',').append(trace.size()).append('\n');
            out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void seconds(long nanos, StringBuilder line) {
        line.append(nanos / NANOS);
        long rest = nanos % NANOS;
        if (rest != 0) {
            String digits = Long.toString(NANOS + rest).substring(1);
            line.append('.').append(digits.replaceFirst("0+$", ""));
        }
    }

    /** As oracleGeneral, which knows whole seconds and sizes below 4 GiB. */
    public static void oracleGeneral(Trace trace, NextUses future, OutputStream out) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(OracleGeneralTrace.RECORD).order(ByteOrder.LITTLE_ENDIAN);
        for (long request = 0; trace.next(); request++) {
            long next = future.after(request);
            record.clear();
            record.putInt((int) (trace.nanos() / NANOS)).putLong(trace.key())
                    .putInt((int) Math.min(MOST_SIZE, trace.size()))
                    .putLong(next == NextUses.NEVER ? -1 : next);
            out.write(record.array());
        }
    }
}
