package peerlab.reports.console;

import java.util.Optional;

import peerlab.engine.RunFailure;
import peerlab.engine.RunResult;
import peerlab.engine.check.ExpectationVerdict;
import peerlab.engine.check.ExpectationVerdict.Evidence;
import peerlab.engine.check.Verdict;
import peerlab.engine.spec.ProfileSpec;
import peerlab.engine.spec.ScenarioSpec;

/**
 * A run as a person reads it: the claim, what held and what did not, the cause, and the commands that look
 * closer and that repeat it.
 */
public final class RunText {

    /** The column at which places and points end. */
    private static final int WIDTH = 110;
    private static final int LEAST_GAP = 3;
    private static final String INDENT = "      ";

    private final Style style;
    private final Commands commands;

    public RunText(Style style, Commands commands) {
        this.style = style;
        this.commands = commands;
    }

    /** The run in full; each line ends with a line feed. */
    public String summary(RunResult result) {
        StringBuilder text = new StringBuilder();
        line(text, headline(result, 0));
        line(text, INDENT + Visible.of(result.spec().title()));
        if (result.failure().isPresent() || !result.expectations().isEmpty()) {
            line(text, "");
        }
        result.failure().ifPresent(failure -> failure(failure, text));
        result.expectations().forEach(verdict -> expectation(verdict, text));
        points(result, text);
        Optional<ProfileSpec> profile = result.spec().network().profile();
        if (result.verdict() != Verdict.PASS || !result.notes().isEmpty() || profile.isPresent()) {
            line(text, "");
        }
        profile.ifPresent(network -> sources(network, text));
        result.notes().forEach(note -> line(text, "  note   " + Visible.of(note)));
        if (result.verdict() != Verdict.PASS) {
            evidence(result).ifPresent(at -> line(text, "  look   " + commands.look(result.spec(), at)));
            line(text, "  again  " + commands.again(result.spec()));
        }
        return text.toString();
    }

    /**
     * The run on one line, for a list of many.
     *
     * @param idWidth how wide the longest id is, so that columns stand below each other
     */
    public String line(RunResult result, int idWidth) {
        return headline(result, idWidth) + "\n";
    }

    private String headline(RunResult result, int idWidth) {
        ScenarioSpec spec = result.spec();
        String id = Visible.of(spec.id());
        int verdictWidth = idWidth == 0 ? 0 : Verdict.INCONCLUSIVE.name().length();
        String verdict = result.verdict().name();
        String peers = spec.peerCount() == 1 ? "1 peer" : spec.peerCount() + " peers";
        String points = idWidth > 0 && spec.points() > 0
                ? "   " + result.points() + " of " + spec.points() + " points" : "";
        return style.painted(result.verdict(), verdict)
                + " ".repeat(Math.max(0, verdictWidth - verdict.length()))
                + "  " + id + " ".repeat(Math.max(0, idWidth - id.length()))
                + "   seed " + spec.seed() + "   fingerprint " + result.fingerprint()
                + "   " + peers + ", " + result.ended() + " simulated"
                + (style.hasWallTime() ? " in " + wallTime(result.wallNanos()) : "") + points;
    }

    private static String wallTime(long nanos) {
        long millis = (nanos + 500_000) / 1_000_000;
        return millis < 100
                ? millis + " ms" : (millis + 50) / 100 / 10 + "." + (millis + 50) / 100 % 10 + " s";
    }

    private void failure(RunFailure failure, StringBuilder text) {
        line(text, "  " + style.painted(Verdict.FAIL, "x") + " " + Visible.of(failure.sentence()));
        failure.detail().forEach(detail -> line(text, INDENT + Visible.of(detail)));
    }

    private void expectation(ExpectationVerdict verdict, StringBuilder text) {
        String mark = switch (verdict.verdict()) {
            case PASS -> "o";
            case FAIL -> "x";
            case INCONCLUSIVE -> "?";
        };
        String claim = Visible.of(verdict.claim());
        String right = right(verdict);
        int gap = Math.max(LEAST_GAP, WIDTH - 4 - claim.length() - right.length());
        line(text, "  " + style.painted(verdict.verdict(), mark) + " " + claim
                + (right.isEmpty() ? "" : " ".repeat(gap) + style.faint(right)));
        verdict.cause().forEach(cause -> line(text, INDENT + Visible.of(cause)));
    }

    /** A network that somebody measured is told with its sources. */
    private static void sources(ProfileSpec profile, StringBuilder text) {
        line(text, "  network " + profile.name() + ", from");
        profile.sources().forEach(source -> line(text, INDENT + source));
    }

    private static String right(ExpectationVerdict verdict) {
        int most = verdict.expectation().points();
        String points = most == 0 ? ""
                : verdict.points() + " of " + most + (most == 1 ? " point" : " points");
        if (verdict.verdict() == Verdict.PASS || !verdict.expectation().place().isKnown()) {
            return points;
        }
        return points + (points.isEmpty() ? "" : "   ")
                + Visible.of(verdict.expectation().place().toString());
    }

    private static void points(RunResult result, StringBuilder text) {
        long graded = result.expectations().stream()
                .filter(verdict -> verdict.expectation().points() > 0).count();
        if (graded > 1) {
            String total = result.points() + " of " + result.spec().points() + " points";
            line(text, " ".repeat(WIDTH - total.length()) + total);
        }
    }

    /**
     * Where looking closer pays most: where the run broke, else at the first failure, else at the first
     * doubt.
     */
    private static Optional<Evidence> evidence(RunResult result) {
        if (result.failure().isPresent()) {
            return result.failure().map(failure -> new Evidence(failure.at(), Optional.empty()));
        }
        return evidence(result, Verdict.FAIL).or(() -> evidence(result, Verdict.INCONCLUSIVE));
    }

    private static Optional<Evidence> evidence(RunResult result, Verdict verdict) {
        return result.expectations().stream()
                .filter(expectation -> expectation.verdict() == verdict)
                .flatMap(expectation -> expectation.lookAt().stream())
                .findFirst();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
