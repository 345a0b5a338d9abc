package peerlab.engine.fault;

import peerlab.engine.network.CorruptRule;
import peerlab.engine.network.DelayRule;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.LossSpec;
import peerlab.engine.spec.MishapSpec;

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
        } else if (spec instanceof FaultSpec.Slow slow) {
            return new SlowFault(slow);
        } else if (spec instanceof FaultSpec.Skew skew) {
            return new SkewFault(skew);
        } else if (spec instanceof FaultSpec.Churn churn) {
            return churn.lives() instanceof Lives.Recorded recorded
                    ? new RecordedChurn(churn, recorded)
                    : new DrawnChurn(churn, (Lives.Drawn) churn.lives());
        } else if (spec instanceof FaultSpec.Drop drop) {
            return new LinkFault(drop, draws -> LinkRules.loss(
                    new LossSpec(drop.chance(), drop.bursts(), drop.within()), draws));
        } else if (spec instanceof FaultSpec.Delay delay) {
            return new LinkFault(delay, draws -> new DelayRule(delay.by(), draws));
        } else if (spec instanceof FaultSpec.Duplicate twice) {
            return new LinkFault(twice, draws -> LinkRules.duplicate(
                    new MishapSpec(twice.chance(), twice.by()), draws));
        } else if (spec instanceof FaultSpec.Reorder reorder) {
            return new LinkFault(reorder, draws -> LinkRules.reorder(
                    new MishapSpec(reorder.chance(), reorder.by()), draws));
        } else if (spec instanceof FaultSpec.Corrupt corrupt) {
            return new LinkFault(corrupt, draws ->
                    new CorruptRule(corrupt.chance(), corrupt.delivered(), draws));
        } else if (spec instanceof FaultSpec.Throttle throttle) {
            return new ThrottleFault(throttle);
        } else if (spec instanceof FaultSpec.Byzantine byzantine) {
            return new ByzantineFault(byzantine);
        }
        throw new IllegalStateException("a fault that nobody applies: " + spec);
    }
}
