package peerlab.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things that are written once and referred to by number: names of peers, types, reasons. */
final class Numbered<T> {

    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    /** The number of a thing, from 0, in the order in which they were first named. */
    int of(T thing) {
        Integer known = numbers.get(thing);
        if (known == null) {
            known = numbers.size();
            numbers.put(thing, known);
        }
        return known;
    }

    boolean has(T thing) {
        return numbers.containsKey(thing);
    }

    int size() {
        return numbers.size();
    }

    List<T> all() {
        return new ArrayList<>(numbers.keySet());
    }
}
