package peerlab.engine.fault;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.network.BurstLossRule;
import peerlab.engine.network.DuplicateRule;
import peerlab.engine.network.LinkRule;
import peerlab.engine.network.LossRule;
import peerlab.engine.network.ReorderRule;
import peerlab.engine.spec.LossSpec;
import peerlab.engine.spec.MishapSpec;

/** The link rules for what a network, or a fault, does to messages by chance. */
public final class LinkRules {

    /** How much later a copy arrives, where nobody says: right behind the message. */
    private static final Distribution AT_ONCE = new Distribution.Fixed(Span.ZERO);
    /** How far a message falls behind, where nobody says. */
    private static final Distribution DETOUR = new Distribution.Uniform(Span.ZERO, Span.millis(100));

    private LinkRules() {
    }

    public static LinkRule loss(LossSpec spec, RandomSource draws) {
        Ratio within = spec.within().orElse(Ratio.ALL);
        return spec.bursts().isEmpty() || spec.badShare() >= 1
                ? new LossRule(spec.share(), draws)
                : new BurstLossRule(spec.share(), spec.bursts().get(), within, draws);
    }

    public static LinkRule duplicate(MishapSpec spec, RandomSource draws) {
        return new DuplicateRule(spec.chance(), spec.by().orElse(AT_ONCE), draws);
    }

    public static LinkRule reorder(MishapSpec spec, RandomSource draws) {
        return new ReorderRule(spec.chance(), spec.by().orElse(DETOUR), draws);
    }
}
