package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;

/**
 * What happens to some messages by chance: a copy of theirs arrives as well, or others overtake them.
 *
 * @param chance for each message
 * @param by how much later the copy, or the message itself, arrives; a usual time where absent
 */
public record MishapSpec(Ratio chance, Optional<Distribution> by) {

    public static final MishapSpec NEVER = new MishapSpec(Ratio.NONE, Optional.empty());

    public boolean isPossible() {
        return chance.value() > 0;
    }

    @Override
    public String toString() {
        return chance + by.map(later -> " by " + later).orElse("");
    }
}
