package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;

/**
 * When the run ends: at an instant, or as soon as a condition holds but not later than that instant.
 */
public record StopSpec(SimTime at, Optional<Expression> when, SourcePlace place) {
}
