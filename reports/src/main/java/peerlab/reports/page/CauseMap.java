package peerlab.reports.page;

/**
 * Remembers to which conversation an id belongs, for ids that were named lately. What an event causes it
 * causes soon, so the older half is forgotten when room runs out, and memory does not grow with the trace.
 */
final class CauseMap {

    static final int UNKNOWN = -1;
    private static final int SMALLEST = 1 << 10;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int mostInHalf;
    private Half young = new Half(SMALLEST);
    private Half old = new Half(SMALLEST);

    /** @param most how many ids are remembered at least, and twice as many at most */
    CauseMap(int most) {
        this.mostInHalf = most;
    }

    void put(long id, int conversation) {
        if (young.count >= mostInHalf) {
            old = young;
            young = new Half(SMALLEST);
        }
        young.put(id, conversation);
    }

    int get(long id) {
        int found = young.get(id);
        return found != UNKNOWN ? found : old.get(id);
    }

    /** An open-addressed table of numbers; ids are above 0. */
    private static final class Half {

        private long[] ids;
        private int[] conversations;
        private int count;

        Half(int size) {
            ids = new long[size];
            conversations = new int[size];
        }

        void put(long id, int conversation) {
            if (count * 2 >= ids.length) {
                grow();
            }
            int at = slot(id);
            if (ids[at] == 0) {
                count++;
            }
            ids[at] = id;
            conversations[at] = conversation;
        }

        int get(long id) {
            int at = slot(id);
            return ids[at] == id && id != 0 ? conversations[at] : UNKNOWN;
        }

        private int slot(long id) {
            int mask = ids.length - 1;
            int at = (int) ((id * MIX) >>> 32) & mask;
            while (ids[at] != 0 && ids[at] != id) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private void grow() {
            long[] before = ids;
            int[] values = conversations;
            ids = new long[before.length * 2];
            conversations = new int[before.length * 2];
            for (int i = 0; i < before.length; i++) {
                if (before[i] != 0) {
                    int at = slot(before[i]);
                    ids[at] = before[i];
                    conversations[at] = values[i];
                }
            }
        }
    }
}
