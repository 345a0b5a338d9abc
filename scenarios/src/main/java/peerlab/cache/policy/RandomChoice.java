package peerlab.cache.policy;

import java.util.Arrays;

import peerlab.engine.base.RandomSource;

/** Random: any entry goes, each as likely as the others. */
final class RandomChoice implements EvictionPolicy {

    private final RandomSource random;
    private int[] all = new int[64];
    private int[] places = new int[64];
    private int count;

    RandomChoice(RandomSource random) {
        this.random = random;
    }

    @Override
    public void onInsert(int entry) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        if (entry >= places.length) {
            places = Arrays.copyOf(places, 2 * entry);
        }
        all[count] = entry;
        places[entry] = count++;
    }

    @Override
    public void onHit(int entry) {
        // chance has no memory
    }

    @Override
    public int victim() {
        return all[random.nextInt(count)];
    }

    @Override
    public void onRemove(int entry, Removal why) {
        int moved = all[--count];
        all[places[entry]] = moved;
        places[moved] = places[entry];
    }
}
