package peerlab.grading.proof;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import peerlab.grading.GradeBook;
import peerlab.grading.GradeSheet;

/** Runs the graded spec of an assignment against one submission after the other. */
public final class Examiner {

    private final String spec;
    private final String submitted;
    private final Path specClasses;

    /**
     * @param spec the name of the graded spec's class
     * @param submitted the name of the class that each submission has, in the same package
     * @param specClasses the folder that the compiled spec is in
     */
    public Examiner(String spec, String submitted, Path specClasses) {
        this.spec = spec;
        this.submitted = submitted;
        this.specClasses = specClasses;
    }

    public GradeSheet examine(Submission submission) {
        return with(submission, loader -> {
            GradeBook book = new GradeBook();
            LauncherDiscoveryRequest request =
                    LauncherDiscoveryRequestBuilder.request().selectors(selectClass(loader.loadClass(spec)))
                            .build();
            LauncherConfig config = LauncherConfig.builder()
                    .enableTestExecutionListenerAutoRegistration(false).build();
            LauncherFactory.create(config).execute(request, book);
            List<GradeSheet> sheets = book.sheets();
            if (sheets.size() != 1) {
                throw new IllegalStateException(
                        spec + " gave " + sheets.size() + " grade sheets where one was due");
            }
            return sheets.get(0);
        });
    }

    /** The name of the check that is there to notice a mutant; empty for what is none. */
    public Optional<String> named(Submission submission) {
        return with(submission, loader ->
                Optional.ofNullable(loader.loadClass(submitted).getAnnotation(Misses.class))
                .map(Misses::value));
    }

    private <T> T with(Submission submission, Examination<T> examination) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        String ownPackage = spec.substring(0, spec.lastIndexOf('.'));
        try (SubmissionLoader loader = new SubmissionLoader(
                ownPackage, new URL[] {url(submission.classes()), url(specClasses)}, getClass()
                        .getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            return examination.with(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "'" + submission.name() + "' or its spec lacks the class " + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    /** What is done with the classes of a submission. */
    @FunctionalInterface
    private interface Examination<T> {
        T with(ClassLoader loader) throws ClassNotFoundException;
    }
}
