package peerlab.cache.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Points on a circle of 32 bits, each of which belongs to a peer. A key belongs to the next point. */
final class PointRing {

    private final long[] points;
    private final int[] owners;
    private final int peers;

    /** @param placed which peer each point belongs to */
    PointRing(TreeMap<Long, Integer> placed, int peers) {
        this.points = new long[placed.size()];
        this.owners = new int[placed.size()];
        this.peers = peers;
        int i = 0;
        for (Map.Entry<Long, Integer> point : placed.entrySet()) {
            points[i] = point.getKey();
            owners[i++] = point.getValue();
        }
    }

    /** The peers of the points from this place on, each once, round the circle. */
    List<Integer> clockwise(long from, int count) {
        int wanted = Math.min(count, peers);
        List<Integer> found = new ArrayList<>(wanted);
        int start = atOrAfter(from);
        for (int i = 0; i < points.length && found.size() < wanted; i++) {
            int at = start + i;
            int owner = owners[at < points.length ? at : at - points.length];
            if (!found.contains(owner)) {
                found.add(owner);
            }
        }
        return found;
    }

    private int atOrAfter(long from) {
        int low = 0;
        int high = points.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (points[middle] < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == points.length ? 0 : low;
    }
}
