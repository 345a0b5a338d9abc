package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Survey;

/** How evenly work and keys are spread over the peers that hold keys. */
final class Loads {

    private final RingDeployment network;

    Loads(RingDeployment network) {
        this.network = network;
    }

    List<Survey> surveys() {
        return List.of(
                new Survey(CacheRingProvider.MAX_LOAD, overMean(this::requests)),
                new Survey(CacheRingProvider.LOAD_DEVIATION, deviation(this::requests)),
                new Survey(CacheRingProvider.MAX_KEYS, overMean(this::owned)),
                new Survey(CacheRingProvider.KEYS_DEVIATION, deviation(this::owned)));
    }

    /** What something is for each peer. */
    private interface Spread {
        List<Double> of(Population population);
    }

    private static ToDoubleFunction<Population> overMean(Spread spread) {
        return population -> {
            List<Double> loads = spread.of(population);
            double mean = mean(loads);
            return mean == 0 ? 0 : loads.stream().mapToDouble(load -> load).max().orElse(0) / mean;
        };
    }

    /** In units of the mean. */
    private static ToDoubleFunction<Population> deviation(Spread spread) {
        return population -> {
            List<Double> loads = spread.of(population);
            double mean = mean(loads);
            double squares = 0;
            for (double load : loads) {
                squares += (load - mean) * (load - mean);
            }
            return mean == 0 ? 0 : StrictMath.sqrt(squares / loads.size()) / mean;
        };
    }

    private static double mean(List<Double> loads) {
        double sum = 0;
        for (double load : loads) {
            sum += load;
        }
        return loads.isEmpty() ? 0 : sum / loads.size();
    }

    private List<Double> requests(Population population) {
        return RingDeployment.peers(population).flatMap(peer -> peer.holdings().stream())
                .map(held -> (double) held.served()).toList();
    }

    /** For each peer that holds keys and is up, of how many it is the first. */
    private List<Double> owned(Population population) {
        Map<PeerId, Double> owned = new LinkedHashMap<>();
        List<Ring> rings = new ArrayList<>();
        for (PeerId id : population.members()) {
            population.protocol(id).map(RingPeer.class::cast).filter(p -> p.holdings().isPresent())
                    .ifPresent(peer -> {
                        owned.put(id, 0.0);
                        if (!rings.contains(peer.ring())) {
                            rings.add(peer.ring());
                        }
                    });
        }
        for (Ring ring : rings) {
            network.keys().all().forEach(key -> owned.computeIfPresent(ring.owner(key), (id, n) -> n + 1));
        }
        return List.copyOf(owned.values());
    }
}
