package peerlab.dsl.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.NetworkWords;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.measured.LatencyFiles;
import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.spec.BandwidthSpec;
import peerlab.engine.spec.ConnectionsSpec;
import peerlab.engine.spec.CorruptSpec;
import peerlab.engine.spec.JitterSpec;
import peerlab.engine.spec.LossSpec;
import peerlab.engine.spec.MishapSpec;
import peerlab.engine.spec.NatSpec;
import peerlab.engine.spec.NetworkProfiles;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.SelectorSpec;

/** Compiles {@code network}: what a profile says, and over it what is written beside the profile. */
final class NetworkCompiler {

    /** RFC 4787 asks that a mapping lives no shorter (REQ-5), and recommends five minutes. */
    private static final Span USUAL_MAPPING = Span.minutes(2);

    private final Vocabulary vocabulary;
    private final StatementReader reader;
    private final Diagnostics diagnostics;
    private final RegionCompiler regions;
    private final LatencyCompiler latencies;

    NetworkCompiler(Vocabulary vocabulary, StatementReader reader, Names names, LatencyFiles files,
            Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.diagnostics = diagnostics;
        this.regions = new RegionCompiler(names, diagnostics);
        this.latencies = new LatencyCompiler(reader, files, diagnostics);
    }

    NetworkSpec network(Statements statements) {
        Map<String, List<Phrase>> words = statements.words(
                "network", vocabulary.network().keySet(), NetworkWords.repeated());
        NetworkSpec spec = given(words, "profile")
                .flatMap(given -> NetworkProfiles.find(given.get("name", String.class)))
                .orElse(NetworkSpec.DEFAULT)
                .at(statements.last("network").map(Phrase::place).orElse(SourcePlace.NOWHERE));
        spec = withRegions(words, spec);
        Optional<Phrase> latency = first(words, "latency");
        spec = latency.flatMap(phrase -> given(phrase).flatMap(given -> latencies.latency(phrase, given)))
                .map(spec::with).orElse(spec);
        spec = given(words, "jitter").map(given -> given.get("time", JitterSpec.class))
                .map(spec::with).orElse(spec);
        spec = spec.inOrder(given(words, "order")
                .map(given -> given.get("order", String.class).equals("fifo")).orElse(spec.isFifo()));
        spec = loss(words).map(spec::with).orElse(spec);
        spec = given(words, "duplicate").map(NetworkCompiler::mishap)
                .map(spec::duplicating).orElse(spec);
        spec = given(words, "reorder").map(NetworkCompiler::mishap)
                .map(spec::reordering).orElse(spec);
        spec = given(words, "corrupt").map(given -> new CorruptSpec(
                given.get("share", Ratio.class), given.find("delivered", Boolean.class).orElse(false)))
                .map(spec::with).orElse(spec);
        spec = words.containsKey("bandwidth") ? spec.withLines(lines(words.get("bandwidth"))) : spec;
        spec = connections(words).map(spec::with).orElse(spec);
        return nat(words).map(spec::with).orElse(spec);
    }

    /** Regions come first: all that follows may name them. */
    private NetworkSpec withRegions(Map<String, List<Phrase>> words, NetworkSpec spec) {
        Optional<Phrase> regionWord = first(words, "regions");
        Optional<Phrase> betweenWord = first(words, "between");
        NetworkSpec settled = spec;
        if (regionWord.isPresent()) {
            settled = settled.withRegions(given(regionWord.get())
                    .map(given -> regions.regions(regionWord.get(), given)).orElse(List.of()),
                    settled.between());
        }
        settled.regions().forEach(regions::learn);
        if (betweenWord.isPresent()) {
            settled = settled.withRegions(settled.regions(), given(betweenWord.get())
                    .map(given -> regions.between(betweenWord.get(), given)).orElse(List.of()));
        }
        return settled;
    }

    private Optional<Given> given(Phrase phrase) {
        Entry<Given> entry = vocabulary.network().get(phrase.word());
        return reader.given(entry, phrase);
    }

    private Optional<Given> given(Map<String, List<Phrase>> words, String word) {
        return first(words, word).flatMap(this::given);
    }

    private static Optional<Phrase> first(Map<String, List<Phrase>> words, String word) {
        return words.getOrDefault(word, List.of()).stream().findFirst();
    }

    private static MishapSpec mishap(Given given) {
        return new MishapSpec(given.get("share", Ratio.class), given.find("by", Distribution.class));
    }

    private Optional<LossSpec> loss(Map<String, List<Phrase>> words) {
        Optional<Phrase> phrase = first(words, "loss");
        return phrase.flatMap(this::given).flatMap(given -> {
            LossSpec spec = new LossSpec(given.get("share", Ratio.class), given.find("bursts", Span.class),
                    given.find("within", Ratio.class));
            boolean isRight = new BurstChecks(reader, diagnostics).areRight(phrase.get(), spec);
            return isRight ? Optional.of(spec) : Optional.empty();
        });
    }

    private List<BandwidthSpec> lines(List<Phrase> phrases) {
        List<BandwidthSpec> lines = new ArrayList<>();
        phrases.forEach(phrase -> given(phrase).flatMap(given -> line(phrase, given)).ifPresent(lines::add));
        return lines;
    }

    private Optional<BandwidthSpec> line(Phrase phrase, Given given) {
        Spelling spelling = Spelling.of(phrase.place());
        Optional<Bandwidth> rate = given.find("rate", Bandwidth.class);
        Optional<Bandwidth> up = given.find("up", Bandwidth.class);
        Optional<Bandwidth> down = given.find("down", Bandwidth.class);
        String example = spelling.option("up", spelling.quantity(BigDecimal.ONE, "Mbps")) + ", "
                + spelling.option("down", spelling.quantity(BigDecimal.TEN, "Mbps"));
        if (rate.isEmpty() && up.isEmpty() && down.isEmpty()) {
            diagnostics.error(phrase.place(), "'bandwidth' needs a rate, or 'up' or 'down'",
                    "write " + example);
            return Optional.empty();
        }
        if (rate.isPresent() && up.isPresent() && down.isPresent()) {
            diagnostics.error(phrase.place(), "'bandwidth' with a rate for both ways, and one for each",
                    "keep one of them");
            return Optional.empty();
        }
        return Optional.of(new BandwidthSpec(up.or(() -> rate), down.or(() -> rate),
                given.find("queue", Bytes.class), given.find("on", SelectorSpec.class), phrase.place()));
    }

    private Optional<NatSpec> nat(Map<String, List<Phrase>> words) {
        Optional<Phrase> phrase = first(words, "nat");
        return phrase.flatMap(this::given).flatMap(given -> {
            Span mapping = given.find("mapping", Span.class).orElse(USUAL_MAPPING);
            if (mapping.isZero()) {
                diagnostics.error(reader.placeOf(phrase.get(), "mapping"),
                        "a mapping of no length lets no answer in",
                        "write mapping: " + Spelling.of(phrase.get().place()).span(Span.minutes(2)));
                return Optional.empty();
            }
            return Optional.of(new NatSpec(given.get("who", SelectorSpec.class), mapping));
        });
    }

    private Optional<ConnectionsSpec> connections(Map<String, List<Phrase>> words) {
        Optional<Phrase> phrase = first(words, "connections");
        return phrase.flatMap(this::given).flatMap(given -> {
            Optional<Span> idle = given.find("idle", Span.class);
            if (idle.isPresent() && idle.get().isZero()) {
                diagnostics.error(reader.placeOf(phrase.get(), "idle"),
                        "a connection that is closed at once carries nothing",
                        "write idle: " + Spelling.of(phrase.get().place()).span(Span.minutes(1)));
                return Optional.empty();
            }
            return Optional.of(new ConnectionsSpec(given.get("setup", Long.class).intValue(), idle));
        });
    }
}
