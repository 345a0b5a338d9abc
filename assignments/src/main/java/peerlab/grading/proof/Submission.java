package peerlab.grading.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java sources that play an assignment's hook, compiled: a student's, the solution's, a mutant's.
 *
 * @param name the folder that the sources came from
 * @param classes the folder that the compiled classes are in
 */
public record Submission(String name, Path classes) {

    /**
     * Compiles all Java files below a folder.
     *
     * @param into an empty folder
     * @throws IllegalArgumentException with the compiler's messages, where it has any
     */
    public static Submission compile(Path sources, Path into, String classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler; run it with a JDK");
        }
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<String> options = List.of("-d", into.toString(), "-classpath", classPath, "-proc:none",
                "-parameters");
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean isCompiled = compiler.getTask(
                    null, files, messages, options, null,
                            files.getJavaFileObjectsFromPaths(javaFiles(sources))).call();
            if (!isCompiled) {
                throw new IllegalArgumentException(sources + " does not compile:\n" + text(messages));
            }
        }
        return new Submission(sources.getFileName().toString(), into);
    }

    private static List<Path> javaFiles(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no Java file below " + sources);
            }
            return found;
        }
    }

    private static String text(DiagnosticCollector<JavaFileObject> messages) {
        return messages.getDiagnostics().stream()
                .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .map(message -> Path.of(message.getSource().getName())
                        .getFileName() + ":" + message.getLineNumber()
                        + ": " + message.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }
}
