package peerlab.dsl.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Numerals;
import peerlab.engine.base.Pareto;
import peerlab.engine.base.Shapes;
import peerlab.engine.base.Span;
import peerlab.engine.base.Weibull;

/** Reads how a time varies: a time by itself, a range, or a law with its parameters. */
final class DistributionReader {

    /** A law with the names of its parameters in order. A law of two forms has two entries. */
    private record Law(String word, List<String> parameters, Function<List<Object>, Distribution> maker) {

        String text() {
            return word + "(" + String.join(", ", parameters) + ")";
        }
    }

    /** The parameters that are plain numbers; all others are times. */
    static final Set<String> NUMBERS = Set.of("sigma", "shape");

    private static final List<Law> LAWS = List.of(
            new Law("fixed", List.of("value"), given -> new Distribution.Fixed((Span) given.get(0))),
            new Law("normal", List.of("mean", "deviation"),
                    given -> new Distribution.Normal((Span) given.get(0), (Span) given.get(1))),
            new Law("exponential", List.of("mean"),
                    given -> new Distribution.Exponential((Span) given.get(0))),
            new Law("lognormal", List.of("median", "sigma"),
                    given -> new Distribution.LogNormal((Span) given.get(0), (Double) given.get(1))),
            new Law("pareto", List.of("shape", "scale"),
                    given -> Pareto.ofScale((Double) given.get(0), (Span) given.get(1))),
            new Law("pareto", List.of("shape", "mean"),
                    given -> Pareto.ofMean((Double) given.get(0), (Span) given.get(1))),
            new Law("weibull", List.of("shape", "scale"),
                    given -> Weibull.ofScale((Double) given.get(0), (Span) given.get(1))),
            new Law("weibull", List.of("shape", "mean"),
                    given -> Weibull.ofMean((Double) given.get(0), (Span) given.get(1))));

    private final Site site;
    private final QuantityReader quantities;

    DistributionReader(Site site) {
        this.site = site;
        this.quantities = new QuantityReader(site);
    }

    /** The laws by their words, each with the names of its parameters, once for each form that it has. */
    static Map<String, List<List<String>>> laws() {
        Map<String, List<List<String>>> laws = new LinkedHashMap<>();
        LAWS.forEach(law -> laws.computeIfAbsent(law.word(), word -> new ArrayList<>())
                .add(law.parameters()));
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
        Law law = form(call);
        String shape = "write " + forms(law.word());
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
            given.add(NUMBERS.contains(parameter) ? (Object) number(parameter, value, law)
                    : new QuantityReader(site.named(parameter)).span(value));
        }
        return law.maker().apply(given);
    }

    /** The form of the law whose parameters are named; the first where none of them tells. */
    private Law form(Tree.Call call) {
        List<Law> forms = LAWS.stream().filter(law -> law.word().equals(call.word())).toList();
        if (forms.isEmpty()) {
            List<String> words = List.copyOf(laws().keySet());
            throw new Complaint(call.place(), "unknown distribution '" + call.word() + "'",
                    Suggestion.remedy(call.word(), words, "there are " + String.join(", ", words)));
        }
        List<String> names = forms.stream().flatMap(law -> law.parameters().stream()).distinct().toList();
        for (Tree.Named named : call.named()) {
            if (!names.contains(named.name())) {
                throw new Complaint(named.place(), "'" + call.word() + "' has no '" + named.name() + "'",
                        Suggestion.remedy(named.name(), names, "write " + forms(call.word())));
            }
        }
        List<String> given = call.named().stream().map(Tree.Named::name).toList();
        return forms.stream().filter(law -> law.parameters().containsAll(given)).findFirst()
                .orElseThrow(() -> new Complaint(call.place(), "'" + call.word() + "' takes one of "
                        + String.join(" and ", given.stream().filter(name -> !isOfAll(forms, name)).toList()),
                        "write " + forms(call.word())));
    }

    private static boolean isOfAll(List<Law> forms, String parameter) {
        return forms.stream().allMatch(law -> law.parameters().contains(parameter));
    }

    private static String forms(String word) {
        return String.join(" or ", LAWS.stream().filter(law -> law.word().equals(word)).map(Law::text)
                .toList());
    }

    private double number(String parameter, Tree tree, Law law) {
        double number = new QuantityReader(site.named(parameter)).number(tree);
        if (parameter.equals("sigma") && number < 0) {
            throw new Complaint(tree.place(), "sigma cannot be negative, found " + number, null);
        }
        boolean isShape = parameter.equals("shape");
        if (isShape && (number < Shapes.LEAST || number > Shapes.MOST)) {
            throw new Complaint(tree.place(), "the shape lies between " + Numerals.of(Shapes.LEAST) + " and "
                    + Numerals.of(Shapes.MOST) + ", found " + Numerals.of(number), null);
        }
        boolean isMeanless = law.word().equals("pareto") && law.parameters().contains("mean") && number <= 1;
        if (isShape && isMeanless) {
            throw new Complaint(tree.place(), "pareto has a mean for shapes above 1, found "
                    + Numerals.of(number), "give its scale: " + forms("pareto").split(" or ")[0]);
        }
        return number;
    }
}
