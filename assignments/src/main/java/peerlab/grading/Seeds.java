package peerlab.grading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The seeds over which graded features run: {@code where: seed << Seeds.tried()}. The system property
 * {@code peerlab.seeds} says others: {@code 7}, or {@code 1..20}.
 */
public final class Seeds {

    /** The name of the property that says which seeds to try. */
    public static final String PROPERTY = "peerlab.seeds";

    /** So few that a student waits for seconds; a course grades with others, and more. */
    static final String PUBLIC = "1..3";

    static final long MOST = 1000;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(?:\\.\\.(\\d{1,18}))?");

    private Seeds() {
    }

    /** The seeds of this run. */
    public static List<Long> tried() {
        return of(System.getProperty(PROPERTY, PUBLIC));
    }

    static List<Long> of(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            throw new IllegalArgumentException(
                    PROPERTY + " is '" + text + "'; write a seed, 7, or a range of seeds, 1..20");
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
        if (last < first || last - first >= MOST) {
            throw new IllegalArgumentException(
                    PROPERTY + " is '" + text + "'; a range goes upwards and has at most "
                    + MOST + " seeds");
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
