package peerlab.cache.ring;

/**
 * A key as all of one run know it: its text, once, and a small number by which tables can be arrays. There is
 * one object for each text.
 */
final class CacheKey {

    private final String text;
    private final int number;
    private long size = 1;
    private Item atOrigin;

    CacheKey(String text, int number) {
        this.text = text;
        this.number = number;
    }

    String text() {
        return text;
    }

    int number() {
        return number;
    }

    /** How many bytes its value was known to have last. */
    long size() {
        return size;
    }

    void sized(long bytes) {
        size = bytes;
    }

    /** What the origin has of it; null while nobody has asked or written. */
    Item atOrigin() {
        return atOrigin;
    }

    void storedAtOrigin(Item item) {
        atOrigin = item;
    }

    @Override
    public String toString() {
        return text;
    }
}
