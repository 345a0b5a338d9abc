package peerlab.dsl.value;

import java.util.List;
import java.util.Map;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.Bytes;
import peerlab.engine.spec.SizeSpec;

/** Reads how large values are: a size, a range of sizes, or a law. */
final class SizeReader {

    private static final double MOST_SHAPE = 100;

    private final Site site;
    private final QuantityReader quantities;

    SizeReader(Site site) {
        this.site = site;
        this.quantities = new QuantityReader(site);
    }

    SizeSpec sizes() {
        Tree tree = site.expression();
        if (tree instanceof Tree.Range range) {
            Bytes least = quantities.bytes(range.from());
            Bytes most = quantities.bytes(range.to());
            if (least.compareTo(most) > 0) {
                throw new Complaint(range.place(), "the range " + least + ".." + most + " is reversed",
                        "write the smaller size first");
            }
            return new SizeSpec.Uniform(least, most);
        } else if (tree instanceof Tree.Call call) {
            return law(call);
        }
        return new SizeSpec.Fixed(quantities.bytes(tree));
    }

    private SizeSpec law(Tree.Call call) {
        switch (call.word()) {
            case "lognormal": {
                Map<String, Tree> given = new CallReader(call).values(List.of("median", "sigma"));
                double sigma = number(given, "sigma");
                if (sigma < 0) {
                    throw new Complaint(given.get("sigma").place(),
                            "sigma cannot be negative, found " + sigma, null);
                }
                return new SizeSpec.LogNormal(bytes(given, "median"), sigma);
            }
            case "pareto": {
                Map<String, Tree> given = new CallReader(call).values(List.of("shape", "scale"));
                double shape = number(given, "shape");
                if (shape <= 0 || shape > MOST_SHAPE) {
                    throw new Complaint(given.get("shape").place(),
                            "the shape lies between 0 and 100, found " + shape, null);
                }
                return new SizeSpec.Pareto(shape, bytes(given, "scale"));
            }
            default:
                throw new Complaint(call.place(), "unknown law of sizes '" + call.word() + "'",
                        Suggestion.remedy(call.word(), List.of("lognormal", "pareto"),
                                "there are lognormal and pareto, or write a range of sizes"));
        }
    }

    private double number(Map<String, Tree> given, String name) {
        return new QuantityReader(site.named(name)).number(given.get(name));
    }

    private Bytes bytes(Map<String, Tree> given, String name) {
        return new QuantityReader(site.named(name)).bytes(given.get(name));
    }
}
