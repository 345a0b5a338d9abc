package peerlab.grading;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.spockframework.runtime.model.FeatureMetadata;

/**
 * Listens to specs while they run and keeps a grade for each graded feature. What never ran, because
 * something before it broke, has not been met.
 */
public final class GradeBook implements TestExecutionListener {

    private static final Pattern VALUES = Pattern.compile(" \\[(.*), #\\d+]$", Pattern.DOTALL);
    private static final Pattern SEED = Pattern.compile("\\bseed: (\\d{1,18})\\b");

    private final Map<String, Map<Method, Entry>> assignments = new LinkedHashMap<>();
    private final List<String> breakdowns = new ArrayList<>();

    /** A check while its feature runs. */
    private static final class Entry {
        private final Check check;
        private final List<Shortfall> shortfalls = new ArrayList<>();
        private boolean hasRun;

        Entry(Check check) {
            this.check = check;
        }
    }

    /** A sheet for each assignment that had graded features among what ran. */
    public List<GradeSheet> sheets() {
        List<GradeSheet> sheets = new ArrayList<>();
        assignments.forEach((name, entries) ->
                sheets.add(new GradeSheet(name, entries.values().stream().map(this::grade).toList())));
        return sheets;
    }

    private Grade grade(Entry entry) {
        if (entry.hasRun) {
            return new Grade(entry.check, entry.shortfalls);
        }
        String why = breakdowns.isEmpty() ? "it did not run" : "it did not run: " + breakdowns.get(0);
        return new Grade(entry.check, List.of(new Shortfall("", OptionalLong.empty(), why)));
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.getRoots().forEach(root -> enrol(plan, root));
    }

    private void enrol(TestPlan plan, TestIdentifier identifier) {
        Optional<Method> feature = gradedFeature(identifier);
        feature.ifPresent(method -> {
            Graded graded = method.getAnnotation(Graded.class);
            Check check = new Check(identifier.getDisplayName(), graded.tier(), graded.points(),
                    graded.feedback());
            assignments.computeIfAbsent(assignment(method), name -> new LinkedHashMap<>())
                    .putIfAbsent(method, new Entry(check));
        });
        if (feature.isEmpty()) {
            plan.getChildren(identifier).forEach(child -> enrol(plan, child));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        entry(identifier).ifPresent(entry -> note(entry, identifier, "it was skipped: " + reason));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        Optional<Entry> entry = entry(identifier);
        boolean isMissed = result.getStatus() != Status.SUCCESSFUL;
        if (entry.isPresent()) {
            entry.get().hasRun = true;
            if (isMissed) {
                note(entry.get(), identifier, account(identifier, result));
            }
        } else if (isMissed) {
            breakdowns.add(account(identifier, result));
        }
    }

    private static void note(Entry entry, TestIdentifier identifier, String account) {
        entry.hasRun = true;
        Matcher values = VALUES.matcher(identifier.getDisplayName());
        String data = values.find() ? values.group(1) : "";
        Matcher seed = SEED.matcher(data);
        entry.shortfalls.add(new Shortfall(
                data, seed.find() ? OptionalLong.of(Long.parseLong(seed.group(1))) : OptionalLong.empty(),
                        account));
    }

    private static String account(TestIdentifier identifier, TestExecutionResult result) {
        String ownPackage = method(identifier).map(method -> method.getDeclaringClass().getPackageName())
                .orElse("");
        return result.getThrowable().map(thrown -> new Account(ownPackage).of(thrown))
                .orElse("it was broken off");
    }

    private Optional<Entry> entry(TestIdentifier identifier) {
        return gradedFeature(identifier).map(method -> assignments.get(assignment(method)).get(method));
    }

    private static Optional<Method> gradedFeature(TestIdentifier identifier) {
        return method(identifier).filter(method -> method.isAnnotationPresent(Graded.class));
    }

    /**
     * The method that runs as this test: Spock names a feature by its sentence, JUnit a test by its method.
     */
    private static Optional<Method> method(TestIdentifier identifier) {
        return identifier.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .flatMap(source -> Arrays.stream(source.getJavaClass().getDeclaredMethods())
                        .filter(method -> name(method).equals(source.getMethodName())).findFirst());
    }

    private static String name(Method method) {
        FeatureMetadata feature = method.getAnnotation(FeatureMetadata.class);
        return feature == null ? method.getName() : feature.name();
    }

    private static String assignment(Method feature) {
        Assignment assignment = feature.getDeclaringClass().getAnnotation(Assignment.class);
        if (assignment == null) {
            throw new IllegalStateException(feature.getDeclaringClass().getName()
                    + " has graded features, and no @Assignment that says to which assignment they belong");
        }
        return assignment.value();
    }
}
