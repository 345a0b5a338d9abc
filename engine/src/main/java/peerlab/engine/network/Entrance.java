package peerlab.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import peerlab.engine.base.PeerId;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.Late;

/** The way into a peer: its doors, its line, and the peer itself, who may be down, or busy. */
final class Entrance {

    private final Kernel kernel;
    private final Receivers receivers;
    private final Network network;
    private final List<Door> open = new ArrayList<>();
    private Door[] doors = new Door[0];
    private final Arrival arrival = new Arrival();
    private final Lines lines;

    Entrance(Kernel kernel, Receivers receivers, Network network, LongConsumer waited) {
        this.kernel = kernel;
        this.receivers = receivers;
        this.network = network;
        this.lines = new Lines(() -> new Line(kernel, this::reach, waited));
    }

    /** The lines over which peers receive. */
    Lines lines() {
        return lines;
    }

    /** Adds a door behind all others. */
    void add(Door door) {
        open.add(door);
        doors = open.toArray(Door[]::new);
    }

    /** Takes a door away that was added. */
    void remove(Door door) {
        if (!open.remove(door)) {
            throw new IllegalStateException("this door is not there: " + door);
        }
        doors = open.toArray(Door[]::new);
    }

    /** Why nothing that one peer sends gets through the doors of another; null where it does. */
    String refusal(PeerId from, PeerId to) {
        for (Door door : doors) {
            String refusal = door.refusal(from, to, kernel.now());
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    void arrive(Delivery delivery) {
        if (doors.length == 0 || isAdmitted(delivery)) {
            enter(delivery);
        }
    }

    /** Whether a message may come in at once; where not, it comes in later or is lost. */
    private boolean isAdmitted(Delivery delivery) {
        arrival.begin(delivery, kernel.now());
        for (Door door : doors) {
            door.admit(arrival);
            if (arrival.isRefused()) {
                network.drop(delivery, arrival.refusal());
                return false;
            }
        }
        if (arrival.admitted() == kernel.now()) {
            return true;
        }
        network.hold(delivery);
        delivery.dueAt(arrival.admitted());
        kernel.scheduleAt(new Late(kernel, delivery, late -> enter(delivery)), arrival.admitted());
        return false;
    }

    /** A message comes to the line of its receiver. */
    private void enter(Delivery delivery) {
        Line line = lines.of(delivery.to());
        if (line == null) {
            reach(delivery);
            return;
        }
        network.hold(delivery);
        if (!line.takes(delivery)) {
            network.drop(delivery, "the receiver's line is full");
        }
    }

    private void reach(Delivery delivery) {
        String refusal = receivers.refusal(delivery.to());
        if (refusal != null) {
            network.drop(delivery, refusal);
        } else if (delivery.isSpoilt()) {
            network.drop(delivery, "corrupt");
        } else if (receivers.holds(delivery.to(), delivery)) {
            network.hold(delivery);
        } else {
            network.deliver(delivery);
        }
    }
}
