package peerlab.cache.ring;

/** What can go wrong with a request, as its verdict names it. */
enum Trouble {
    INVALID_KEY("invalid key"),
    INVALID_SIZE("invalid size"),
    MISS("miss"),
    STORAGE("storage"),
    NODE("node"),
    EVICTION("eviction");

    private final String word;

    Trouble(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
