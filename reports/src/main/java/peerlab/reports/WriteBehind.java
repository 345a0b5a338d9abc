package peerlab.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A stream that a thread of its own empties, so that a run which is written down does not wait for the disk.
 * The bytes are the same and come in the same order. It is for large pieces: each is handed over by itself.
 *
 * <p>What the disk refuses is told by the next call, at the latest by {@link #close}, which waits until all
 * is written.
 */
final class WriteBehind extends OutputStream {

    private static final int PIECES = 4;
    private static final Piece LAST = new Piece();

    private final OutputStream out;
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES + 1);
    private final BlockingQueue<Piece> empty = new ArrayBlockingQueue<>(PIECES);
    private final Thread writer = new Thread(this::write, "peerlab-trace");
    private volatile IOException failure;
    private boolean isClosed;

    private static final class Piece {
        private byte[] bytes = {};
        private int count;
    }

    WriteBehind(OutputStream out) {
        this.out = out;
        for (int i = 0; i < PIECES; i++) {
            empty.add(new Piece());
        }
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        tellFailure();
        if (isClosed) {
            throw new IOException("the stream is closed");
        }
        Piece piece = take(empty);
        if (piece.bytes.length < count) {
            piece.bytes = new byte[count];
        }
        System.arraycopy(bytes, from, piece.bytes, 0, count);
        piece.count = count;
        full.add(piece);
    }

    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        full.add(LAST);
        try (out) {
            // it gives back every piece, once it is written
            for (int i = 0; i < PIECES; i++) {
                take(empty);
            }
        }
        tellFailure();
    }

    /** What the writer does; where the disk has refused something, the rest goes nowhere. */
    private void write() {
        for (Piece piece = take(full); piece != LAST; piece = take(full)) {
            if (failure == null) {
                try {
                    out.write(piece.bytes, 0, piece.count);
                } catch (IOException e) {
                    failure = e;
                } catch (RuntimeException | Error e) {
                    failure = new IOException(e);
                }
            }
            empty.add(piece);
        }
    }

    private void tellFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Waits for a piece, also in a thread that is told to stop: nothing is lost of what was handed over. */
    private static Piece take(BlockingQueue<Piece> pieces) {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return pieces.take();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
