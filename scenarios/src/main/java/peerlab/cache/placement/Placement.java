package peerlab.cache.placement;

import java.util.List;

/** Says which peers a key belongs to. All who know the same peers say the same. */
public interface Placement {

    /** In the order in which they were given. */
    List<String> peers();

    /**
     * The peers of a key, all different, first its owner and then those that hold its replicas.
     *
     * @param count how many; where there are fewer peers, all of them
     */
    List<String> of(String key, int count);

    /** The owner alone. */
    default String of(String key) {
        return of(key, 1).get(0);
    }
}
