package peerlab.engine.fault;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Event;

/** Lets a fault come and go in turn, each time for as long as is drawn, until it is over. */
final class Flapping {

    private final Distribution law;
    private final Scene scene;
    private final RandomSource draws;
    private final Runnable turn;
    private Turn next;

    /** @param turn lets it go where it is in force, and come back where it is not */
    Flapping(Distribution law, Scene scene, Runnable turn) {
        this.law = law;
        this.scene = scene;
        this.draws = scene.draws().stream("flapping");
        this.turn = turn;
        schedule();
    }

    void stop() {
        next.cancel();
    }

    private void schedule() {
        next = new Turn();
        scene.kernel().schedule(next, Math.max(1, law.sampleNanos(draws)));
    }

    private final class Turn extends Event {

        @Override
        protected void happen() {
            scene.kernel().within(scene.fault().id(), turn);
            scene.fault().flap();
            schedule();
        }

        @Override
        public String toString() {
            return "flapping";
        }
    }
}
