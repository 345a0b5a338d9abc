package peerlab.engine.observe;

import java.util.Arrays;
import java.util.List;

/**
 * The observers of one run, behind one mask: whoever has something to report asks {@link #want} first, so
 * that an event that nobody listens to is never built.
 */
public final class Witnesses {

    private final Observer[] observers;
    private final int[] interests;
    private final View view;
    private final int mask;

    public Witnesses(List<Observer> observers, View view) {
        this.observers = observers.toArray(Observer[]::new);
        this.view = view;
        this.interests = observers.stream().mapToInt(Observer::interests).toArray();
        this.mask = Arrays.stream(interests).reduce(0, (some, more) -> some | more);
    }

    public boolean want(RunEvent.Kind kind) {
        return (mask & kind.bit()) != 0;
    }

    public void tell(RunEvent event) {
        int bit = event.kind().bit();
        for (int i = 0; i < observers.length; i++) {
            if ((interests[i] & bit) != 0) {
                observers[i].on(event, view);
            }
        }
    }

    public void finish() {
        for (Observer observer : observers) {
            observer.finish(view);
        }
    }
}
