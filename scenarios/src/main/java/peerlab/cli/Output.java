package peerlab.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A stream for text that keeps in mind what went wrong first, where others only know that something did. */
final class Output extends PrintStream {

    private final Sink sink;

    Output(OutputStream to) {
        this(new Sink(to));
    }

    private Output(Sink sink) {
        super(sink, false, StandardCharsets.UTF_8);
        this.sink = sink;
    }

    /** Why text got lost, unless whoever read it has gone: {@code | head}. */
    Optional<IOException> failure() {
        flush();
        return sink.failure.filter(failure -> !isClosedPipe(failure));
    }

    private static boolean isClosedPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Passes all on, and remembers the first failure. */
    private static final class Sink extends FilterOutputStream {

        private Optional<IOException> failure = Optional.empty();

        Sink(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        private IOException remembered(IOException e) {
            failure = failure.or(() -> Optional.of(e));
            return e;
        }
    }
}
