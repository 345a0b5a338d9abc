package peerlab.reports;

import java.io.IOException;
import java.io.OutputStream;

import peerlab.engine.RunResult;
import peerlab.engine.base.SimTime;
import peerlab.engine.check.ExpectationVerdict;

/** What became of each expectation, and why: {@code verdicts.json}. */
public final class VerdictsJson {

    private static final int ROW_DEPTH = 4;

    private VerdictsJson() {
    }

    public static void write(RunResult result, OutputStream out) throws IOException {
        try (Json json = new Json(out, ROW_DEPTH)) {
            json.beginObject()
                    .field("scenario", result.spec().id())
                    .field("seed", result.spec().seed())
                    .field("verdict", result.verdict().word())
                    .field("points", result.points())
                    .field("pointsPossible", result.spec().points());
            expectations(result, json);
            json.endObject();
        }
    }

    static void expectations(RunResult result, Json json) throws IOException {
        json.beginList("expectations");
        for (ExpectationVerdict verdict : result.expectations()) {
            expectation(verdict, json);
        }
        json.endList();
    }

    private static void expectation(ExpectationVerdict verdict, Json json) throws IOException {
        boolean isPlaced = verdict.expectation().place().isKnown();
        json.beginObject()
                .field("text", verdict.expectation().claim())
                .field("claim", verdict.claim())
                .field("place", isPlaced ? verdict.expectation().place().toString() : null)
                .field("verdict", verdict.verdict().word())
                .field("points", verdict.points())
                .field("pointsPossible", verdict.expectation().points())
                .value("time", verdict.at().map(SimTime::seconds));
        json.beginList("values");
        for (ExpectationVerdict.PartValue value : verdict.values()) {
            json.beginObject().field("part", value.part()).field("value", value.value()).endObject();
        }
        json.endList().texts("cause", verdict.cause());
        look(verdict, json);
        json.endObject();
    }

    private static void look(ExpectationVerdict verdict, Json json) throws IOException {
        if (verdict.lookAt().isEmpty()) {
            json.value("look", null);
            return;
        }
        ExpectationVerdict.Evidence evidence = verdict.lookAt().get();
        json.beginObject("look")
                .field("time", evidence.time().seconds())
                .field("peer", evidence.peer())
                .endObject();
    }
}
