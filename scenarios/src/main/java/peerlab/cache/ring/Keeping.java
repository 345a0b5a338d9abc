package peerlab.cache.ring;

/** What a cache did with a value that it was given. */
enum Keeping {
    /** It has it, or a later one. */
    KEPT("kept"),
    /** The value is larger than the cache. */
    TOO_LARGE("too large"),
    /** The policy made no room for it, or let it not in. */
    REFUSED("refused");

    private final String word;

    Keeping(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
