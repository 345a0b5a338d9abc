package peerlab.reports;

import java.io.IOException;
import java.io.OutputStream;

import peerlab.engine.RunFailure;
import peerlab.engine.RunResult;
import peerlab.engine.protocol.Theory;
import peerlab.engine.spec.ProfileSpec;
import peerlab.engine.spec.ScenarioSpec;

/** The manifest of a run, {@code run.json}: what was run, and what came of it. */
public final class RunJson {

    private final Machine machine;

    public RunJson(Machine machine) {
        this.machine = machine;
    }

    public void write(RunResult result, OutputStream out) throws IOException {
        try (Json json = new Json(out, JsonLayout.NO_ROWS)) {
            json.beginObject();
            run(result, json);
            machine(result, json);
            json.endObject();
        }
    }

    /** The manifest and the verdicts on one line: a run of many, for scripts. */
    public void writeLine(RunResult result, OutputStream out) throws IOException {
        try (Json json = new Json(out, JsonLayout.ONE_ROW)) {
            json.beginObject();
            run(result, json);
            VerdictsJson.expectations(result, json);
            machine(result, json);
            json.endObject();
        }
    }

    private void run(RunResult result, Json json) throws IOException {
        ScenarioSpec spec = result.spec();
        json.field("scenario", spec.id())
                .field("title", spec.title())
                .field("file", spec.place().isKnown() ? spec.place().file() : null)
                .field("seed", spec.seed())
                .values("params", spec.params());
        network(spec, json);
        json.field("fingerprint", result.fingerprint())
                .field("verdict", result.verdict().word())
                .field("points", result.points())
                .field("pointsPossible", spec.points())
                .field("peers", spec.peerCount())
                .field("simulatedTime", result.ended().seconds())
                .field("events", result.events())
                .field("messages", result.messages());
        theory(result, json);
        failure(result, json);
        json.texts("notes", result.notes()).field("peerlab", machine.peerlab());
    }

    /** Where the numbers of a named network come from. */
    private static void network(ScenarioSpec spec, Json json) throws IOException {
        if (spec.network().profile().isPresent()) {
            ProfileSpec profile = spec.network().profile().get();
            json.beginObject("network").field("profile", profile.name()).texts("sources", profile.sources())
                    .endObject();
        }
    }

    /** What theory says of the metrics, where it says anything. */
    private static void theory(RunResult result, Json json) throws IOException {
        if (result.metrics().theory().isEmpty()) {
            return;
        }
        double end = result.ended().seconds();
        json.beginList("theory");
        for (Theory theory : result.metrics().theory()) {
            json.beginObject().field("metric", theory.metric()).field("value", theory.value())
                    .field("from", Math.min(end, theory.from().seconds()))
                    .field("to", Math.min(end, theory.to().seconds()))
                    .field("formula", theory.formula()).field("source", theory.source()).endObject();
        }
        json.endList();
    }

    private static void failure(RunResult result, Json json) throws IOException {
        if (result.failure().isEmpty()) {
            json.value("failure", null);
            return;
        }
        RunFailure failure = result.failure().get();
        json.beginObject("failure")
                .field("kind", failure.kind().name().toLowerCase(java.util.Locale.ROOT))
                .field("time", failure.at().seconds())
                .field("sentence", failure.sentence())
                .texts("detail", failure.detail())
                .endObject();
    }

    private void machine(RunResult result, Json json) throws IOException {
        json.beginObject("machine")
                .field("jdk", machine.jdk())
                .field("wallSeconds", result.wallNanos() / 1e9)
                .endObject();
    }
}
