package peerlab.grading;

import java.util.List;

/** What became of a check. */
public record Grade(Check check, List<Shortfall> shortfalls) {

    public Grade {
        shortfalls = List.copyOf(shortfalls);
    }

    public boolean isEarned() {
        return shortfalls.isEmpty();
    }

    public int points() {
        return isEarned() ? check.points() : 0;
    }
}
