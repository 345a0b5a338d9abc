package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.SourcePlace;

/**
 * What the lines of some peers carry. What arrives at a busy line waits for its turn.
 *
 * @param up what they can send; without limit where absent
 * @param down what they can receive; without limit where absent
 * @param queue how much may wait for either line; what comes on top is lost; without limit where absent
 * @param on whose lines; everybody's where absent
 */
public record BandwidthSpec(
        Optional<Bandwidth> up, Optional<Bandwidth> down, Optional<Bytes> queue, Optional<SelectorSpec> on,
        SourcePlace place) {

    @Override
    public String toString() {
        return up.map(rate -> "up " + rate).orElse("")
                + (up.isPresent() && down.isPresent() ? ", " : "")
                + down.map(rate -> "down " + rate).orElse("")
                + queue.map(size -> ", queue " + size).orElse("")
                + on.map(who -> " on " + who).orElse("");
    }
}
