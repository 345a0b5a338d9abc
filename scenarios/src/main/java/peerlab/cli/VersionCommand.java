package peerlab.cli;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab version}. */
final class VersionCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("version", "Shows the versions of Peerlab and of the JVM.");
        return Options.withCommon(spec.addOption(Options.json()));
    }

    @Override
    public ExitCode run(ParseResult words, Session session) throws IOException {
        Version version = Version.ofThisJvm();
        if (Options.isSet(words, Options.JSON)) {
            try (JsonGenerator json = Json.on(session.terminal())) {
                json.writeStartObject();
                json.writeStringField("peerlab", version.peerlab());
                json.writeStringField("java", version.java());
                json.writeStringField("vm", version.vm());
                json.writeStringField("system", version.system());
                json.writeEndObject();
            }
        } else {
            session.terminal().say("Peerlab " + version.peerlab());
            session.terminal().say("Java " + version.java() + " (" + version.vm() + ")");
            session.terminal().say(version.system());
        }
        return ExitCode.PASS;
    }
}
