package peerlab.cli.bench;

import java.util.List;
import java.util.function.Consumer;

/** One thing that can be measured on this machine: {@code peerlab bench queue}. */
public interface Benchmark {

    /** The word for it on the command line. */
    String name();

    /** One line for lists. */
    String summary();

    /**
     * Measures.
     *
     * @param progress told in a few words what is being measured, for whoever waits
     */
    List<Figure> measure(Consumer<String> progress);
}
