package peerlab.cli;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonGenerator;

import peerlab.dsl.Loaded;
import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.engine.RunResult;
import peerlab.reports.Machine;
import peerlab.reports.RunJson;

/** For programs: a line of JSON for each run, and for each file that is wrong. */
final class JsonAccount implements Account {

    private final Terminal terminal;
    private final RunJson runs = new RunJson(Machine.here());

    JsonAccount(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ran(RunResult result) throws IOException {
        runs.writeLine(result, terminal.out());
    }

    @Override
    public void refused(Path file, Loaded loaded) throws IOException {
        try (JsonGenerator json = Json.lineOn(terminal)) {
            json.writeStartObject();
            json.writeStringField("file", file.toString());
            json.writeStringField("verdict", "wrong");
            json.writeArrayFieldStart("errors");
            for (Diagnostic diagnostic : loaded.diagnostics()) {
                if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                    write(diagnostic, json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Diagnostic diagnostic, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", diagnostic.place().file());
        json.writeNumberField("line", diagnostic.place().line());
        json.writeNumberField("column", diagnostic.place().column());
        json.writeStringField("message", diagnostic.message());
        json.writeStringField("remedy", diagnostic.remedy().orElse(null));
        json.writeEndObject();
    }

    @Override
    public void end() {
        // a document ends with each line
    }
}
