package peerlab.dsl.expand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a matrix: every combination of the values that its parameters have. */
public final class Cells {

    private final Map<String, Integer> axes;

    /** @param axes the names of the parameters, each with the number of its values */
    public Cells(Map<String, Integer> axes) {
        this.axes = new LinkedHashMap<>(axes);
    }

    /** How many there are; one where nothing varies. */
    public long count() {
        long count = 1;
        for (int size : axes.values()) {
            count = Math.multiplyExact(count, (long) size);
        }
        return count;
    }

    /** Which value each parameter has in each cell, from 0 on; the parameter named last changes fastest. */
    public List<Map<String, Integer>> all() {
        List<Map<String, Integer>> cells = List.of(Map.of());
        for (Map.Entry<String, Integer> axis : axes.entrySet()) {
            List<Map<String, Integer>> longer = new ArrayList<>();
            for (Map<String, Integer> cell : cells) {
                for (int i = 0; i < axis.getValue(); i++) {
                    Map<String, Integer> more = new LinkedHashMap<>(cell);
                    more.put(axis.getKey(), i);
                    longer.add(more);
                }
            }
            cells = longer;
        }
        return cells;
    }
}
