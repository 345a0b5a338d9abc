package peerlab.engine;

import java.util.List;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;
import peerlab.engine.network.DrawnLatency;
import peerlab.engine.network.GlobeLatency;
import peerlab.engine.network.KeptLatency;
import peerlab.engine.network.LatencyModel;
import peerlab.engine.network.MeasuredLatency;
import peerlab.engine.network.PlaneLatency;
import peerlab.engine.network.RegionalLatency;
import peerlab.engine.spec.BetweenSpec;
import peerlab.engine.spec.LatencySpec;
import peerlab.engine.spec.NetworkSpec;

/** Which model answers how long messages take, for what a scenario says. */
final class Latencies {

    private final int peers;
    private final RandomSource random;

    /** @param random the stream of the network */
    Latencies(int peers, RandomSource random) {
        this.peers = peers;
        this.random = random;
    }

    LatencyModel of(NetworkSpec spec, Regions regions) {
        LatencyModel model = of(spec.latency(), random.stream("latency"));
        return spec.between().isEmpty() || regions.names().isEmpty() ? model
                : new RegionalLatency(regions.numbers(), between(spec.between(), regions.names()), model);
    }

    private LatencyModel of(LatencySpec spec, RandomSource stream) {
        if (spec instanceof LatencySpec.Drawn drawn) {
            return drawn.isPerLink() ? new KeptLatency(drawn.law(), stream)
                    : new DrawnLatency(drawn.law(), stream);
        } else if (spec instanceof LatencySpec.Measured measured) {
            return new MeasuredLatency(measured.matrix(), peers, stream);
        } else if (spec instanceof LatencySpec.Plane plane) {
            return new PlaneLatency(peers, plane.inner(), plane.near(), plane.far(), stream);
        }
        LatencySpec.Globe globe = (LatencySpec.Globe) spec;
        return new GlobeLatency(peers, globe.least(), globe.perThousandMiles(), stream);
    }

    /** What is said of one way wins over what is said of both; of two, the later. */
    private LatencyModel[][] between(List<BetweenSpec> specs, List<String> names) {
        LatencyModel[][] between = new LatencyModel[names.size() + 1][names.size() + 1];
        for (boolean isOneWay : new boolean[] {false, true}) {
            for (BetweenSpec spec : specs) {
                int from = names.indexOf(spec.from());
                int to = names.indexOf(spec.to());
                if (spec.isOneWay() == isOneWay && from >= 0 && to >= 0) {
                    LatencyModel model = drawn(spec.latency(), names.size() * from + to);
                    between[from][to] = model;
                    between[to][from] = isOneWay ? between[to][from] : model;
                }
            }
        }
        return between;
    }

    private LatencyModel drawn(Distribution law, int pair) {
        return new DrawnLatency(law, random.stream("between", pair));
    }
}
