package peerlab.engine.observe;

import java.util.List;

/**
 * The observers of one run, behind one mask: whoever has something to report asks {@link #want} first, so
 * that an event that nobody listens to is never built.
 */
public final class Witnesses {

    private final Observer[] observers;
    private final View view;
    private final int mask;

    public Witnesses(List<Observer> observers, View view) {
        this.observers = observers.toArray(Observer[]::new);
        this.view = view;
        int all = 0;
        for (Observer observer : observers) {
            all |= observer.interests();
        }
        this.mask = all;
    }

    public boolean want(RunEvent.Kind kind) {
        return (mask & kind.bit()) != 0;
    }

    public void tell(RunEvent event) {
        int bit = event.kind().bit();
        for (Observer observer : observers) {
            if ((observer.interests() & bit) != 0) {
                observer.on(event, view);
            }
        }
    }

    public void finish() {
        for (Observer observer : observers) {
            observer.finish(view);
        }
    }
}
