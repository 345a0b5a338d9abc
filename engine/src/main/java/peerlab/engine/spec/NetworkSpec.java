package peerlab.engine.spec;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/** What every link does to every message, before any fault. */
public record NetworkSpec(Distribution latency, Ratio loss, SourcePlace place) {

    /** What a scenario without a network block gets: 50 ms each way, nothing lost. */
    public static final NetworkSpec DEFAULT =
            new NetworkSpec(new Distribution.Fixed(Span.millis(50)), Ratio.NONE, SourcePlace.NOWHERE);
}
