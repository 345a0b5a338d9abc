package peerlab.cache;

/** A policy did what no policy may do. */
public final class PolicyFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PolicyFault(String what) {
        super("the policy " + what);
    }
}
