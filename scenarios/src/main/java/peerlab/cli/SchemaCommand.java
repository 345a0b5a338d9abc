package peerlab.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import peerlab.dsl.editor.GroovyCompletion;
import peerlab.dsl.editor.ScenarioSchema;
import peerlab.engine.protocol.Protocols;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code peerlab schema}: what an editor needs to know of the language and of the protocols that are here.
 */
final class SchemaCommand implements Command {

    private static final String GROOVY = "--groovy";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("schema",
                "Prints what editors need to check and complete scenarios: a JSON Schema for YAML.");
        spec.addOption(Options.flag(GROOVY, "for Groovy, a .gdsl file for IntelliJ IDEA"));
        return Options.withCommon(spec);
    }

    @Override
    public ExitCode run(ParseResult words, Session session) throws IOException {
        Protocols protocols = session.protocols().get();
        if (Options.isSet(words, GROOVY)) {
            new GroovyCompletion(protocols).script().lines().forEach(session.terminal()::say);
        } else {
            try (JsonGenerator json = Json.on(session.terminal())) {
                write(new ScenarioSchema(protocols).document(), json);
            }
        }
        return session.terminal().isUnread() ? ExitCode.UNREAD : ExitCode.PASS;
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(item, json);
            }
            json.writeEndArray();
        } else {
            json.writeObject(value);
        }
    }
}
