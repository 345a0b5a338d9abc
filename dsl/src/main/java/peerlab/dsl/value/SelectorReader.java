package peerlab.dsl.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.ValueKind;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Unit;
import peerlab.engine.spec.SelectorSpec;

/** Reads who is meant. */
final class SelectorReader {

    private static final SelectorSpec ALL = new SelectorSpec.All();
    private static final List<String> CALLS = List.of("any", "peers", "closest", "except", "down", "where");

    private final Site site;
    private final Scope scope;
    private final ValueReader values;
    private final QuantityReader quantities;

    SelectorReader(Site site, Scope scope, ValueReader values) {
        this.site = site;
        this.scope = scope;
        this.values = values;
        this.quantities = new QuantityReader(site);
    }

    SelectorSpec selector() {
        return selector(site.phrase());
    }

    /** One selector against the rest, or a list of at least two groups. */
    List<SelectorSpec> sides() {
        Tree tree = site.phrase();
        if (tree instanceof Tree.Name name && name.name().equals("halves")
                && site.constants().named(name).isEmpty()) {
            return List.of(new SelectorSpec.Share(new Ratio(0.5), ALL));
        }
        List<Tree> items = tree instanceof Tree.Listed listed ? listed.items() : List.of(tree);
        if (tree instanceof Tree.Listed && items.size() < 2) {
            throw new Complaint(tree.place(), "a list of sides has at least two, found " + items.size(),
                    "name one selector without brackets to cut it off from the rest");
        }
        return items.stream().map(this::selector).toList();
    }

    private SelectorSpec selector(Tree tree) {
        if (tree instanceof Tree.Call call) {
            return call(call);
        } else if (tree instanceof Tree.Quoted quoted) {
            return named(quoted.text(), quoted.place());
        } else if (tree instanceof Tree.Name name) {
            Optional<Object> value = site.constants().named(name);
            return value.isPresent() ? constant(value.get(), tree) : word(name);
        } else if (tree instanceof Tree.Braced braced && braced.word().equals("where")) {
            return new SelectorSpec.Where(values.conditionsOverOnePeer(site).condition(braced.body()));
        } else if (tree instanceof Tree.Known || tree instanceof Tree.Number) {
            return constant(site.constants().of(tree), tree);
        } else if (tree instanceof Tree.Member member && member.of() instanceof Tree.Name) {
            throw new Complaint(tree.place(), "'" + site.found() + "' says not who is meant", examples());
        }
        throw new Complaint(tree.place(), "'" + site.found() + "' says not who is meant",
                tree instanceof Tree.Listed ? ValueKind.SELECTOR.forSeveral().orElseThrow() : examples());
    }

    private SelectorSpec constant(Object value, Tree tree) {
        if (value instanceof String name) {
            return named(name, tree.place());
        }
        if (value instanceof Quantity quantity) {
            String amount = quantity.unit() == Unit.RATIO
                    ? site.spelling().ratio(new Ratio(quantity.value().doubleValue())) : quantity.text();
            String remedy = site.spelling() == Spelling.GROOVY ? "write any(" + amount + ")" : "write any "
                    + amount;
            throw new Complaint(tree.place(), "'" + quantity.text() + "' says not who is meant", remedy);
        }
        throw new Complaint(tree.place(), "'" + site.found() + "' says not who is meant", examples());
    }

    private SelectorSpec word(Tree.Name name) {
        if (name.isParam()) {
            throw site.constants().unknown(name);
        }
        switch (name.name()) {
            case "all":
                return ALL;
            case "one":
                return new SelectorSpec.Some(1, ALL);
            case "minority":
                return new SelectorSpec.Minority();
            case "majority":
                return new SelectorSpec.Majority();
            case "leader":
                return new SelectorSpec.Leader();
            case "others":
                return new SelectorSpec.Others();
            case "down":
                return new SelectorSpec.Down(ALL);
            default:
                return named(name.name(), name.place());
        }
    }

    private SelectorSpec named(String name, SourcePlace place) {
        scope.requirePeers(name, place);
        return new SelectorSpec.Named(name);
    }

    private SelectorSpec call(Tree.Call call) {
        for (Tree.Named named : call.named()) {
            boolean isKnown = named.name().equals("of") && List.of("any", "down").contains(call.word())
                    || named.name().equals("to") && call.word().equals("closest");
            if (!isKnown) {
                throw new Complaint(named.place(), "'" + call.word() + "' has no '" + named.name() + "'",
                        examples());
            }
        }
        switch (call.word()) {
            case "any":
                return any(call);
            case "peers":
                return peers(call);
            case "closest":
                return closest(call);
            case "except":
                SelectorSpec wider = call.receiver().map(this::selector).orElse(ALL);
                return new SelectorSpec.Except(wider, selector(only(call)));
            case "down":
                return new SelectorSpec.Down(call.named("of").map(this::selector)
                        .orElseGet(() -> call.arguments().isEmpty() ? ALL : selector(only(call))));
            default:
                throw new Complaint(call.place(), "'" + call.word() + "' says not who is meant",
                        Suggestion.remedy(call.word(), CALLS, examples()));
        }
    }

    private SelectorSpec any(Tree.Call call) {
        Tree what = only(call);
        SelectorSpec of = call.named("of").map(this::selector).orElse(ALL);
        boolean isPeer = what instanceof Tree.Name name && name.name().equals("peer") && !name.isParam();
        if (isPeer) {
            return new SelectorSpec.Some(1, of);
        }
        boolean isWord = what instanceof Tree.Quoted
                || what instanceof Tree.Call || what instanceof Tree.Braced
                || what instanceof Tree.Name name && site.constants().named(name).isEmpty()
                        && !name.isParam();
        if (isWord) {
            return new SelectorSpec.Some(1, selector(what));
        }
        Object amount = site.constants().of(what);
        if (amount instanceof String name) {
            return new SelectorSpec.Some(1, named(name, what.place()));
        }
        if (amount instanceof Quantity quantity && quantity.unit() == Unit.RATIO) {
            Ratio share = new Ratio(quantity.value().doubleValue());
            if (!share.isPart()) {
                throw new Complaint(what.place(), "a share of the peers lies between 0% and 100%, found "
                        + share, null);
            }
            return new SelectorSpec.Share(share, of);
        }
        if (amount instanceof Quantity quantity && quantity.isInteger()) {
            return new SelectorSpec.Some(count(what), of);
        }
        String remedy = amount instanceof Quantity quantity && quantity.unit() == Unit.NUMBER
                ? "write " + site.spelling().ratio(new Ratio(quantity.value().doubleValue()))
                : examples();
        throw new Complaint(what.place(), "'any' needs a number of peers or a percentage, found "
                + site.found(), remedy);
    }

    private SelectorSpec peers(Tree.Call call) {
        Tree.Range range = range(only(call)).orElseThrow(() -> new Complaint(call.place(),
                "'peers' needs a range", example("peers(1..5)", "peers 1..5")));
        Optional<String> from = peerNumber(range.from());
        Optional<String> to = peerNumber(range.to());
        if (from.isPresent() && to.isPresent()) {
            String numbers = from.get() + ".." + to.get();
            throw new Complaint(range.place(), "a range goes over numbers, found names",
                    example("peers(" + numbers + ")", "peers " + numbers));
        }
        int first = count(range.from());
        int last = count(range.to());
        if (first > last) {
            throw new Complaint(range.place(), "the range " + first + ".." + last + " is reversed",
                    "write " + last + ".." + first);
        }
        if (last > scope.numberedPeers()) {
            throw new Complaint(range.to().place(), "there is no p" + last, scope.numberedPeers() == 0
                    ? "all peers belong to named groups" : "the last one is p" + scope.numberedPeers());
        }
        return new SelectorSpec.Numbered(first, last);
    }

    /** Two ends, or the whole numbers between them, which a script makes of a range. */
    private Optional<Tree.Range> range(Tree tree) {
        if (tree instanceof Tree.Listed listed && !listed.items().isEmpty()) {
            List<Tree> items = listed.items();
            for (int i = 1; i < items.size(); i++) {
                if (count(items.get(i)) != count(items.get(i - 1)) + 1) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Tree.Range(items.get(0), items.get(items.size() - 1), tree.place()));
        }
        return tree instanceof Tree.Range range ? Optional.of(range) : Optional.empty();
    }

    /** The number in {@code p10}, where somebody wrote the name for it. */
    private static Optional<String> peerNumber(Tree tree) {
        String name = tree instanceof Tree.Quoted quoted ? quoted.text()
                : tree instanceof Tree.Name word && !word.isParam() ? word.name() : "";
        return name.matches("[A-Za-z]+\\d+") ? Optional.of(name.replaceAll("\\D", "")) : Optional.empty();
    }

    private SelectorSpec closest(Tree.Call call) {
        scope.requirePlaces(call.place());
        if (call.arguments().size() == 2 && call.named().isEmpty()) {
            throw new Complaint(call.arguments().get(1).place(), "'closest' has 'to' before its key",
                    example("closest(3, to: 'key-17')", "closest 3 to key-17"));
        }
        int count = count(only(call));
        Tree key = call.named("to").orElseThrow(() -> new Complaint(call.place(), "'closest' needs a key",
                example("closest(3, to: 'key-17')", "closest 3 to key-17")));
        if (key instanceof Tree.Name name && site.constants().named(name).isEmpty() && !name.isParam()) {
            return new SelectorSpec.Closest(count, name.name());
        }
        if (site.constants().of(key) instanceof String name) {
            return new SelectorSpec.Closest(count, name);
        }
        throw new Complaint(key.place(), "'closest' needs a key",
                example("closest(3, to: 'key-17')", "closest 3 to key-17"));
    }

    private int count(Tree tree) {
        return (int) new QuantityReader(site.named("a number of peers")).integer(tree, 1, Integer.MAX_VALUE);
    }

    private Tree only(Tree.Call call) {
        List<Tree> arguments = new ArrayList<>(call.arguments());
        if (arguments.size() != 1) {
            throw new Complaint(call.place(), "'" + call.word() + "' takes one value, found "
                    + arguments.size(), examples());
        }
        return arguments.get(0);
    }

    private String example(String groovy, String yaml) {
        return "write " + (site.spelling() == Spelling.GROOVY ? groovy : yaml);
    }

    private String examples() {
        return site.spelling() == Spelling.GROOVY
                ? "say all, one, any(3), any(30.percent), minority, 'p7', peers(1..5), a group or a mark"
                : "say all, one, any 3, any 30%, minority, p7, peers 1..5, a group or a mark";
    }
}
