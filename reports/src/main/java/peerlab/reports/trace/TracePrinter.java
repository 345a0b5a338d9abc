package peerlab.reports.trace;

import java.io.IOException;
import java.util.Optional;

import peerlab.engine.observe.Observer;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.View;

/**
 * Prints the events that a filter lets through while the run goes on. A reader who goes away (a closed pipe)
 * does not disturb the run: {@link #failure} tells.
 */
public final class TracePrinter implements Observer {

    private final TraceFilter filter;
    private final TraceText text;
    private final Appendable to;
    private final long mostLines;
    private long matched;
    private IOException failure;

    /** @param mostLines how many lines are printed; those beyond are only counted */
    public TracePrinter(TraceFilter filter, TraceText text, Appendable to, long mostLines) {
        this.filter = filter;
        this.text = text;
        this.to = to;
        this.mostLines = mostLines;
    }

    @Override
    public int interests() {
        return filter.interests();
    }

    @Override
    public void on(RunEvent event, View view) {
        if (filter.matches(event)) {
            matched++;
            if (matched <= mostLines && failure == null) {
                print(event);
            }
        }
    }

    private void print(RunEvent event) {
        try {
            to.append(text.line(event)).append('\n');
        } catch (IOException e) {
            failure = e;
        }
    }

    /** How many events the filter let through. */
    public long matched() {
        return matched;
    }

    /** How many of them were not printed because there were too many. */
    public long omitted() {
        return Math.max(0, matched - mostLines);
    }

    /** Why printing ended early, if it did. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }
}
