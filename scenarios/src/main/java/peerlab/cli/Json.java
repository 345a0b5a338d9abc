package peerlab.cli;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/** JSON on the output, with the same line ends on every system. */
final class Json {

    private Json() {
    }

    /** An indented document; closing it leaves the output open. */
    static JsonGenerator on(Terminal terminal) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(indenter).withArrayIndenter(indenter);
        return lineOn(terminal).setPrettyPrinter(printer);
    }

    /** A document on a line of its own; closing it leaves the output open. */
    static JsonGenerator lineOn(Terminal terminal) throws IOException {
        return new JsonFactory().createGenerator(new UnclosedLine(terminal));
    }

    /** Ends the document with a line end where the generator would close the output. */
    private static final class UnclosedLine extends java.io.FilterWriter {

        UnclosedLine(Terminal terminal) {
            super(new java.io.PrintWriter(terminal.out()));
        }

        @Override
        public void close() throws IOException {
            write("\n");
            flush();
        }
    }
}
