package peerlab.engine.invariants;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.observe.Observer;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.Topology;
import peerlab.engine.observe.View;

/**
 * Watches a run for what holds in every run, whatever goes wrong in it, and breaks it off where it does not.
 * It believes nothing but what it is told, event by event, and compares that with what the view shows.
 */
public final class Invariants implements Observer {

    /** The view is compared with the account at every so manieth event. */
    private static final int LOOKS = 64;

    private final Map<Long, RunEvent.Sent> inFlight = new HashMap<>();
    private final Set<Long> known = new HashSet<>();
    private final Map<Long, RunEvent> untold = new HashMap<>();
    private final Set<Long> asked = new HashSet<>();
    private final Map<Long, RunEvent.FaultChanged> faults = new HashMap<>();
    private final Map<PeerId, Integer> pauses = new HashMap<>();
    private final Set<PeerId> up = new HashSet<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private SimTime now = SimTime.ZERO;
    private long events;
    private long nextLook = LOOKS;

    public Invariants() {
        known.add(0L);
    }

    @Override
    public void on(RunEvent event, View view) {
        require(!event.time().isBefore(now), "time ran back", event);
        require(event.time().equals(view.now()), "an event of another time than the present", event);
        if (now.isBefore(event.time())) {
            requireTold();
        }
        now = event.time();
        if (event instanceof RunEvent.Sent sent) {
            sent(sent, view);
        } else if (event instanceof RunEvent.Delivered delivered) {
            delivered(delivered, view);
        } else if (event instanceof RunEvent.Dropped dropped) {
            arrivedOrLost(dropped.id(), dropped.from(), dropped.to(), dropped);
            require(!dropped.reason().isBlank(), "a message was lost to nothing", dropped);
            count("dropped");
        } else if (event instanceof RunEvent.TimerFired timer) {
            timer(timer);
        } else if (event instanceof RunEvent.LifeChanged life) {
            life(life, view);
        } else if (event instanceof RunEvent.FaultChanged fault) {
            fault(fault);
        } else {
            other(event, view);
        }
        // a message that is lost at once is sent before it is lost
        boolean isBetween = event instanceof RunEvent.Sent;
        if (++events >= nextLook && !isBetween) {
            nextLook = events + LOOKS;
            compare(view);
        }
    }

    private void requireTold() {
        untold.forEach((cause, event) -> require(false, "a cause that is not known", event));
    }

    private void sent(RunEvent.Sent sent, View view) {
        requireNew(sent.id(), sent);
        requireCause(sent.cause(), sent);
        require(view.peer(sent.from()).isUp(), "somebody who is down sent something", sent);
        require(sent.bytes() >= 0, "a message of less than nothing", sent);
        inFlight.put(sent.id(), sent);
        count("sent");
    }

    private void delivered(RunEvent.Delivered delivered, View view) {
        arrivedOrLost(delivered.id(), delivered.from(), delivered.to(), delivered);
        require(view.peer(delivered.to()).isUp(), "something reached a peer that is down", delivered);
        requireAwake(delivered.to(), delivered);
        count("delivered");
    }

    private void arrivedOrLost(long id, PeerId from, PeerId to, RunEvent event) {
        RunEvent.Sent sent = inFlight.remove(id);
        require(sent != null, "a message that is not in flight, or is any more", event);
        require(sent.from().equals(from) && sent.to().equals(to), "a message went astray: " + sent, event);
        require(!event.time().isBefore(sent.time()), "a message arrived before it was sent: " + sent, event);
    }

    private void timer(RunEvent.TimerFired timer) {
        requireNew(timer.id(), timer);
        requireCause(timer.cause(), timer);
        require(up.contains(timer.peer()), "an alarm of a peer that is down", timer);
        requireAwake(timer.peer(), timer);
    }

    private void life(RunEvent.LifeChanged life, View view) {
        requireNew(life.id(), life);
        known.add(life.cause());
        untold.remove(life.cause());
        if (life.change() == RunEvent.Life.WIPED) {
            return;
        }
        boolean comesUp = life.change() != RunEvent.Life.LEFT && life.change() != RunEvent.Life.CRASHED;
        require(comesUp ? up.add(life.peer()) : up.remove(life.peer()), "a change that is none", life);
        // at the start all are made before any begins
        require(life.change() == RunEvent.Life.STARTED || view.peer(life.peer()).isUp() == comesUp,
                "the view shows another life", life);
        count(life.change().word());
    }

    private void fault(RunEvent.FaultChanged fault) {
        known.add(fault.id());
        if (fault.isOver()) {
            RunEvent.FaultChanged begun = faults.remove(fault.id());
            require(begun != null, "a fault ended that was not there", fault);
            require(begun.who().equals(fault.who()) && begun.fault().equals(fault.fault()),
                    "a fault ended as another: " + begun, fault);
        } else {
            require(faults.put(fault.id(), fault) == null, "a fault began twice", fault);
        }
        if (fault.fault().equals("pause")) {
            fault.who().forEach(peer -> pauses.merge(peer, fault.isOver() ? -1 : 1, Integer::sum));
        }
    }

    private void other(RunEvent event, View view) {
        if (event instanceof RunEvent.Asked question) {
            requireNew(question.id(), question);
            require(view.peer(question.peer()).isUp(), "somebody who is down was asked", question);
            asked.add(question.id());
            count("asked");
        } else if (event instanceof RunEvent.Answered answered) {
            require(asked.remove(answered.id()), "an answer without a question, or the second one", answered);
            requireCause(answered.cause(), answered);
            count(answered.outcome().isSuccess() ? "succeeded" : "failed");
        } else if (event instanceof RunEvent.StepTaken step) {
            requireCause(step.cause(), step);
            require(up.contains(step.peer()), "a step of a peer that is down", step);
        } else if (event instanceof RunEvent.TimelineStep step) {
            known.add(step.id());
        } else {
            require(false, "a protocol broke that cannot", event);
        }
    }

    @Override
    public void finish(View view) {
        compare(view);
        requireTold();
        require(faults.isEmpty(), "faults go on: " + faults.values(), null);
        require(pauses.values().stream().allMatch(count -> count == 0), "pauses go on: " + pauses, null);
        long duplicated = (long) view.metric("messages.duplicated");
        expect("messages.sent", of("sent") - duplicated, view);
        expect("messages.delivered", of("delivered"), view);
        expect("messages.dropped", of("dropped"), view);
        require(of("sent") == of("delivered") + of("dropped") + inFlight.size(),
                "messages are missing", null);
        expect("peers.up", up.size(), view);
        expect("peers.joined", of("joined"), view);
        expect("peers.left", of("left"), view);
        expect("peers.crashed", of("crashed"), view);
        long started = 0;
        long answered = 0;
        for (String operation : List.of("puts", "gets", "pokes")) {
            started += metric(operation + ".started", view);
            answered += metric(operation + ".count", view);
        }
        require(started == of("asked"), started + " operations were started, asked: " + counts, null);
        require(answered == of("succeeded") + of("failed"), answered + " were answered: " + counts, null);
        require(asked.size() == started - answered, "open: " + asked, null);
    }

    private static long metric(String name, View view) {
        double value = view.metric(name);
        return Double.isNaN(value) ? 0 : (long) value;
    }

    private void compare(View view) {
        Topology topology = view.topology();
        Map<String, Long> shown = topology.transfers().stream().collect(Collectors.groupingBy(transfer ->
                transfer.from() + " " + transfer.to() + " " + transfer.sent(), TreeMap::new,
                Collectors.counting()));
        Map<String, Long> told = inFlight.values().stream().collect(Collectors.groupingBy(sent ->
                sent.from() + " " + sent.to() + " " + sent.time(), TreeMap::new, Collectors.counting()));
        require(shown.equals(told), "in flight are " + told + ", shown are " + shown, null);
        topology.transfers().forEach(transfer -> require(!transfer.due().isBefore(transfer.sent()),
                "due before it was sent: " + transfer, null));
        for (Topology.Node node : topology.nodes()) {
            // at 0 s all are made before any begins
            require(node.isUp() == up.contains(node.id()) || now.nanos() == 0,
                    "the view shows another life of " + node.id(), null);
        }
    }

    private void requireNew(long id, RunEvent event) {
        require(id > 0 && known.add(id), "a number that is taken", event);
    }

    /** A goodbye is said before the departure is told whose cause it has. */
    private void requireCause(long cause, RunEvent event) {
        if (!known.contains(cause)) {
            untold.putIfAbsent(cause, event);
        }
    }

    private void requireAwake(PeerId peer, RunEvent event) {
        require(pauses.getOrDefault(peer, 0) == 0, "something reached a peer that is paused", event);
    }

    private void expect(String metric, long told, View view) {
        require((long) view.metric(metric) == told, metric + " is " + view.metric(metric) + ", told " + told,
                null);
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    private void require(boolean holds, String complaint, RunEvent event) {
        if (!holds) {
            throw new IllegalStateException(
                    "at " + now + ": " + complaint + (event == null ? "" : ": " + event));
        }
    }
}
