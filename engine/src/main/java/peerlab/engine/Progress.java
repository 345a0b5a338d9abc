package peerlab.engine;

import peerlab.engine.base.SimTime;

/**
 * How far a run has come, as seen from another thread: each value is true of some recent moment.
 *
 * @param end when the run will end at the latest
 * @param doing what is happening, in words: "handling FindNode from p12"; empty between events
 * @param peer the peer that acted last
 */
public record Progress(SimTime now, long events, SimTime end, String doing, String peer) {
}
