package peerlab.reports.page;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A number for each event of a trace, written down in the order of the trace and then read in that order:
 * what the first reading has found out, so that the second one need not read what nobody wants. Of a long
 * trace they lie in a file that is gone afterwards.
 */
final class LineMarks implements Closeable {

    private static final int PIECE = 1 << 20;

    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private Path file;
    private FileChannel channel;

    /** The next one. */
    void add(int mark) throws IOException {
        if (!piece.hasRemaining()) {
            spill();
        }
        piece.putInt(mark);
    }

    private void spill() throws IOException {
        if (channel == null) {
            file = Files.createTempFile("peerlab-report", ".marks");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        piece.flip();
        while (piece.hasRemaining()) {
            channel.write(piece);
        }
        piece.clear();
    }

    /** From here on they are read, from the first one. */
    void rewind() throws IOException {
        if (channel == null) {
            piece.flip();
        } else {
            spill();
            channel.position(0);
            piece.limit(0);
        }
    }

    /** The next one of those that were added. */
    int next() throws IOException {
        if (!piece.hasRemaining()) {
            read();
        }
        return piece.getInt();
    }

    private void read() throws IOException {
        piece.clear();
        while (channel != null && piece.hasRemaining() && channel.read(piece) >= 0) {
            continue;
        }
        piece.flip();
        if (!piece.hasRemaining()) {
            throw new EOFException("the trace has grown between two readings");
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
