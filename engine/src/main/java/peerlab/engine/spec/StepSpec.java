package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.SourcePlace;

/**
 * One line of the timeline.
 *
 * @param mark the name given by {@code as:}, for the moment and for those who were chosen
 */
public record StepSpec(When when, ActionSpec action, Optional<String> mark, SourcePlace place) {
}
