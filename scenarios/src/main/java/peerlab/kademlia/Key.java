package peerlab.kademlia;

import peerlab.engine.base.RandomSource;

/**
 * A point of the id space of 160 bits: the target of a lookup. The first 64 bits, the next 64, the last 32.
 *
 * <p>The distance of two points is their exclusive or, read as an unsigned number (section 2.1).
 */
public record Key(long high, long middle, int low) {

    /** The length of ids in full. */
    public static final int BITS = 160;

    /** The point with only its first bits kept, the others zero. */
    public Key first(int bits) {
        if (bits >= BITS) {
            return this;
        }
        return new Key(high & mask(bits), middle & mask(bits - 64), low & (int) (mask(bits - 128) >>> 32));
    }

    /** The bit at a position, counted from the front, from 0. */
    public boolean bit(int position) {
        if (position < 64) {
            return (high >>> 63 - position & 1) != 0;
        }
        return position < 128
                ? (middle >>> 127 - position & 1) != 0
                : (low >>> 159 - position & 1) != 0;
    }

    /** The exclusive or with a contact's id. */
    public Key distanceTo(Contact contact) {
        return new Key(high ^ contact.high, middle ^ contact.middle, low ^ contact.low);
    }

    /** How many leading bits are zero. */
    public int leadingZeros() {
        return leadingZeros(high, middle, low);
    }

    static int leadingZeros(long high, long middle, int low) {
        if (high != 0) {
            return Long.numberOfLeadingZeros(high);
        }
        return middle != 0
                ? 64 + Long.numberOfLeadingZeros(middle)
                : 128 + Integer.numberOfLeadingZeros(low);
    }

    /** Negative where the first contact is closer to this point than the second. */
    public int compareDistances(Contact first, Contact second) {
        int order = Long.compareUnsigned(first.high ^ high, second.high ^ high);
        if (order == 0) {
            order = Long.compareUnsigned(first.middle ^ middle, second.middle ^ middle);
        }
        return order != 0 ? order : Integer.compareUnsigned(first.low ^ low, second.low ^ low);
    }

    /** A random point that shares exactly {@code prefix} bits with a contact's id, as a refresh looks up. */
    static Key inRange(Contact contact, int prefix, RandomSource random) {
        Key mixed = contact.key().near(prefix, random);
        boolean isNearer = prefix < BITS && mixed.bit(prefix) == contact.key().bit(prefix);
        return isNearer ? mixed.flipped(prefix) : mixed;
    }

    /** A random point of the whole space. */
    static Key random(RandomSource random) {
        return new Key(random.nextLong(), random.nextLong(), (int) (random.nextLong() >>> 32));
    }

    /** A random point that shares this one's first {@code prefix} bits, and others by chance. */
    Key near(int prefix, RandomSource random) {
        Key noise = random(random);
        Key ownBits = first(prefix);
        Key rest = noise.first(prefix);
        return new Key(
                ownBits.high | noise.high ^ rest.high,
                ownBits.middle | noise.middle ^ rest.middle,
                ownBits.low | noise.low ^ rest.low);
    }

    /** The point with one bit changed. */
    Key flipped(int position) {
        if (position < 64) {
            return new Key(high ^ 1L << 63 - position, middle, low);
        }
        return position < 128
                ? new Key(high, middle ^ 1L << 127 - position, low)
                : new Key(high, middle, low ^ 1 << 159 - position);
    }

    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= 64 ? -1L : -1L << 64 - bits;
    }

    /** In 40 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x%016x%08x", high, middle, low);
    }
}
