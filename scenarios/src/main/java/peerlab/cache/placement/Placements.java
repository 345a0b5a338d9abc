package peerlab.cache.placement;

import java.util.List;
import java.util.Optional;

import peerlab.engine.protocol.Parameter;

/** All placements that one can ask for by name. */
public final class Placements {

    private static final int USUAL_VIRTUAL_NODES = 100;
    private static final double USUAL_FACTOR = 1.25;
    /** A prime; the paper's small table (section 5.3). */
    private static final int USUAL_PLACES = 65_537;

    private static final Parameter VIRTUAL_NODES = Parameter.integer("virtualNodes", USUAL_VIRTUAL_NODES, 1,
            100_000, "points of each peer");
    private static final Parameter FACTOR = new Parameter("factor", Parameter.Type.NUMBER, USUAL_FACTOR, 1.0,
            100.0, List.of(), "what a peer may have at most, as a multiple of the mean");

    private static final List<PlacementEntry> ALL = List.of(
            new PlacementEntry("ring", "consistent hashing; points are the MD5 of peer#v, its first 32 bits",
                    "Karger et al. 1997", List.of(VIRTUAL_NODES),
                    (peers, given, total) -> new ConsistentHashing(peers, given.integer("virtualNodes"))),
            new PlacementEntry("ketama", "consistent hashing with 160 points of each peer, four of an MD5",
                    "spymemcached's KetamaNodeLocator", List.of(),
                    (peers, given, total) -> new Ketama(peers)),
            new PlacementEntry("modulo", "a hash modulo the number of peers", "textbooks", List.of(),
                    (peers, given, total) -> new Modulo(peers)),
            new PlacementEntry("rendezvous", "the peers with the highest scores for the key",
                    "Thaler and Ravishankar 1998", List.of(), (peers, given, total) -> new Rendezvous(peers)),
            new PlacementEntry("jump", "no table; only the last peer can go", "Lamping and Veach 2014",
                    List.of(), (peers, given, total) -> new Jump(peers)),
            new PlacementEntry("maglev", "a table in which the peers take turns",
                    "Eisenbud et al., NSDI 2016",
                    List.of(), (peers, given, total) -> new Maglev(peers, USUAL_PLACES)),
            new PlacementEntry("bounded", "the ring, where a full peer's keys go on to the next",
                    "Mirrokni, Thorup and Zadimoghaddam, SODA 2018", List.of(VIRTUAL_NODES, FACTOR),
                    (peers, given, total) -> new BoundedLoads(
                            new ConsistentHashing(peers, given.integer("virtualNodes")),
                            given.number("factor"), total)),
            new PlacementEntry("two-choices", "of two peers that hashes name, the one that has fewer keys",
                    "Azar, Broder, Karlin and Upfal 1994", List.of(),
                    (peers, given, total) -> new TwoChoices(peers)));

    private Placements() {
    }

    public static List<PlacementEntry> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(PlacementEntry::name).toList();
    }

    public static Optional<PlacementEntry> named(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
