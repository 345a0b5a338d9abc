package peerlab.cache.placement;

import java.util.List;
import java.util.Map;

import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameters;

/**
 * A placement that one can ask for by name.
 *
 * @param parameters what can be set, with the defaults
 */
public record PlacementEntry(String name, String summary, String source, List<Parameter> parameters,
        Maker maker) {

    /** Makes one over some peers. */
    @FunctionalInterface
    interface Maker {
        Placement make(List<String> peers, Parameters parameters, long total);
    }

    /**
     * The placement over these peers, at least one, all different.
     *
     * @param given parameters that differ from the defaults
     * @param total how many keys, each as often as it has replicas, will be placed, as far as one knows;
     *     bounded loads need it
     */
    public Placement over(List<String> peers, Map<String, Object> given, long total) {
        if (peers.isEmpty() || peers.stream().distinct().count() < peers.size()) {
            throw new IllegalArgumentException("at least one peer, and each once, found " + peers);
        }
        return maker.make(peers, new Parameters(parameters, given), total);
    }
}
