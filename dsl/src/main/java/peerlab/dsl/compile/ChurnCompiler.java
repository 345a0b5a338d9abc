package peerlab.dsl.compile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.replay.RecordedLives;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Scope;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.profile.ChurnProfile;
import peerlab.engine.profile.ProfiledLives;
import peerlab.engine.spec.Lives;

/** Puts together how the peers of a {@code churn} come and go, from laws, from a profile or from a file. */
final class ChurnCompiler {

    private static final String SESSIONS = "sessions";
    private static final String DOWNTIME = "downtime";
    private static final String UP = "up";
    private static final String FIRST = "first";
    private static final String PROFILE = "profile";
    private static final String MEAN = "mean";
    private static final String TRACE = "trace";
    private static final String THREE_CLASSES = "three-classes";

    private final Phrase phrase;
    private final Given given;
    private final StatementReader reader;
    private final Scope scope;
    private final Spelling spelling;

    ChurnCompiler(Phrase phrase, Given given, StatementReader reader, Scope scope) {
        this.phrase = phrase;
        this.given = given;
        this.reader = reader;
        this.scope = scope;
        this.spelling = Spelling.of(phrase.place());
    }

    /** @throws Complaint where the options do not say it, or say it twice */
    Lives lives() {
        List<String> sources = List.of(SESSIONS, PROFILE, TRACE).stream().filter(this::has).toList();
        if (sources.isEmpty()) {
            throw new Complaint(phrase.place(), "'churn' needs to know how long peers stay and stay away",
                    "write " + laws() + ", or " + spelling.option(PROFILE, spelling.name("kad-2009"))
                            + ", or " + spelling.option(TRACE, spelling.name("sessions.csv")));
        } else if (sources.size() > 1) {
            throw at(sources.get(1), "'" + sources.get(0) + "' and '" + sources.get(1)
                    + "' both say how long peers stay", "keep one of them");
        }
        if (has(DOWNTIME) && has(UP)) {
            throw at(UP, "'downtime' and 'up' both say how long peers stay away", "keep one of them");
        }
        requireMeans();
        return has(TRACE) ? recorded() : has(PROFILE) ? measured() : drawn();
    }

    private void requireMeans() {
        for (String option : List.of(SESSIONS, DOWNTIME, FIRST)) {
            Optional<Distribution> law = law(option);
            if (law.isPresent() && !(law.get().meanNanos() > 0)) {
                throw at(option, "'" + option + "' is a time longer than nothing", null);
            } else if (law.isPresent() && law.get().meanNanos() == Double.POSITIVE_INFINITY) {
                throw at(option, law.get() + " has no mean, so no part of the peers is up in the long run",
                        "give it a shape above 1");
            }
        }
        Optional<Ratio> up = given.find(UP, Ratio.class);
        if (up.isPresent() && (up.get().value() <= 0 || up.get().value() >= 1)) {
            throw at(UP, "'up' lies between 0% and 100%, and is neither", null);
        }
    }

    private Lives recorded() {
        for (String option : List.of(DOWNTIME, UP, FIRST, MEAN, "start")) {
            if (has(option)) {
                throw at(option, "'trace' says already who stays how long", "leave '" + option + "' out");
            }
        }
        return new RecordedLives(scope).read(given.get(TRACE, String.class), reader.placeOf(phrase, TRACE));
    }

    private Lives drawn() {
        if (has(MEAN)) {
            throw at(MEAN, "'mean' is for the profile " + THREE_CLASSES + "; a law has its own",
                    "leave 'mean' out");
        }
        Distribution sessions = law(SESSIONS).orElseThrow();
        Distribution downtime = law(DOWNTIME).or(() -> up().map(share ->
                ChurnProfile.downtime(sessions, share))).orElseThrow(this::withoutDowntime);
        Lives.PeerClass only = new Lives.PeerClass(Ratio.ALL, sessions, downtime, law(FIRST));
        return Lives.Drawn.of(only);
    }

    private Lives measured() {
        String name = given.get(PROFILE, String.class);
        boolean isScalable = name.equals(THREE_CLASSES);
        Optional<Span> mean = given.find(MEAN, Span.class);
        if (mean.isPresent() && (!isScalable || mean.get().isZero())) {
            throw at(MEAN, isScalable ? "'mean' is a time longer than nothing"
                    : "the profile " + name + " has its own times", isScalable ? null : "leave 'mean' out");
        }
        ChurnProfile profile = mean.map(ChurnProfile::threeClasses)
                .orElseGet(() -> ChurnProfile.named(name).orElseThrow());
        if (!profile.hasDowntime() && !has(DOWNTIME) && !has(UP)) {
            throw at(PROFILE, "the profile " + name + " does not say how long peers stay away",
                    "add " + spelling.option(UP, spelling.quantity(BigDecimal.valueOf(50), "%"))
                            + ", the share that is up in the long run, or "
                            + spelling.option(DOWNTIME, exponential(5)));
        }
        return new ProfiledLives(name, mean, law(DOWNTIME), up(), law(FIRST)).lives();
    }

    private Complaint withoutDowntime() {
        return new Complaint(phrase.place(), "'churn' needs to know how long peers stay away",
                "add " + spelling.option(DOWNTIME, exponential(5)) + ", or "
                        + spelling.option(UP, spelling.quantity(BigDecimal.valueOf(80), "%"))
                        + ", the share that is up in the long run");
    }

    private String laws() {
        return spelling.option(SESSIONS, exponential(20)) + ", " + spelling.option(DOWNTIME, exponential(5));
    }

    private String exponential(int minutes) {
        return "exponential(" + spelling.quantity(BigDecimal.valueOf(minutes), "min") + ")";
    }

    private boolean has(String option) {
        return given.values().containsKey(option);
    }

    private Optional<Distribution> law(String option) {
        return given.find(option, Distribution.class);
    }

    private Optional<Ratio> up() {
        return given.find(UP, Ratio.class);
    }

    private Complaint at(String option, String message, String remedy) {
        return new Complaint(reader.placeOf(phrase, option), message, remedy);
    }
}
