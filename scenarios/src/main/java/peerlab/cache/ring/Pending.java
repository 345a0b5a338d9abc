package peerlab.cache.ring;

import java.util.LinkedHashMap;
import java.util.Map;

/** What waits for a timer: each under a number, which the timer carries. */
final class Pending<T> {

    private final Map<Integer, T> byNumber = new LinkedHashMap<>();
    private int latest;

    /** Its number, from 1 on. */
    int add(T waiting) {
        byNumber.put(++latest, waiting);
        return latest;
    }

    /** It waits no longer. */
    T remove(int number) {
        return byNumber.remove(number);
    }
}
