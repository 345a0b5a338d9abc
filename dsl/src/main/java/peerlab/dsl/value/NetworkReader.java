package peerlab.dsl.value;

import peerlab.engine.base.Unit;
import peerlab.engine.spec.JitterSpec;
import peerlab.engine.spec.RegionSpec;

/** Reads what may be said in several units: a time or a share of one, a share of the peers or a number. */
final class NetworkReader {

    private final Site site;
    private final Scope scope;
    private final ValueReader values;

    NetworkReader(Site site, Scope scope, ValueReader values) {
        this.site = site;
        this.scope = scope;
        this.values = values;
    }

    /** {@code exponential(3.ms)}, or {@code 10.percent} of the latency. */
    JitterSpec jitter() {
        return isA(site.expression(), Unit.RATIO)
                ? new JitterSpec.Relative(new QuantityReader(site).part())
                : new JitterSpec.Drawn(new DistributionReader(site).distribution());
    }

    /** {@code 50.percent}, {@code 20}, or who they are. */
    RegionSpec.Population population() {
        Tree tree = site.phrase();
        if (isA(tree, Unit.RATIO)) {
            return new RegionSpec.Share(new QuantityReader(site).part());
        } else if (isA(tree, Unit.NUMBER)) {
            return new RegionSpec.Count((int) new QuantityReader(site).integer(0, Integer.MAX_VALUE));
        }
        return new RegionSpec.Chosen(new SelectorReader(site, scope, values).selector());
    }

    private boolean isA(Tree tree, Unit unit) {
        boolean canBeWorkedOut = tree instanceof Tree.Number || tree instanceof Tree.Binary
                || tree instanceof Tree.Unary || tree instanceof Tree.Known
                || tree instanceof Tree.Name name && site.constants().named(name).isPresent();
        return canBeWorkedOut && site.constants().of(tree) instanceof Quantity quantity
                && quantity.unit() == unit;
    }
}
