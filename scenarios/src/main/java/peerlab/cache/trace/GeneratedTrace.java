package peerlab.cache.trace;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** Requests that are made up as they are asked for. */
public final class GeneratedTrace implements Trace {

    private final KeySource keys;
    private final long requests;
    private final Span pause;
    private final ValueSizes sizes;
    private final Ratio puts;
    private final RandomSource ops;
    private long made;
    private long key;
    private boolean isPut;

    private GeneratedTrace(KeySource keys, long requests, Span pause, ValueSizes sizes, Ratio puts,
            RandomSource ops) {
        this.keys = keys;
        this.requests = requests;
        this.pause = pause;
        this.sizes = sizes;
        this.puts = puts;
        this.ops = ops;
    }

    /** So many requests for values of one byte, one a second. */
    public static GeneratedTrace of(KeySource keys, long requests) {
        return new GeneratedTrace(keys, requests, Span.seconds(1), key -> 1, Ratio.NONE, null);
    }

    /** The same with a pause of this length between two requests. */
    public GeneratedTrace every(Span length) {
        return new GeneratedTrace(keys, requests, length, sizes, puts, ops);
    }

    /** The same with values of other sizes. */
    public GeneratedTrace sized(ValueSizes other) {
        return new GeneratedTrace(keys, requests, pause, other, puts, ops);
    }

    /** The same, where a share of the requests puts a value and the others ask for one. */
    public GeneratedTrace putting(Ratio share, RandomSource random) {
        return new GeneratedTrace(keys, requests, pause, sizes, share, random);
    }

    @Override
    public boolean next() {
        if (made == requests) {
            return false;
        }
        made++;
        key = keys.next();
        isPut = ops != null && ops.nextChance(puts.value());
        return true;
    }

    @Override
    public long nanos() {
        return (made - 1) * pause.nanos();
    }

    @Override
    public long key() {
        return key;
    }

    @Override
    public long size() {
        return sizes.of(key);
    }

    @Override
    public boolean isPut() {
        return isPut;
    }
}
