package peerlab.cache.http;

/** A resource as all of one run know it: its URL in its normal form, once, and a small number. */
final class Resource {

    private final String text;
    private final int number;

    Resource(String text, int number) {
        this.text = text;
        this.number = number;
    }

    String text() {
        return text;
    }

    int number() {
        return number;
    }

    @Override
    public String toString() {
        return text;
    }
}
