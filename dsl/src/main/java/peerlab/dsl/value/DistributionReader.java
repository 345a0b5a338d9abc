package peerlab.dsl.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Span;

/** Reads how a time varies: a time by itself, a range, or a law with its parameters. */
final class DistributionReader {

    /**
     * A law with the names of its parameters in order; {@code sigma} is a plain number, all others are
     * times.
     */
    private record Law(String word, List<String> parameters, Function<List<Object>, Distribution> maker) {
    }

    private static final List<Law> LAWS = List.of(
            new Law("fixed", List.of("value"), given -> new Distribution.Fixed((Span) given.get(0))),
            new Law("normal", List.of("mean", "deviation"),
                    given -> new Distribution.Normal((Span) given.get(0), (Span) given.get(1))),
            new Law("exponential", List.of("mean"),
                    given -> new Distribution.Exponential((Span) given.get(0))),
            new Law("lognormal", List.of("median", "sigma"),
                    given -> new Distribution.LogNormal((Span) given.get(0), (Double) given.get(1))));

    private final Site site;
    private final QuantityReader quantities;

    DistributionReader(Site site) {
        this.site = site;
        this.quantities = new QuantityReader(site);
    }

    static Map<String, List<String>> laws() {
        Map<String, List<String>> laws = new LinkedHashMap<>();
        LAWS.forEach(law -> laws.put(law.word(), law.parameters()));
        return laws;
    }

    Distribution distribution() {
        Tree tree = site.expression();
        if (tree instanceof Tree.Range range) {
            return uniform(range);
        } else if (tree instanceof Tree.Call call) {
            return law(call);
        }
        return new Distribution.Fixed(quantities.span(tree));
    }

    private Distribution uniform(Tree.Range range) {
        Span least = quantities.span(range.from());
        Span most = quantities.span(range.to());
        if (least.compareTo(most) > 0) {
            throw new Complaint(range.place(), "the range " + least + ".." + most + " is reversed",
                    "write " + site.spelling().span(most) + ".." + site.spelling().span(least));
        }
        return new Distribution.Uniform(least, most);
    }

    private Distribution law(Tree.Call call) {
        List<String> words = LAWS.stream().map(Law::word).toList();
        Law law = LAWS.stream().filter(l -> l.word().equals(call.word())).findFirst()
                .orElseThrow(() -> new Complaint(call.place(), "unknown distribution '" + call.word() + "'",
                        Suggestion.remedy(call.word(), words, "there are " + String.join(", ", words))));
        String shape = "write " + law.word() + "(" + String.join(", ", law.parameters()) + ")";
        for (Tree.Named named : call.named()) {
            if (!law.parameters().contains(named.name())) {
                throw new Complaint(named.place(), "'" + law.word() + "' has no '" + named.name() + "'",
                        Suggestion.remedy(named.name(), law.parameters(), shape));
            }
        }
        if (call.arguments().size() + call.named().size() != law.parameters().size()) {
            throw new Complaint(call.place(), "'" + law.word() + "' takes " + law.parameters().size()
                    + (law.parameters().size() == 1 ? " value" : " values"), shape);
        }
        List<Object> given = new ArrayList<>();
        int position = 0;
        for (String parameter : law.parameters()) {
            Optional<Tree> named = call.named(parameter);
            boolean isByPosition = position < call.arguments().size();
            if (isByPosition == named.isPresent()) {
                throw new Complaint(call.place(), "'" + law.word() + "' needs '" + parameter + "' once",
                        shape);
            }
            Tree value = isByPosition ? call.arguments().get(position++) : named.get();
            given.add(parameter.equals("sigma") ? (Object) sigma(value) : quantities.span(value));
        }
        return law.maker().apply(given);
    }

    private double sigma(Tree tree) {
        double sigma = quantities.number(tree);
        if (sigma < 0) {
            throw new Complaint(tree.place(), "sigma cannot be negative, found " + sigma, null);
        }
        return sigma;
    }
}
