package peerlab.cache.policy;

import java.util.Arrays;

/**
 * Entries by rank, the lowest first; of equal ranks the one that was ranked first. A binary heap that knows
 * where each entry is: the lowest is at hand, and all else takes the logarithm of their number.
 */
final class RankedEntries {

    private int[] heap = new int[64];
    private int size;
    private int[] places = new int[64];
    private double[] ranks = new double[64];
    private long[] turns = new long[64];
    private long turn;

    int lowest() {
        return heap[0];
    }

    double rank(int entry) {
        return ranks[entry];
    }

    void add(int entry, double rank) {
        if (entry >= places.length) {
            int length = Math.max(entry + 1, 2 * places.length);
            places = Arrays.copyOf(places, length);
            ranks = Arrays.copyOf(ranks, length);
            turns = Arrays.copyOf(turns, length);
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        ranks[entry] = rank;
        turns[entry] = turn++;
        put(entry, size++);
        rise(size - 1);
    }

    /** An entry has another rank, and counts as ranked last. */
    void change(int entry, double rank) {
        ranks[entry] = rank;
        turns[entry] = turn++;
        rise(places[entry]);
        fall(places[entry]);
    }

    void remove(int entry) {
        int place = places[entry];
        int other = heap[--size];
        if (other != entry) {
            put(other, place);
            rise(place);
            fall(places[other]);
        }
    }

    private void rise(int from) {
        int entry = heap[from];
        int place = from;
        while (place > 0 && isLower(entry, heap[place - 1 >> 1])) {
            put(heap[place - 1 >> 1], place);
            place = place - 1 >> 1;
        }
        put(entry, place);
    }

    private void fall(int from) {
        int entry = heap[from];
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isLower(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isLower(heap[child], entry)) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(entry, place);
    }

    private boolean isLower(int a, int b) {
        return ranks[a] < ranks[b] || ranks[a] == ranks[b] && turns[a] < turns[b];
    }

    private void put(int entry, int place) {
        heap[place] = entry;
        places[entry] = place;
    }
}
