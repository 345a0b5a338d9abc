package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;

/**
 * How clients go about it, beyond asking again and again at the same pace.
 *
 * @param gaps pauses that vary, between one question and the next
 * @param think each asker waits for its answer, and then for so long, before it asks again
 * @param writes the share of reads that write
 * @param sizes how large values are that differ in size
 */
public record Habits(
        Optional<Distribution> gaps, Optional<Distribution> think, Optional<Ratio> writes,
        Optional<SizeSpec> sizes) {

    public static final Habits NONE =
            new Habits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with pauses that vary: exponential ones are those of a Poisson process. */
    public Habits gaps(Distribution law) {
        return new Habits(Optional.of(law), think, writes, sizes);
    }

    /** The same, in a closed loop. */
    public Habits think(Distribution law) {
        return new Habits(gaps, Optional.of(law), writes, sizes);
    }

    /** The same, where so many of the reads write. */
    public Habits writes(Ratio share) {
        return new Habits(gaps, think, Optional.of(share), sizes);
    }

    /** The same, with values of these sizes. */
    public Habits sizes(SizeSpec law) {
        return new Habits(gaps, think, writes, Optional.of(law));
    }
}
