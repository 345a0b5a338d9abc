package peerlab.dsl.value;

import java.util.List;
import java.util.Map;

import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.ValueKind;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.spec.KeysSpec;

/** Reads which keys an operation is about. */
final class KeysReader {

    /** So many fresh keys in one step. */
    private static final long MOST_KEYS = 100_000_000;

    private final Site site;
    private final QuantityReader quantities;

    KeysReader(Site site) {
        this.site = site;
        this.quantities = new QuantityReader(site);
    }

    KeysSpec keys() {
        Tree tree = site.phrase();
        if (tree instanceof Tree.Call call) {
            return call(call);
        } else if (tree instanceof Tree.Quoted quoted) {
            return named(quoted.text());
        } else if (tree instanceof Tree.Name name && site.constants().named(name).isEmpty()) {
            return named(name.name());
        }
        Object constant = site.constants().of(tree);
        if (constant instanceof String key) {
            return named(key);
        }
        String remedy = constant instanceof Quantity quantity && quantity.isInteger() ? "write "
                + fresh(quantity.text())
                : tree instanceof Tree.Listed ? ValueKind.KEYS.forSeveral().orElseThrow() : null;
        throw site.needs("keys", remedy);
    }

    private KeysSpec named(String key) {
        if (key.isBlank()) {
            throw site.needs("a key", null);
        }
        return new KeysSpec.Named(key);
    }

    private KeysSpec call(Tree.Call call) {
        if (call.receiver().isPresent()) {
            throw unknown(call);
        }
        switch (call.word()) {
            case "zipf":
                return zipf(call);
            case "uniform":
                return new KeysSpec.Uniform(count(new CallReader(call).values(List.of("of")).get("of")));
            case "scan":
                return new KeysSpec.Scan(count(new CallReader(call).values(List.of("of")).get("of")));
            case "hotspot":
                Map<String, Tree> spot = new CallReader(call).values(List.of("of", "keys", "requests"));
                return new KeysSpec.HotSpot(count(spot.get("of")), part("keys", spot),
                        part("requests", spot));
            default:
                return ofOne(call);
        }
    }

    private KeysSpec ofOne(Tree.Call call) {
        if (call.arguments().size() != 1 || !call.named().isEmpty()) {
            throw unknown(call);
        }
        Tree argument = call.arguments().get(0);
        boolean isKey = argument instanceof Tree.Name name && name.name().equals("key") && !name.isParam();
        if (call.word().equals("keys")) {
            return new KeysSpec.Fresh(count(argument));
        } else if (call.word().equals("any") && isKey) {
            return new KeysSpec.AnyPut();
        } else if (call.word().equals("random") && isKey) {
            return new KeysSpec.Random();
        }
        throw unknown(call);
    }

    /** Of those that were put, or of so many, and then perhaps with a popularity that shifts. */
    private KeysSpec zipf(Tree.Call call) {
        Map<String, Tree> given = new CallReader(call).values(
                List.of("exponent"), List.of("of", "shift", "every"));
        double exponent = quantities.number(given.get("exponent"));
        if (exponent < 0) {
            throw new Complaint(given.get("exponent").place(), "zipf needs an exponent of 0 or more, found "
                    + exponent, null);
        }
        boolean shifts = given.containsKey("shift") || given.containsKey("every");
        if (!given.containsKey("of") && !shifts) {
            return new KeysSpec.Zipf(exponent);
        }
        for (String needed : shifts ? List.of("of", "shift", "every") : List.of("of")) {
            if (!given.containsKey(needed)) {
                throw new Complaint(call.place(), "a popularity that shifts needs '" + needed + "'",
                        "write zipf(0.9, of: 1000, shift: 100, every: "
                                + site.spelling().span(Span.seconds(10)) + ")");
            }
        }
        int of = count(given.get("of"));
        if (!shifts) {
            return new KeysSpec.Popular(exponent, of, 0, Span.ZERO);
        }
        Span every = new QuantityReader(site.named("every")).span(given.get("every"));
        if (every.isZero()) {
            throw new Complaint(given.get("every").place(), "'every' is a pause longer than nothing",
                    "write every: " + site.spelling().span(Span.seconds(10)));
        }
        int shift = (int) new QuantityReader(site.named("shift")).integer(given.get("shift"), 1, of);
        return new KeysSpec.Popular(exponent, of, shift, every);
    }

    private int count(Tree tree) {
        return (int) quantities.integer(tree, 1, MOST_KEYS);
    }

    private Ratio part(String name, Map<String, Tree> given) {
        return new QuantityReader(site.named(name)).part(given.get(name));
    }

    private Complaint unknown(Tree.Call call) {
        boolean isGroovy = site.spelling() == Spelling.GROOVY;
        boolean isPlural = call.word().equals("any") && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Tree.Name name && name.name().equals("keys");
        if (isPlural) {
            return new Complaint(call.place(), "'" + site.found() + "' are no keys", "did you mean any"
                    + (isGroovy ? "(key)?" : " key?"));
        }
        return new Complaint(call.place(), "'" + site.found() + "' are no keys", "keys: " + fresh("100")
                + ", "
                + (isGroovy ? "any(key), random(key), zipf(0.9), 'key-17'"
                        : "any key, random key, zipf(0.9), key-17"));
    }

    private String fresh(String count) {
        return site.spelling() == Spelling.GROOVY ? "keys(" + count + ")" : count + " keys";
    }
}
