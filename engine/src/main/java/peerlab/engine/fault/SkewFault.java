package peerlab.engine.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.Drift;
import peerlab.engine.base.Offset;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.peer.Clock;
import peerlab.engine.spec.FaultSpec;

/** The clocks of peers are ahead, behind, too fast or too slow, and then right again at once. */
final class SkewFault implements Fault {

    private final FaultSpec.Skew spec;
    private final Map<PeerId, Clock.Skew> skews = new LinkedHashMap<>();

    SkewFault(FaultSpec.Skew spec) {
        this.spec = spec;
    }

    @Override
    public List<PeerId> begin(Scene scene) {
        for (PeerId peer : scene.members(spec.who())) {
            RandomSource draws = scene.draws(peer);
            Offset by = by(draws);
            skews.put(peer, scene.cluster().peer(peer).clock().skew(by, drift(draws)));
        }
        return List.copyOf(skews.keySet());
    }

    private Offset by(RandomSource draws) {
        long width = spec.by().most().nanos() - spec.by().least().nanos();
        return width == 0 ? spec.by().least()
                : new Offset(spec.by().least().nanos() + draws.nextLong(width + 1));
    }

    private Drift drift(RandomSource draws) {
        double width = spec.drift().most().ppm() - spec.drift().least().ppm();
        return width == 0 ? spec.drift().least()
                : new Drift(spec.drift().least().ppm() + width * draws.nextDouble());
    }

    @Override
    public void end(Scene scene) {
        skews.forEach((peer, skew) -> scene.cluster().peer(peer).clock().correct(skew));
    }
}
