package peerlab.cache;

/**
 * What happened to a cache so far.
 *
 * @param hits requests for keys that were there and fresh
 * @param hitBytes what those asked for
 * @param misses all other requests
 * @param missBytes what those asked for
 * @param evictions entries that made room for others
 * @param expirations entries that were found too old
 * @param tooLarge values refused because the whole cache is smaller
 * @param refused values that the policy kept out
 */
public record CacheCounts(
        long hits, long hitBytes, long misses, long missBytes, long evictions, long expirations,
        long tooLarge, long refused) {

    public long requests() {
        return hits + misses;
    }

    /** {@code NaN} where nothing was asked for. */
    public double missRatio() {
        return (double) misses / requests();
    }

    /** Of the bytes asked for, those that were not there. */
    public double byteMissRatio() {
        return (double) missBytes / (hitBytes + missBytes);
    }
}
