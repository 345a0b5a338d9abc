package peerlab.engine.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Virtual time and order. It knows (time, sequence, event) and nothing of peers or messages: it lets the
 * first event happen, then the next.
 */
public final class Kernel {

    private EventQueue queue = new EventQueue();
    private final Limits limits;
    private final long lastTime;
    private final long mostEvents;
    private final long mostAtOnce;
    private final int mostPending;
    private long now;
    private long sequence;
    private long events;
    private long eventsAtThisInstant;
    private long handling;
    private Event current;

    public Kernel(Limits limits) {
        this.limits = limits;
        this.lastTime = limits.time().nanos();
        this.mostEvents = limits.events();
        this.mostAtOnce = limits.eventsAtOnce();
        this.mostPending = limits.queue();
    }

    /** The present instant, in nanoseconds. */
    public long now() {
        return now;
    }

    /** How many events have happened. */
    public long events() {
        return events;
    }

    /** How many events are pending. */
    public int pending() {
        return queue.size();
    }

    /**
     * The number of the event that is happening: the cause of whatever happens meanwhile; 0 between events.
     */
    public long handling() {
        return handling;
    }

    /** What is happening; null between events. May be read from another thread, to see what takes so long. */
    public Event current() {
        return handling == 0 ? null : current;
    }

    /** Schedules an event; it is given the next number. */
    public void schedule(Event event, long delay) {
        if (delay < 0) {
            throw new IllegalArgumentException("nothing can happen " + -delay + " ns before it is scheduled");
        }
        long time = now + delay;
        if (time < 0) {
            throw new LimitReached("time", "virtual time would pass its end, 292 years");
        }
        scheduleAt(event, time);
    }

    /** Schedules an event for an instant that is not in the past. */
    public void scheduleAt(Event event, long time) {
        if (time < now) {
            throw new IllegalArgumentException("it is " + now + " ns; nothing can happen at " + time + " ns");
        }
        if (queue.size() >= mostPending) {
            throw new LimitReached("queue", "more than " + limits.queue() + " events are pending");
        }
        event.time = time;
        event.sequence = ++sequence;
        queue.add(event);
    }

    /** Gives an event its number before anybody knows when it is due: something else than time holds it. */
    public void number(Event event) {
        event.time = now;
        event.sequence = ++sequence;
    }

    /** A number for something that happens without being scheduled, from the same sequence. */
    public long nextNumber() {
        return ++sequence;
    }

    /**
     * Lets something happen within the present event under a number of its own, which is the cause of what
     * follows from it: one of many requests that a client makes at once.
     */
    public void within(long number, Runnable action) {
        long outer = handling;
        handling = number;
        action.run();
        handling = outer;
    }

    /** When the next event that is not cancelled is due; -1 where none is pending. */
    public long nextTime() {
        Event first = queue.peek();
        while (first != null && first.isCancelled()) {
            queue.poll();
            first = queue.peek();
        }
        return first == null ? -1 : first.time;
    }

    /** Whether the next event belongs to this instant and was scheduled before a number was given. */
    public boolean isNextBefore(long number) {
        Event first = queue.peek();
        return first != null && first.time == now && first.sequence < number;
    }

    /** The pending events of one class that are not cancelled, in the order in which they were scheduled. */
    public <E extends Event> List<E> pending(Class<E> kind) {
        List<E> found = new ArrayList<>();
        queue.forEach(event -> {
            if (kind.isInstance(event) && !event.isCancelled()) {
                found.add(kind.cast(event));
            }
        });
        found.sort(Comparator.comparingLong(Event::sequence));
        return found;
    }

    /**
     * Lets the next event happen, and returns whether it did: one that was cancelled does not. There must be
     * one.
     */
    public boolean step() {
        Event event = queue.poll();
        if (event.isCancelled()) {
            return false;
        }
        happen(event);
        return true;
    }

    /**
     * Lets something happen at this instant that is not in the queue, before all that is.
     *
     * @param number the number that was kept for it: {@link #nextNumber}
     */
    public void happenNow(Event event, long number) {
        event.time = now;
        event.sequence = number;
        happen(event);
    }

    private void happen(Event event) {
        if (event.time != now) {
            if (event.time > lastTime) {
                throw new LimitReached("time", "virtual time reached " + limits.time());
            }
            now = event.time;
            eventsAtThisInstant = 0;
        }
        if (++events > mostEvents) {
            throw new LimitReached("events", "more than " + limits.events() + " events happened");
        }
        if (++eventsAtThisInstant > mostAtOnce) {
            throw new LimitReached("eventsAtOnce",
                    "more than " + limits.eventsAtOnce() + " events happened without time moving on");
        }
        handling = event.sequence;
        current = event;
        event.happen();
        handling = 0;
    }

    /** Lets go of all that is pending. */
    public void forget() {
        queue = new EventQueue();
    }

    /** Moves time on to an instant before which nothing is pending. */
    public void passTo(long time) {
        if (time > now) {
            now = time;
            eventsAtThisInstant = 0;
        }
    }
}
