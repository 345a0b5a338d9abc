package peerlab.engine.workload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

import peerlab.engine.base.RandomSource;
import peerlab.engine.spec.KeysSpec;

/** The keys of a run: which were handed out, and which have been put. */
final class Keys {

    private final LongSupplier clock;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> put = new ArrayList<>();
    private final List<String> numbered = new ArrayList<>();
    private int fresh;
    private Weights popularity = new Weights(0, rank -> 0);
    private double popularityExponent;

    /** @param clock the present instant, in nanoseconds */
    Keys(LongSupplier clock) {
        this.clock = clock;
    }

    /** The keys that one step is about, time after time. */
    @FunctionalInterface
    interface Choice {

        /** None where it needs one already put and there is none yet. */
        List<String> next();
    }

    /** A put of this key was acknowledged. */
    void wasPut(String key) {
        if (known.add(key)) {
            put.add(key);
        }
    }

    /** What one step chooses, from its own stream. */
    Choice choice(KeysSpec spec, RandomSource random) {
        if (spec instanceof KeysSpec.Fresh keys) {
            return () -> fresh(keys.count());
        } else if (spec instanceof KeysSpec.AnyPut) {
            return () -> put.isEmpty() ? List.of() : List.of(put.get(random.nextInt(put.size())));
        } else if (spec instanceof KeysSpec.Random) {
            return () -> List.of("random-" + Long.toHexString(random.nextLong())
                    + Long.toHexString(random.nextLong()));
        } else if (spec instanceof KeysSpec.Zipf zipf) {
            return () -> put.isEmpty() ? List.of() : List.of(put.get(rank(zipf.exponent(), random)));
        } else if (spec instanceof KeysSpec.Named named) {
            List<String> alone = List.of(named.key());
            return () -> alone;
        }
        return ofMany(spec, random);
    }

    /** Of keys that have numbers, whether or not anybody has put them. */
    private Choice ofMany(KeysSpec spec, RandomSource random) {
        if (spec instanceof KeysSpec.Uniform uniform) {
            return () -> List.of(numbered(random.nextInt(uniform.of())));
        } else if (spec instanceof KeysSpec.Scan scan) {
            long[] asked = {0};
            return () -> List.of(numbered((int) (asked[0]++ % scan.of())));
        } else if (spec instanceof KeysSpec.HotSpot spot) {
            int hot = (int) Math.max(1, Math.round(spot.of() * spot.keys().value()));
            return () -> List.of(numbered(hot == spot.of() || random.nextChance(spot.requests().value())
                    ? random.nextInt(hot) : hot + random.nextInt(spot.of() - hot)));
        }
        KeysSpec.Popular popular = (KeysSpec.Popular) spec;
        Weights weights = zipf(popular.of(), popular.exponent());
        return () -> List.of(numbered((int) ((weights.draw(random) + shift(popular)) % popular.of())));
    }

    private long shift(KeysSpec.Popular popular) {
        return popular.shift() == 0 ? 0
                : clock.getAsLong() / popular.every().nanos() * popular.shift() % popular.of();
    }

    private static Weights zipf(int count, double exponent) {
        return new Weights(count, rank -> StrictMath.pow(rank + 1, -exponent));
    }

    private List<String> fresh(int count) {
        List<String> chosen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chosen.add("key-" + ++fresh);
        }
        return chosen;
    }

    /** The text of a key by its number, from 0; the same object each time. */
    private String numbered(int number) {
        while (numbered.size() <= number) {
            numbered.add("key-" + (numbered.size() + 1));
        }
        return numbered.get(number);
    }

    /** A position by Zipf's law among the keys put so far, the first put the most popular. */
    private int rank(double exponent, RandomSource random) {
        if (popularity.count() != put.size() || popularityExponent != exponent) {
            popularityExponent = exponent;
            popularity = zipf(put.size(), exponent);
        }
        return popularity.draw(random);
    }
}
