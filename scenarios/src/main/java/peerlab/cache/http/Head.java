package peerlab.cache.http;

/**
 * What a response says of itself, in its header.
 *
 * @param date when its origin made it, in nanoseconds of that peer's clock
 * @param age how long it has been in caches, in nanoseconds
 * @param etag which version it is; empty where the origin does not say
 * @param lastModified when that version came to be; negative where the origin does not say
 * @param vary the request header that chose it; empty where none did
 * @param policy how long it may be used
 */
record Head(long date, long age, String etag, long lastModified, String vary, Lifetimes policy) {

    static final long UNSAID = -1;

    boolean hasValidator() {
        return !etag.isEmpty() || lastModified >= 0;
    }

    Head aged(long nanos) {
        return new Head(date, nanos, etag, lastModified, vary, policy);
    }

    /** The same, to be used this once. */
    Head spent() {
        return new Head(date, age, etag, lastModified, vary, Lifetimes.NONE);
    }

    /**
     * What {@code Cache-Control} and {@code Expires} say; in nanoseconds, {@link #UNSAID} where nothing.
     *
     * @param maxAge for every cache
     * @param sharedMaxAge for caches that many share
     * @param expires after the date
     * @param whileRevalidate how long after that it may be served stale while it is validated
     * @param ifError how long after that it may be served stale where the origin fails
     * @param mustRevalidate whether it may never be served stale
     * @param noStore whether nobody may keep it
     */
    record Lifetimes(long maxAge, long sharedMaxAge, long expires, long whileRevalidate, long ifError,
            boolean mustRevalidate, boolean noStore) {

        /** For who asked, this once. */
        static final Lifetimes NONE = new Lifetimes(0, UNSAID, UNSAID, UNSAID, UNSAID, true, true);

        /** Fresh so long for every cache, and never served when it is not. */
        static Lifetimes of(long maxAge) {
            return new Lifetimes(maxAge, UNSAID, UNSAID, UNSAID, UNSAID, true, false);
        }
    }
}
