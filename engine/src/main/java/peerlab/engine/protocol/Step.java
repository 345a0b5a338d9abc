package peerlab.engine.protocol;

/** A decision worth showing: a record whose fields say what was decided and why. */
public interface Step extends Described {
}
