package peerlab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;

/** What {@code --with PATH} brings along: a jar, a folder of classes, or a folder of sources. */
final class With {

    private static final String CLASS = ".class";
    private static final String SOURCE = ".java";
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_ERRORS = 10;

    private final Map<String, byte[]> classes = new TreeMap<>();
    private long bytes;
    private int found;

    /** A session in which scenarios may name what lies at these paths. */
    static Session in(Session session, List<String> paths) {
        if (paths.isEmpty()) {
            return session;
        }
        With with = new With();
        for (String path : paths) {
            with.take(session.terminal().path(path), path);
        }
        BroughtClasses brought = new BroughtClasses(with.classes);
        Protocols protocols = protocols(session, brought);
        return session.with(brought, protocols);
    }

    private void take(Path path, String written) {
        try {
            if (Files.isDirectory(path)) {
                folder(path, written);
            } else if (!Files.exists(path)) {
                throw new WrongUse("there is no '" + written + "' to bring along",
                        "name a jar, a folder of classes, or a folder of .java files");
            } else if (written.toLowerCase(Locale.ROOT).endsWith(SOURCE)) {
                compile(List.of(path), written);
            } else {
                jar(path, written);
            }
        } catch (IOException e) {
            throw new WrongUse("'" + written + "' cannot be read", "check its permissions");
        }
    }

    private void jar(Path path, String written) throws IOException {
        try (InputStream in = Files.newInputStream(path); ZipInputStream zip = new ZipInputStream(in)) {
            int before = found;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(CLASS)) {
                    add(entry.getName(), zip, written);
                }
            }
            requireSome(before, written);
        } catch (ZipException e) {
            throw new WrongUse("'" + written + "' is no jar", "build it again");
        }
    }

    private void folder(Path path, String written) throws IOException {
        List<Path> files = filesIn(path, written);
        List<Path> sources = files.stream().filter(file -> file.toString().endsWith(SOURCE)).toList();
        int before = found;
        for (Path file : files) {
            if (file.toString().endsWith(CLASS)) {
                try (InputStream in = Files.newInputStream(file)) {
                    add(path.relativize(file).toString().replace('\\', '/'), in, written);
                }
            }
        }
        if (found == before && !sources.isEmpty()) {
            compile(sources, written);
        }
        requireSome(before, written);
    }

    private static List<Path> filesIn(Path path, String written) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> files = all.filter(Files::isRegularFile).limit(MOST_FILES + 1L).sorted().toList();
            if (files.size() > MOST_FILES) {
                throw new WrongUse("'" + written + "' has more than " + MOST_FILES + " files",
                        "name the folder of the classes alone");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(String name, InputStream in, String written) throws IOException {
        byte[] code = in.readNBytes((int) (MOST_BYTES - bytes) + 1);
        bytes += code.length;
        if (bytes > MOST_BYTES) {
            throw new WrongUse("'" + written + "' has more than 64 MiB of classes", "bring a smaller one");
        }
        String type = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
        if (!type.endsWith("module-info")) {
            classes.putIfAbsent(type, code);
            found++;
        }
    }

    private void requireSome(int before, String written) {
        if (found == before) {
            throw new WrongUse("there are no classes in '" + written + "'",
                    "name a jar, a folder of classes, or a folder of .java files");
        }
    }

    private void compile(List<Path> sources, String written) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new WrongUse("'" + written + "' holds sources, and this Java has no compiler",
                    "use a JDK, or bring the classes");
        }
        Path target = Files.createTempDirectory("peerlab-with");
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", target.toString(), "-proc:none", "-nowarn", "-g",
                    "-classpath", System.getProperty("java.class.path"));
            boolean isDone = compiler.getTask(new StringWriter(), files, said, options, null,
                    files.getJavaFileObjectsFromPaths(sources)).call();
            if (!isDone) {
                throw new WrongUse("'" + written + "' does not compile\n" + errors(said),
                        "repair it; nothing was run");
            }
            folder(target, written);
        } finally {
            remove(target);
        }
    }

    private static String errors(DiagnosticCollector<JavaFileObject> said) {
        List<String> lines = new ArrayList<>();
        said.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).limit(MOST_ERRORS)
                .forEach(error -> lines.add("  " + (error.getSource() == null ? ""
                        : Path.of(error.getSource().toUri()).getFileName() + ":" + error.getLineNumber()
                                + ": ")
                        + error.getMessage(Locale.ROOT).replace("\n", "\n    ")));
        return String.join("\n", lines);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static ProtocolProvider named(ProtocolProvider provider, String type) {
        if (provider.name() == null || provider.name().isBlank()) {
            throw new WrongUse("the protocol " + type + " has no name", "let name() answer with one word");
        }
        return provider;
    }

    /** What lies at the bottom of it. */
    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return CrashReport.nameOf(cause);
    }

    /** Those that are installed, and those among the classes. */
    private static Protocols protocols(Session session, BroughtClasses brought) {
        List<ProtocolProvider> all = new ArrayList<>(session.protocols().get().all());
        for (String name : brought.names()) {
            boolean isProvider = false;
            try {
                Class<?> type = brought.load(name);
                isProvider = ProtocolProvider.class.isAssignableFrom(type)
                        && !Modifier.isAbstract(type.getModifiers())
                        && Modifier.isPublic(type.getModifiers());
                if (isProvider) {
                    ProtocolProvider provider = (ProtocolProvider) type.getConstructor().newInstance();
                    all.add(named(provider, name));
                }
            } catch (ReflectiveOperationException | LinkageError e) {
                // whoever names a class is told; one that nobody names does not matter, but for protocols
                if (isProvider) {
                    session.terminal().warn(
                            "peerlab: the protocol " + name + " cannot be made: " + reason(e));
                }
            }
        }
        try {
            return new Protocols(all);
        } catch (IllegalArgumentException twice) {
            throw new WrongUse(twice.getMessage(), "give the one that you bring along another name");
        }
    }
}
