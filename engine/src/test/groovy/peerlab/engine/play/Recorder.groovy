package peerlab.engine.play

import peerlab.engine.observe.Observer
import peerlab.engine.observe.RunEvent
import peerlab.engine.observe.View

/** Keeps what a run shows, and may look at the run at each event. */
class Recorder implements Observer {

    final List<RunEvent> events = []
    final int mask
    final Closure look
    boolean isFinished

    Recorder(Map options = [:]) {
        mask = options.interests ?: RunEvent.Kind.all()
        look = options.look ?: { event, view -> }
    }

    @Override
    int interests() { mask }

    @Override
    void on(RunEvent event, View view) {
        events << event
        look(event, view)
    }

    @Override
    void finish(View view) {
        isFinished = true
    }

    def <T extends RunEvent> List<T> all(Class<T> kind) {
        events.findAll { kind.isInstance(it) } as List<T>
    }
}
