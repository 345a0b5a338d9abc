package peerlab.grading;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.util.Arrays;

import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Grades what is on the class path: runs graded specs and prints the grade sheet.
 *
 * <p>Code that is graded may end the process. Then there is no grade, whatever exit code it asked for; it
 * could still halt the JVM without a word, so that a grade counts only where there is a sheet.
 */
public final class Grading {

    /** The exit code of a grading that came to no end, as of a verdict that is in doubt. */
    static final int UNGRADED = 2;

    private final PrintStream out;
    private volatile int code = UNGRADED;

    Grading(PrintStream out) {
        this.out = out;
    }

    /**
     * The arguments are names of specs; the exit code is 0 where all points are earned, 1 where some are not,
     * and 2 where nothing was graded because the process was ended before.
     */
    public static void main(String[] specs) {
        Grading grading = new Grading(System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(grading::end, "end of grading"));
        System.exit(grading.grade(specs));
    }

    /** The process ends, whoever wanted it: with the exit code that tells what became of the grading. */
    private void end() {
        if (code == UNGRADED) {
            out.println(EarlyEnd.sentence(Thread.getAllStackTraces().values()));
            out.flush();
        }
        Runtime.getRuntime().halt(code);
    }

    int grade(String... specs) {
        GradeBook book = new GradeBook();
        var selectors = Arrays.stream(specs).map(spec -> selectClass(spec)).toList();
        LauncherFactory.create().execute(
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build(), book);
        GradeText text = new GradeText();
        book.sheets().forEach(sheet -> out.print(text.of(sheet)));
        out.flush();
        code = !book.sheets().isEmpty() && book.sheets().stream().allMatch(GradeSheet::isFull) ? 0 : 1;
        return code;
    }
}
