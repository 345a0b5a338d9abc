package peerlab.grading;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.util.Arrays;

import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Grades what is on the class path: runs graded specs and prints the grade sheet. */
public final class Grading {

    private final PrintStream out;

    Grading(PrintStream out) {
        this.out = out;
    }

    /** The arguments are names of specs; the exit code is 0 where all points are earned, else 1. */
    public static void main(String[] specs) {
        System.exit(new Grading(System.out).grade(specs));
    }

    int grade(String... specs) {
        GradeBook book = new GradeBook();
        var selectors = Arrays.stream(specs).map(spec -> selectClass(spec)).toList();
        LauncherFactory.create().execute(
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build(), book);
        GradeText text = new GradeText();
        book.sheets().forEach(sheet -> out.print(text.of(sheet)));
        out.flush();
        return !book.sheets().isEmpty() && book.sheets().stream().allMatch(GradeSheet::isFull) ? 0 : 1;
    }
}
