package peerlab.engine.base;

/**
 * A named stream of random numbers. The generator is xoshiro256++ 1.0 (Blackman and Vigna 2019), its
 * state filled by SplitMix64 from a 64-bit key, as its authors advise; both have published vectors.
 *
 * <p>Streams form a tree of names: what one stream gives depends on its key alone, never on how much
 * was drawn from another. So a fault, an assertion or an observer added to a scenario shifts nothing else.
 */
public final class RandomSource {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long key;
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** The root of a run's tree, or any stream whose key is known. */
    public RandomSource(long key) {
        reseed(key);
    }

    /** A generator in a known state, such as the one that published vectors begin with. */
    RandomSource(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** Starts this stream again as the stream of another key: one object can serve many short streams. */
    public void reseed(long newKey) {
        key = newKey;
        long state = newKey + GOLDEN_GAMMA;
        s0 = mix(state);
        state += GOLDEN_GAMMA;
        s1 = mix(state);
        state += GOLDEN_GAMMA;
        s2 = mix(state);
        state += GOLDEN_GAMMA;
        s3 = mix(state);
    }

    /** The stream below this one with the given name. Asking draws nothing from this stream. */
    public RandomSource stream(String name) {
        return new RandomSource(child(key, name));
    }

    /** The stream below this one with a name and a number: {@code stream("peer", 7)}. */
    public RandomSource stream(String name, long number) {
        return new RandomSource(combine(child(key, name), number));
    }

    /** The key of this stream, from which {@link #combine} derives the keys of short streams. */
    public long key() {
        return key;
    }

    /** SplitMix64's output function: a bijection on 64 bits in which each bit depends on all. */
    public static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    /** A key that depends on both arguments and on their order. */
    public static long combine(long key, long value) {
        return mix(Long.rotateLeft(key, 23) + mix(value + GOLDEN_GAMMA));
    }

    private static long child(long key, String name) {
        long hash = combine(key, name.length());
        for (int i = 0; i < name.length(); i++) {
            hash = combine(hash, name.charAt(i));
        }
        return hash;
    }

    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in (0, 1]: safe under a logarithm. */
    public double nextPositiveDouble() {
        return positive(nextLong());
    }

    /** The number in (0, 1] that 64 random bits are. */
    static double positive(long bits) {
        return ((bits >>> 11) + 1) * 0x1.0p-53;
    }

    /** The number strictly between 0 and 1 that 64 random bits are, in the middle of one of 2^52 pieces. */
    static double inner(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Uniform in [0, bound), without bias (Lemire 2019). */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("nothing to choose from: the bound is " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xffffffffL;
        if (low < bound) {
            long threshold = (0x1_0000_0000L - bound) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xffffffffL;
            }
        }
        return (int) (product >>> 32);
    }

    /** Uniform in [0, bound), without bias (Lemire 2019). */
    public long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("nothing to choose from: the bound is " + bound);
        }
        long draw = nextLong();
        long low = draw * bound;
        if (Long.compareUnsigned(low, bound) < 0) {
            long threshold = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(low, threshold) < 0) {
                draw = nextLong();
                low = draw * bound;
            }
        }
        return scaled(draw, bound);
    }

    /** The whole number in [0, bound) that 64 random bits are a share of 2^64 for. */
    static long scaled(long bits, long bound) {
        return Math.multiplyHigh(bits, bound) + (bits >> 63 & bound);
    }

    /** True with the given probability. */
    public boolean nextChance(double probability) {
        return nextDouble() < probability;
    }

    /** Standard normal: the quantile of a uniform number. */
    public double nextNormal() {
        return BellCurve.draw(nextLong());
    }

    /** Exponential with mean 1. */
    public double nextExponential() {
        return -StrictMath.log(nextPositiveDouble());
    }

    /** Puts a uniformly chosen sample of {@code count} of the items at the front, in random order. */
    public void sample(int[] items, int length, int count) {
        for (int i = 0; i < count; i++) {
            int j = i + nextInt(length - i);
            int chosen = items[j];
            items[j] = items[i];
            items[i] = chosen;
        }
    }
}
