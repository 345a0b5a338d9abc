package peerlab.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import peerlab.engine.Culprit;

/**
 * What code that was brought along says and does beside the run. What it prints goes to the errors, for
 * programs read the output; what a thread of its own throws is told in a sentence.
 */
final class Bystanders {

    private Bystanders() {
    }

    static void keepApart(Terminal terminal) {
        OutputStream open = new Open(System.err);
        System.setOut(new PrintStream(open, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(open, true, StandardCharsets.UTF_8));
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> tell(thread, thrown, terminal));
    }

    static void tell(Thread thread, Throwable thrown, Terminal terminal) {
        String what = thrown.getClass().getSimpleName()
                + Optional.ofNullable(thrown.getMessage()).map(text -> ", " + text).orElse("");
        terminal.warn("peerlab: the thread '" + thread.getName() + "' threw " + what);
        Culprit.atWork(List.of(thrown.getStackTrace())).stream().limit(1)
                .forEach(frame -> terminal.warn("         at " + frame));
        terminal.warn("         = a protocol needs no threads: it acts in the calls that it is given");
    }

    /** One that nobody else can close. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
