package peerlab.engine.fault;

import peerlab.engine.network.LossRule;
import peerlab.engine.spec.FaultSpec;

/** Which fault carries out what a scenario says. */
final class Faults {

    private Faults() {
    }

    static Fault of(FaultSpec spec) {
        if (spec instanceof FaultSpec.Partition partition) {
            return new PartitionFault(partition);
        } else if (spec instanceof FaultSpec.Isolate isolate) {
            return new IsolateFault(isolate);
        } else if (spec instanceof FaultSpec.Pause pause) {
            return new PauseFault(pause);
        } else if (spec instanceof FaultSpec.Drop drop) {
            return new LinkFault(drop, draws -> new LossRule(drop.chance(), draws));
        } else if (spec instanceof FaultSpec.Byzantine byzantine) {
            return new ByzantineFault(byzantine);
        }
        throw new IllegalStateException("a fault that nobody applies: " + spec);
    }
}
