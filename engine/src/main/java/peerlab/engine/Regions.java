package peerlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.peer.Selector;
import peerlab.engine.spec.RegionSpec;

/** Which peer lives in which region. Of several that name a peer the first counts. */
final class Regions {

    private static final int NONE = -1;

    private final List<String> names;
    private final int[] of;

    private Regions(List<String> names, int[] of) {
        this.names = names;
        this.of = of;
    }

    /**
     * Settles the peers: shares and counts one after the other in the order of the scenario, the chosen
     * wherever they stand. Each region's name then means its peers.
     *
     * @param random the stream of the network
     */
    static Regions settle(List<RegionSpec> specs, int peers, Selector selector, RandomSource random) {
        List<String> names = specs.stream().map(RegionSpec::name).toList();
        int[] of = new int[peers];
        Arrays.fill(of, NONE);
        for (int region = 0; region < names.size(); region++) {
            if (specs.get(region).population() instanceof RegionSpec.Chosen chosen) {
                RandomSource draws = random.stream("regions").stream(names.get(region));
                for (PeerId peer : selector.choose(chosen.who(), any -> true, draws)) {
                    of[peer.index()] = of[peer.index()] == NONE ? region : of[peer.index()];
                }
            }
        }
        fill(specs, of);
        Regions regions = new Regions(names, of);
        for (int region = 0; region < names.size(); region++) {
            selector.remember(names.get(region), regions.members(region, selector.all()));
        }
        return regions;
    }

    /** Shares and counts take the next of those whom nobody has chosen. */
    private static void fill(List<RegionSpec> specs, int[] of) {
        int[] bounds = bounds(specs, (int) Arrays.stream(of).filter(region -> region == NONE).count());
        int taken = 0;
        int region = 0;
        for (int peer = 0; peer < of.length; peer++) {
            if (of[peer] == NONE) {
                while (region < bounds.length && taken >= bounds[region]) {
                    region++;
                }
                of[peer] = region < bounds.length ? region : NONE;
                taken++;
            }
        }
    }

    /** How many of the free peers the regions up to each take together. */
    static int[] bounds(List<RegionSpec> specs, int free) {
        int[] bounds = new int[specs.size()];
        double share = 0;
        long count = 0;
        for (int region = 0; region < bounds.length; region++) {
            RegionSpec.Population population = specs.get(region).population();
            if (population instanceof RegionSpec.Share part) {
                share += part.share().value();
            } else if (population instanceof RegionSpec.Count number) {
                count += number.count();
            }
            bounds[region] = (int) Math.min(free, count + (long) StrictMath.floor(share * free + 0.5));
        }
        return bounds;
    }

    private List<PeerId> members(int region, List<PeerId> all) {
        List<PeerId> members = new ArrayList<>();
        all.stream().filter(peer -> of[peer.index()] == region).forEach(members::add);
        return members;
    }

    List<String> names() {
        return names;
    }

    /** The name of a peer's region; empty where it lives in none. */
    String of(PeerId peer) {
        int region = of[peer.index()];
        return region == NONE ? "" : names.get(region);
    }

    /** The region of each peer by index, from 0; the number of regions for those in none. */
    int[] numbers() {
        return Arrays.stream(of).map(region -> region == NONE ? names.size() : region).toArray();
    }
}
