package peerlab.cache.policy;

import java.util.Arrays;

/** Who stands beside whom, for the chains of one policy: an entry is in one of them at most. */
final class Links {

    private static final int FIRST_LENGTH = 64;

    int[] before = new int[FIRST_LENGTH];
    int[] behind = new int[FIRST_LENGTH];

    /** Makes sure that an entry has its place. */
    void reach(int entry) {
        if (entry >= before.length) {
            int length = Math.max(entry + 1, 2 * before.length);
            before = Arrays.copyOf(before, length);
            behind = Arrays.copyOf(behind, length);
        }
    }
}
