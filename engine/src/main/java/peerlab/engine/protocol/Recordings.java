package peerlab.engine.protocol;

import peerlab.engine.base.SourcePlace;

/** Finds the recordings that a scenario names; the engine itself knows no files. */
@FunctionalInterface
public interface Recordings {

    /** None at all. */
    Recordings NONE = (name, place) -> {
        throw new IllegalArgumentException("nobody gave this run the recording '" + name + "'");
    };

    /**
     * Opens one, at its beginning.
     *
     * @param name as the scenario has it
     * @param place where the scenario names it, which names are relative to
     */
    Recording open(String name, SourcePlace place);
}
