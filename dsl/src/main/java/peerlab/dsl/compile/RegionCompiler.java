package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.expand.Params;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.spec.BetweenSpec;
import peerlab.engine.spec.RegionSpec;

/** Compiles {@code regions} and {@code between}: who lives where, and how far it is. */
final class RegionCompiler {

    private static final String NAME = "[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9])?";
    private static final String ONE_WAY = "to";
    /** Shares that come to the whole may miss it by so much when they are added. */
    private static final double ROUNDING = 1e-9;

    private final Names names;
    private final Diagnostics diagnostics;
    private final List<String> known = new ArrayList<>();

    RegionCompiler(Names names, Diagnostics diagnostics) {
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** From here on the region can be named. */
    void learn(RegionSpec region) {
        known.add(region.name());
        names.addRegion(region);
    }

    List<RegionSpec> regions(Phrase phrase, Given given) {
        List<RegionSpec> regions = new ArrayList<>();
        double share = 0;
        long count = 0;
        for (Phrase.Option option : phrase.options()) {
            RegionSpec.Population population = given.get(option.name(), RegionSpec.Population.class);
            if (isName(option.name(), option.place())) {
                regions.add(new RegionSpec(option.name(), population));
            }
            share += population instanceof RegionSpec.Share part ? part.share().value() : 0;
            count += population instanceof RegionSpec.Count number ? number.count() : 0;
        }
        requireNotEmpty(phrase, given);
        if (share > 1 + ROUNDING) {
            diagnostics.error(phrase.place(), "the regions have " + new Ratio(share)
                    + " of the peers together",
                    "let the shares come to 100% or less");
        }
        if (names.areGroupsKnown() && count > names.peerCount()) {
            diagnostics.error(phrase.place(), "the regions have " + count + " peers together, of "
                    + names.peerCount(), "let there be more peers, or fewer in the regions");
        } else if (names.areGroupsKnown() && share <= 1 + ROUNDING && count > 0
                && count + Math.floor(share * names.peerCount()) > names.peerCount()) {
            diagnostics.error(phrase.place(), "the regions have " + count + " peers and " + new Ratio(share)
                    + " of " + names.peerCount() + " together",
                    "let there be more peers, or fewer in the regions");
        }
        return regions;
    }

    private void requireNotEmpty(Phrase phrase, Given given) {
        if (given.values().isEmpty()) {
            diagnostics.error(phrase.place(), "'regions' needs names with those who live there",
                    "write " + example(phrase.place()));
        }
    }

    private boolean isName(String name, SourcePlace place) {
        if (!name.matches(NAME) || name.equals(ONE_WAY)) {
            diagnostics.error(place, "'" + name + "' cannot name a region",
                    "use letters, digits and hyphens, a letter first");
            return false;
        }
        if (name.length() > Params.LONGEST_NAME) {
            diagnostics.error(place, "a name of " + name.length() + " characters",
                    "use at most " + Params.LONGEST_NAME);
            return false;
        }
        Optional<String> other = names.whatIsCalled(name);
        other.ifPresent(what -> diagnostics.error(place, "'" + name + "' is the name of " + what,
                "give the region another name"));
        return other.isEmpty();
    }

    List<BetweenSpec> between(Phrase phrase, Given given) {
        List<BetweenSpec> between = new ArrayList<>();
        for (Phrase.Option option : phrase.options()) {
            between(option, given.get(option.name(), Distribution.class)).ifPresent(latency -> {
                requireOnce(latency, between, option);
                between.add(latency);
            });
        }
        if (given.values().isEmpty()) {
            diagnostics.error(phrase.place(), "'between' needs regions with a time",
                    Spelling.of(phrase.place()) == Spelling.GROOVY ? "write between 'eu us': 80.ms..100.ms"
                            : "write between: { eu us: 80ms..100ms }");
        }
        return between;
    }

    private void requireOnce(BetweenSpec latency, List<BetweenSpec> others, Phrase.Option option) {
        boolean isSaid = others.stream().anyMatch(other -> other.isOneWay() == latency.isOneWay()
                && (other.from().equals(latency.from()) && other.to().equals(latency.to())
                || !latency.isOneWay() && other.from().equals(latency.to())
                        && other.to().equals(latency.from())));
        if (isSaid) {
            diagnostics.error(option.place(), "'" + option.name()
                    + "' says again how far apart two regions are",
                    "keep one of the two, or say one way with 'to'");
        }
    }

    private Optional<BetweenSpec> between(Phrase.Option option, Distribution latency) {
        String[] words = option.name().strip().split("\\s+");
        boolean isOneWay = words.length == 3 && words[1].equals(ONE_WAY);
        if (words.length != 2 && !isOneWay) {
            diagnostics.error(option.place(), "'" + option.name() + "' are not two regions",
                    "name two, such as 'eu us'; 'eu to us' for one way; 'eu eu' for within one");
            return Optional.empty();
        }
        String from = words[0];
        String to = words[words.length - 1];
        boolean areKnown = isKnown(from, option.place()) & isKnown(to, option.place());
        return areKnown ? Optional.of(new BetweenSpec(from, to, isOneWay, latency)) : Optional.empty();
    }

    private boolean isKnown(String region, SourcePlace place) {
        if (known.contains(region)) {
            return true;
        }
        diagnostics.error(place, "there is no region '" + region + "'", Suggestion.remedy(region, known,
                known.isEmpty() ? "say first who lives where: " + example(place)
                        : "there are " + String.join(", ", known)));
        return false;
    }

    private static String example(SourcePlace place) {
        return Spelling.of(place) == Spelling.GROOVY ? "regions eu: 50.percent, us: 50.percent"
                : "regions: { eu: 50%, us: 50% }";
    }
}
