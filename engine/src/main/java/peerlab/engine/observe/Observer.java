package peerlab.engine.observe;

/** Somebody who watches a run. Watching changes nothing: an observer has no way to act on what it sees. */
public interface Observer {

    /** Bits of {@link RunEvent.Kind}: only these are reported, and only these are ever built. */
    default int interests() {
        return RunEvent.Kind.all();
    }

    void on(RunEvent event, View view);

    /** The run is over. */
    default void finish(View view) {
    }
}
