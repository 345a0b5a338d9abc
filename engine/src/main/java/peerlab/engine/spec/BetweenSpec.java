package peerlab.engine.spec;

import peerlab.engine.base.Distribution;

/** How long messages take from one region to another, or within one. */
public record BetweenSpec(String from, String to, boolean isOneWay, Distribution latency) {

    @Override
    public String toString() {
        return from + (isOneWay ? " to " : " ") + to + " " + latency;
    }
}
