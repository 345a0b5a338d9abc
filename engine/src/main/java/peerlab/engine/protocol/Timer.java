package peerlab.engine.protocol;

/** A name for an alarm: a record. Equal timers are the same alarm. */
public interface Timer extends Described {
}
