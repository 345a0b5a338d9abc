package peerlab.engine.workload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import peerlab.engine.base.RandomSource;
import peerlab.engine.spec.KeysSpec;

/** The keys of a run: which were handed out, and which have been put. */
final class Keys {

    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> put = new ArrayList<>();
    private int fresh;
    private double[] popularity = {};
    private double popularityExponent;

    /** A put of this key was acknowledged. */
    void wasPut(String key) {
        if (known.add(key)) {
            put.add(key);
        }
    }

    /**
     * The keys that an operation is about this time; none where it needs one already put and there is none
     * yet.
     */
    List<String> choose(KeysSpec spec, RandomSource random) {
        if (spec instanceof KeysSpec.Fresh keys) {
            List<String> chosen = new ArrayList<>(keys.count());
            for (int i = 0; i < keys.count(); i++) {
                chosen.add("key-" + ++fresh);
            }
            return chosen;
        } else if (spec instanceof KeysSpec.AnyPut) {
            return put.isEmpty() ? List.of() : List.of(put.get(random.nextInt(put.size())));
        } else if (spec instanceof KeysSpec.Random) {
            return List.of("random-" + Long.toHexString(random.nextLong())
                    + Long.toHexString(random.nextLong()));
        } else if (spec instanceof KeysSpec.Zipf zipf) {
            return put.isEmpty() ? List.of() : List.of(put.get(rank(zipf.exponent(), random)));
        }
        return List.of(((KeysSpec.Named) spec).key());
    }

    /** A position by Zipf's law among the keys put so far, the first put the most popular. */
    private int rank(double exponent, RandomSource random) {
        if (popularity.length != put.size() || popularityExponent != exponent) {
            popularityExponent = exponent;
            popularity = new double[put.size()];
            double sum = 0;
            for (int i = 0; i < popularity.length; i++) {
                sum += StrictMath.pow(i + 1, -exponent);
                popularity[i] = sum;
            }
        }
        double target = random.nextDouble() * popularity[popularity.length - 1];
        int low = 0;
        int high = popularity.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (popularity[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
