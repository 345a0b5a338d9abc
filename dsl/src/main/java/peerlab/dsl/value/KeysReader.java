package peerlab.dsl.value;

import peerlab.dsl.grammar.Spelling;
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
                + fresh(quantity.text()) : null;
        throw site.needs("keys", remedy);
    }

    private KeysSpec named(String key) {
        if (key.isBlank()) {
            throw site.needs("a key", null);
        }
        return new KeysSpec.Named(key);
    }

    private KeysSpec call(Tree.Call call) {
        boolean isOfOne = call.arguments().size() == 1 && call.named().isEmpty()
                && call.receiver().isEmpty();
        if (!isOfOne) {
            throw unknown(call);
        }
        Tree argument = call.arguments().get(0);
        boolean isKey = argument instanceof Tree.Name name && name.name().equals("key") && !name.isParam();
        switch (call.word()) {
            case "keys":
                return new KeysSpec.Fresh((int) quantities.integer(argument, 1, MOST_KEYS));
            case "any":
                if (isKey) {
                    return new KeysSpec.AnyPut();
                }
                throw unknown(call);
            case "random":
                if (isKey) {
                    return new KeysSpec.Random();
                }
                throw unknown(call);
            case "zipf":
                double exponent = quantities.number(argument);
                if (exponent < 0) {
                    throw new Complaint(argument.place(), "zipf needs an exponent of 0 or more, found "
                            + exponent, null);
                }
                return new KeysSpec.Zipf(exponent);
            default:
                throw unknown(call);
        }
    }

    private Complaint unknown(Tree.Call call) {
        boolean isGroovy = site.spelling() == Spelling.GROOVY;
        return new Complaint(call.place(), "'" + site.found() + "' are no keys", "keys: " + fresh("100")
                + ", "
                + (isGroovy ? "any(key), random(key), zipf(0.9), 'key-17'"
                        : "any key, random key, zipf(0.9), key-17"));
    }

    private String fresh(String count) {
        return site.spelling() == Spelling.GROOVY ? "keys(" + count + ")" : count + " keys";
    }
}
