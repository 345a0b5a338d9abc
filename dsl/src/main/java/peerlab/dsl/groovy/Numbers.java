package peerlab.dsl.groovy;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;

import peerlab.dsl.value.Quantity;

/** The whole numbers of a range, forwards or backwards, without a place in memory for each. */
final class Numbers extends AbstractList<Object> {

    /** No list of a script has more items; a loop over a range may run longer. */
    static final int ITEM_LIMIT = 10_000;

    private final int from;
    private final int step;
    private final int size;

    private Numbers(int from, int step, int size) {
        this.from = from;
        this.step = step;
        this.size = size;
    }

    static Numbers between(int from, int to, boolean isInclusive) {
        long count = Math.abs((long) to - from) + (isInclusive ? 1 : 0);
        return new Numbers(from, from <= to ? 1 : -1, (int) Math.min(Integer.MAX_VALUE, count));
    }

    /** The list itself; complains about one that is too long to be kept or handed on. */
    static <T> List<T> limited(Computation computation, Node node, List<T> list) {
        if (list.size() > ITEM_LIMIT) {
            throw computation.complaint(node, "a list of more than " + ITEM_LIMIT + " items",
                    "say who or what with a selector: all, any(3), keys(100)");
        }
        return list;
    }

    @Override
    public Object get(int index) {
        return Quantity.number(BigDecimal.valueOf(from + (long) step * index));
    }

    @Override
    public int size() {
        return size;
    }
}
