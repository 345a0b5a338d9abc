package peerlab.reports.page;

/** What the first reading of a trace finds out of an event, as one number. */
final class Mark {

    private Mark() {
    }

    /** Of an event of this conversation, or of {@link Conversations#NONE}. */
    static int of(int conversation, boolean isOfChronicle) {
        return (conversation + 1) * 2 + (isOfChronicle ? 1 : 0);
    }

    static int conversation(int mark) {
        return mark / 2 - 1;
    }

    static boolean isOfChronicle(int mark) {
        return mark % 2 == 1;
    }
}
