package peerlab.engine;

import peerlab.engine.base.RandomSource;
import peerlab.engine.network.LatencyRule;
import peerlab.engine.network.LossRule;
import peerlab.engine.network.Network;
import peerlab.engine.spec.NetworkSpec;

/** The rules of a network as its scenario describes it, before anything goes wrong. */
final class NetworkRules {

    private NetworkRules() {
    }

    /** @param random the stream of the network */
    static void lay(NetworkSpec spec, Network network, RandomSource random) {
        network.add(new LatencyRule(spec.latency(), random.stream("latency")), Network.Stage.PATH);
        if (spec.loss().value() > 0) {
            network.add(new LossRule(spec.loss(), random.stream("loss")), Network.Stage.PATH);
        }
    }
}
