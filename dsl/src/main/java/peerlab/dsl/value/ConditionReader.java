package peerlab.dsl.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.lang.model.SourceVersion;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Unit;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.MetricSpec.Kind;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.Expression.Function;
import peerlab.engine.spec.Expression.Relation;

/** Turns a condition into the model that the engine evaluates, and checks its names and its units. */
final class ConditionReader {

    static final Pattern SENTENCE =
            Pattern.compile("(?!.*\\b(and|or|not)\\b)\\p{L}[\\p{L}\\d]*( [\\p{L}\\d-]+)+");

    /** No name of a property is longer; matching takes a stack as deep as the text is long. */
    private static final int LONGEST_SENTENCE = 500;
    private static final Set<String> OF_GROOVY = Set.of("as", "def", "in", "trait");

    private final Site site;
    private final Shown shown;
    private final boolean isOverOnePeer;
    private final boolean isAmongUp;
    private final Units units;

    ConditionReader(Site site, Shown shown, boolean isOverOnePeer) {
        this(site, shown, isOverOnePeer, false);
    }

    /** @param isAmongUp whether the peer is one of those that are up, over whom functions go */
    private ConditionReader(Site site, Shown shown, boolean isOverOnePeer, boolean isAmongUp) {
        this.isAmongUp = isAmongUp;
        this.site = site;
        this.shown = shown;
        this.isOverOnePeer = isOverOnePeer;
        this.units = new Units(shown, site.spelling());
    }

    /** The whole value. In YAML a sentence without signs is the name of a property, in quotes or not. */
    Expression condition() {
        Optional<Text> sentence = site.text().filter(text -> site.spelling() == Spelling.YAML)
                .filter(text -> shown.properties().contains(text.words())
                        || text.words().length() <= LONGEST_SENTENCE
                        && SENTENCE.matcher(text.words()).matches());
        return sentence.isPresent()
                ? property(new Tree.Quoted(sentence.get().words(), sentence.get().place()))
                : condition(site.expression());
    }

    /** Something that is true or false. */
    Expression condition(Tree tree) {
        Expression condition = tree instanceof Tree.Quoted quoted ? property(quoted) : value(tree);
        units.requireTruth(condition);
        return condition;
    }

    private Expression value(Tree tree) {
        if (tree instanceof Tree.Binary binary) {
            return binary(binary);
        } else if (tree instanceof Tree.Unary unary && unary.operator().equals("not")) {
            return new Expression.Not(condition(unary.operand()), unary.place());
        } else if (tree instanceof Tree.Braced braced) {
            return overPeers(braced);
        } else if (tree instanceof Tree.Quoted quoted) {
            return new Expression.Text(quoted.text(), quoted.place());
        } else if (tree instanceof Tree.Name name) {
            return name(name);
        } else if (tree instanceof Tree.Member || tree instanceof Tree.Indexed) {
            return metric(tree);
        } else if (tree instanceof Tree.Number || tree instanceof Tree.Unary || tree instanceof Tree.Known) {
            return constant(site.constants().of(tree), Optional.empty(), tree.place());
        }
        boolean isFunction = tree instanceof Tree.Call call
                && Arrays.stream(Function.values()).anyMatch(function -> function.word().equals(call.word()));
        throw new Complaint(tree.place(), "a condition cannot hold '" + site.found() + "'",
                isFunction ? "what goes over peers has braces: " + ((Tree.Call) tree).word() + " { ... }"
                        : "compare numbers that the run shows: gets.failed == 0");
    }

    private Expression binary(Tree.Binary binary) {
        boolean isLogic = binary.operator().equals("and") || binary.operator().equals("or");
        List<Expression> sides = both(binary, isLogic);
        Expression left = sides.get(0);
        Expression right = sides.get(1);
        if (isLogic) {
            return new Expression.Logic(binary.operator().equals("and"), left, right, binary.place());
        }
        Optional<Relation> relation =
                Arrays.stream(Relation.values()).filter(r -> r.sign().equals(binary.operator())).findFirst();
        if (relation.isPresent()) {
            units.requireComparable(relation.get(), left, right, binary.place());
            return new Expression.Comparison(relation.get(), left, right, binary.place());
        }
        units.requireArithmetic(binary.operator().charAt(0), left, right, binary.place());
        return new Expression.Arithmetic(binary.operator().charAt(0), left, right, binary.place());
    }

    /** Both sides, with what is wrong on either of them. */
    private List<Expression> both(Tree.Binary binary, boolean isLogic) {
        List<Expression> sides = new ArrayList<>();
        List<Diagnostic> wrong = new ArrayList<>();
        for (Tree side : List.of(binary.left(), binary.right())) {
            try {
                sides.add(isLogic ? condition(side) : value(side));
            } catch (Complaint complaint) {
                wrong.addAll(complaint.diagnostics());
            }
        }
        if (!wrong.isEmpty()) {
            throw new Complaint(wrong);
        }
        return sides;
    }

    private Expression overPeers(Tree.Braced braced) {
        List<String> words = Arrays.stream(Function.values()).map(Function::word).toList();
        Function function = Arrays.stream(Function.values()).filter(f -> f.word().equals(braced.word()))
                .findFirst()
                .orElseThrow(() -> new Complaint(braced.place(), "unknown function '" + braced.word() + "'",
                        Suggestion.remedy(braced.word(), words, "there are " + String.join(", ", words))));
        ConditionReader inside = new ConditionReader(site, shown, true, true);
        boolean isTruth = function == Function.COUNT || function == Function.FOR_ALL
                || function == Function.EXISTS;
        Expression body = isTruth ? inside.condition(braced.body()) : inside.value(braced.body());
        return new Expression.OverPeers(function, body, braced.place());
    }

    private Expression name(Tree.Name name) {
        Optional<Object> value = site.constants().named(name);
        if (value.isPresent()) {
            Optional<String> param = site.constants().isParam(name) ? Optional.of(name.name())
                    : Optional.empty();
            return constant(value.get(), param, name.place());
        }
        if (name.isParam() || !isOverOnePeer && site.constants().hasParam(name.name())) {
            throw site.constants().unknown(name);
        }
        if (isOverOnePeer && name.name().equals("down")) {
            return down(name);
        }
        if (isOverOnePeer) {
            requireSayable(name);
            return new Expression.PeerValue(name.name(), name.place());
        }
        return metric(name);
    }

    /** A name that is a word of Java or Groovy could be written in one of the languages alone. */
    private static void requireSayable(Tree.Name name) {
        if (SourceVersion.isKeyword(name.name()) || OF_GROOVY.contains(name.name())) {
            throw new Complaint(name.place(), "no value of a peer can be called '" + name.name()
                    + "', a word of Java or Groovy", "name what the protocol shows of its peers");
        }
    }

    /** Of a peer it is the opposite of {@code up}. */
    private Expression down(Tree.Name name) {
        if (isAmongUp) {
            throw new Complaint(name.place(), "nobody is 'down' among the peers that are up, over whom this"
                    + " goes", "write peers.down, how many were up and are not");
        }
        return new Expression.Not(new Expression.PeerValue("up", name.place()), name.place());
    }

    private Expression constant(Object value, Optional<String> name, SourcePlace place) {
        if (value instanceof Quantity quantity) {
            String text = name.orElseGet(quantity::text);
            return new Expression.Constant(quantity.value().doubleValue(), quantity.unit(), text, place);
        } else if (value instanceof Boolean truth) {
            return new Expression.Constant(truth ? 1 : 0, Unit.TRUTH, name.orElseGet(truth::toString),
                    place);
        } else if (value instanceof String text) {
            return new Expression.Text(text, place);
        }
        throw new Complaint(place, "a condition cannot hold a list", null);
    }

    private Expression property(Tree.Quoted quoted) {
        if (shown.areAllPropertiesKnown() && !shown.properties().contains(quoted.text())) {
            String otherwise = shown.properties().isEmpty() ? "the protocols of this scenario name none"
                    : "there are: " + String.join(", ", shown.properties());
            throw new Complaint(quoted.place(), "unknown property '" + quoted.text() + "'",
                    Suggestion.remedy(quoted.text(), shown.properties(), otherwise));
        }
        return new Expression.Property(quoted.text(), quoted.place());
    }

    private Expression metric(Tree tree) {
        List<String> names = new ArrayList<>();
        Optional<String> narrowed = Optional.empty();
        Tree part = tree;
        while (!(part instanceof Tree.Name)) {
            if (part instanceof Tree.Member member) {
                names.add(0, member.name());
                part = member.of();
            } else if (part instanceof Tree.Indexed indexed && indexed.of() instanceof Tree.Name) {
                narrowed = Optional.of(narrowing(indexed));
                part = indexed.of();
            } else {
                throw new Complaint(part.place(), "a condition cannot ask this of '" + site.found() + "'",
                        "write it like messages['FindNode'].sent");
            }
        }
        names.add(0, ((Tree.Name) part).name());
        String name = String.join(".", names);
        MetricCatalog.Named found = shown.catalog().find(name).orElseThrow(() -> unknownMetric(name, tree));
        if (found.spec().kind() == Kind.DISTRIBUTION && found.measure().isEmpty()) {
            throw new Complaint(tree.place(), "'" + name + "' is many values",
                    "say which: " + name + ".mean, .p95, .max, .count");
        }
        return new Expression.Metric(name, narrowed, tree.place());
    }

    private Complaint unknownMetric(String name, Tree tree) {
        List<String> names = new ArrayList<>(shown.catalog().names());
        int dot = name.indexOf('.');
        List<String> siblings = dot < 0 ? List.of()
                : names.stream().filter(other -> other.startsWith(name.substring(0, dot + 1))).toList();
        String otherwise = siblings.isEmpty()
                ? "metrics have dotted names: " + String.join(", ",
                        names.subList(0, Math.min(3, names.size()))) + ", ..."
                : "there are " + String.join(", ", siblings.subList(0, Math.min(12, siblings.size())));
        return new Complaint(tree.place(), "unknown metric '" + name + "'",
                nearestMetric(name, siblings.isEmpty() ? names : siblings)
                        .map(near -> "did you mean '" + near + "'?").orElse(otherwise));
    }

    /** What the names of a family have in common says nothing of which of them was meant. */
    private static Optional<String> nearestMetric(String name, List<String> names) {
        int family = name.indexOf('.') + 1;
        boolean isOneFamily = names.stream().allMatch(other -> other.startsWith(name.substring(0, family)));
        return isOneFamily && family > 0
                ? Suggestion.nearest(name.substring(family), names.stream()
                        .map(other -> other.substring(family)).toList()).map(near -> name.substring(0, family)
                                + near)
                : Suggestion.nearest(name, names);
    }

    private String narrowing(Tree.Indexed indexed) {
        String word = indexed.by() instanceof Tree.Name name && site.constants().named(name).isEmpty()
                ? name.name()
                : String.valueOf(site.constants().of(indexed.by()));
        boolean isMessage = indexed.of() instanceof Tree.Name of && of.name().equals("messages");
        if (isMessage && !shown.messages().contains(word)) {
            String otherwise = shown.messages().isEmpty() ? "the protocols of this scenario name none"
                    : "there are " + String.join(", ", shown.messages());
            throw new Complaint(indexed.by().place(), "unknown message '" + word + "'",
                    Suggestion.remedy(word, shown.messages(), otherwise));
        }
        return word;
    }
}
