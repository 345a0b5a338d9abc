package peerlab.engine;

import java.util.List;

import peerlab.engine.base.SimTime;

/**
 * Why a run ended before its time. It is a verdict on what was simulated, never an accident of the simulator.
 *
 * @param sentence "p7 threw NullPointerException at 31.48 s while handling FindNode from p12"
 * @param detail what follows it, a line each: the exception's message, the student's frames, the remedy
 */
public record RunFailure(Kind kind, SimTime at, String sentence, List<String> detail) {

    /** What was at fault. */
    public enum Kind {
        /** A protocol or a hook threw. */
        PROTOCOL,
        /** A limit was reached: events, time, queue, bytes. */
        LIMIT
    }
}
