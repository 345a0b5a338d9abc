package peerlab.engine.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Pareto;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.base.Weibull;
import peerlab.engine.script.Words;
import peerlab.engine.spec.Affected;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.SelectorSpec;

/** Throws for everything that a random scenario is made of, all of it from one seed. */
final class Dice {

    private final RandomSource random;
    private final List<String> names;

    /** @param names who can be meant by name */
    Dice(RandomSource random, List<String> names) {
        this.random = random;
        this.names = names;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(double probability) {
        return random.nextChance(probability);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> Optional<T> perhaps(double probability, Supplier<T> some) {
        return chance(probability) ? Optional.of(some.get()) : Optional.empty();
    }

    /** Whole milliseconds, or any nanosecond: so that things fall on one instant, and do not. */
    Span span(int leastMillis, int mostMillis) {
        long millis = between(leastMillis, mostMillis);
        return chance(0.7) ? Span.millis(millis) : Span.nanos(millis * 1_000_000 + random.nextInt(1_000_000));
    }

    SimTime time(int leastMillis, int mostMillis) {
        return SimTime.ZERO.plus(span(leastMillis, mostMillis));
    }

    Ratio ratio() {
        return oneOf(List.of(Ratio.percent(0), Ratio.percent(1), Ratio.percent(30), Ratio.percent(80),
                Ratio.ALL));
    }

    Bandwidth bandwidth() {
        return new Bandwidth(oneOf(List.of(500L, 4_000L, 64_000L, 10_000_000L)));
    }

    Bytes bytes() {
        return new Bytes(oneOf(List.of(0L, 100L, 5_000L, 100_000L)));
    }

    Distribution law(int mostMillis) {
        Span mean = span(1, mostMillis);
        return switch (below(8)) {
            case 0 -> new Distribution.Fixed(Span.ZERO);
            case 1 -> new Distribution.Fixed(mean);
            case 2 -> new Distribution.Normal(mean, Span.millis(5));
            case 3 -> new Distribution.Exponential(mean);
            case 4 -> new Distribution.LogNormal(mean, 0.6);
            case 5 -> Pareto.ofMean(1.8, mean);
            case 6 -> Weibull.ofMean(0.7, mean);
            default -> new Distribution.Uniform(Span.ZERO, mean);
        };
    }

    /** One whose draws are hardly ever nothing, so that what is repeated comes to an end. */
    Distribution steadyLaw(int mostMillis) {
        Span mean = span(100, mostMillis);
        return chance(0.5) ? new Distribution.Exponential(mean)
                : new Distribution.Uniform(Span.millis(50), mean);
    }

    SelectorSpec who() {
        return who(2);
    }

    private SelectorSpec who(int depth) {
        if (depth == 0) {
            return chance(0.5) ? Words.all() : Words.named(oneOf(names));
        }
        return switch (below(13)) {
            case 0 -> Words.all();
            case 1, 2 -> Words.named(oneOf(names));
            case 3 -> Words.any(between(1, 4), who(depth - 1));
            case 4 -> Words.any(ratio(), who(depth - 1));
            case 5 -> Words.minority();
            case 6 -> Words.majority();
            case 7 -> Words.peers(between(1, 3), between(3, 6));
            case 8 -> Words.except(who(depth - 1), who(depth - 1));
            case 9 -> Words.down(who(depth - 1));
            case 10 -> Words.where(Words.shown("role").isEqualTo("keeper"));
            case 11 -> Words.closest(between(1, 3), "key-" + between(1, 9));
            default -> chance(0.5) ? Words.leader() : Words.others();
        };
    }

    Affected messages() {
        return new Affected(who(), perhaps(0.4, this::who),
                perhaps(0.3, () -> oneOf(List.of("Talk", "Question", "Answer", "Keep", "Nothing"))),
                perhaps(0.2, this::condition));
    }

    /** Something that is the case at times, with the run or with a peer. */
    Expression condition() {
        return switch (below(4)) {
            case 0 -> Words.metric("messages.sent").isMoreThan(between(10, 400));
            case 1 -> Words.metric("peers.up").isAtMost(between(1, 8));
            case 2 -> Words.shown("role").isEqualTo("keeper");
            default -> Words.shown("kept").isLessThan(between(1, 4));
        };
    }

    /** Comings and goings of those who are there, in the order of time. */
    Lives.Recorded recorded(List<String> peers) {
        List<Lives.Change> changes = new ArrayList<>();
        int millis = 0;
        for (int i = between(1, 12); i > 0; i--) {
            String peer = oneOf(peers);
            boolean wasUp = changes.stream().filter(change -> change.peer().equals(peer))
                    .reduce((before, after) -> after).map(Lives.Change::isUp).orElse(chance(0.5));
            changes.add(new Lives.Change(Span.millis(millis), peer, !wasUp));
            millis += chance(0.3) ? 0 : between(1, 1_500);
        }
        return new Lives.Recorded("trace", changes);
    }

    KeysSpec keys() {
        return switch (below(5)) {
            case 0 -> Words.keys(between(1, 4));
            case 1 -> Words.anyKey();
            case 2 -> Words.randomKey();
            case 3 -> Words.zipf(0.9);
            default -> Words.key("key-" + between(1, 9));
        };
    }
}
