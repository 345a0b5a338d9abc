package peerlab.reports;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import peerlab.engine.RunResult;
import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.trace.BrokenTraceException;
import peerlab.reports.page.Encoding;
import peerlab.reports.page.ReportException;
import peerlab.reports.page.ReportPage;
import peerlab.reports.page.RunFiles;

/**
 * The folder that a run leaves. Every file is written under a temporary name and moved when all are whole;
 * {@code run.json} goes away first and comes back last, so that where it is, the run is complete. Files that
 * no earlier run wrote are never touched: the list of those that one did is kept in {@code .peerlab-run}.
 *
 * <p>Open it before the run, let the trace go into it, finish it with the result; closing it unfinished
 * leaves all as it was: no file stays and no folder that was made for it. It may be closed by another thread,
 * at any time: from then on nothing is written any more, and where it is being finished just then, closing
 * waits.
 */
public final class RunDirectory implements Closeable {

    static final String MANIFEST = "run.json";
    static final String TRACE = "trace.jsonl";
    static final String TOPOLOGY = "topology";
    static final String REPORT = ReportPage.FILE;
    static final String OWN_FILES = ".peerlab-run";
    /** Larger snapshots are written as JSON alone: no program that draws can take them. */
    static final int MOST_DRAWN_EDGES = 100_000;
    private static final String PART = ".part";
    /** What is made of a run besides what it writes itself: exports, by name or by folder. */
    private static final List<String> MADE_OF_IT = List.of("peers.json", "capture.pcapng",
            "spacetime.shiviz", "trace.perfetto.json", "topology.gexf", "conversation.mmd", "metrics.prom");
    private static final String IN_FOLDERS = "(" + TOPOLOGY + "|charts|csv)/[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final List<String> ALWAYS =
            List.of("verdicts.json", "metrics.json", "metrics.csv", MANIFEST, TRACE, REPORT);
    private static final String ELSEWHERE = RunDirectoryException.ELSEWHERE;

    private final Path folder;
    private final Machine machine;
    private final Set<String> earlier;
    /** Temporary files by the name that they are for. */
    private final Map<String, Path> parts = new LinkedHashMap<>();
    private final MadeFolders made = new MadeFolders();
    private boolean isClosed;

    private RunDirectory(Path folder, Machine machine, Set<String> earlier) {
        this.folder = folder;
        this.machine = machine;
        this.earlier = earlier;
    }

    /**
     * Prepares a folder, which is made if it is not there.
     *
     * @throws RunDirectoryException where it cannot be written to, or holds somebody else's files of these
     *     names
     */
    public static RunDirectory open(Path folder, Machine machine) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RunDirectoryException(folder, "it is a file, not a folder", ELSEWHERE, null);
        }
        try {
            RunDirectory directory = new RunDirectory(folder, machine, ownFiles(folder));
            for (String name : ALWAYS) {
                directory.refuseForeign(name);
            }
            directory.begin();
            return directory;
        } catch (IOException e) {
            throw RunDirectoryException.of(folder, e);
        }
    }

    /**
     * Goes to a folder once more, to put further files beside those that are there: what a run wrote stays.
     *
     * @throws RunDirectoryException where it cannot be written to
     */
    public static RunDirectory extend(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RunDirectoryException(folder, "it is a file, not a folder", ELSEWHERE, null);
        }
        try {
            RunDirectory directory = new RunDirectory(folder, Machine.here(), ownFiles(folder));
            directory.begin();
            return directory;
        } catch (IOException e) {
            throw RunDirectoryException.of(folder, e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Adds a file, which appears with all others. */
    public void add(String name, Content content) throws IOException {
        write(name, content);
    }

    /** Where the trace is as long as it has not appeared; it has to be closed before somebody reads it. */
    public Path traceSoFar() {
        return parts.get(TRACE);
    }

    /** Lets appear what was added to a folder that was extended. */
    public synchronized void finishExtending() throws IOException {
        try {
            Set<String> all = new TreeSet<>(earlier);
            all.addAll(parts.keySet());
            list(folder, all);
            for (Map.Entry<String, Path> part : parts.entrySet()) {
                move(part.getValue(), folder.resolve(part.getKey()));
            }
            parts.clear();
            made.keep();
        } catch (IOException e) {
            throw RunDirectoryException.of(folder, e);
        }
    }

    private void begin() throws IOException {
        try {
            made.make(folder);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Where the trace goes while the run goes on; to be closed before {@link #finish}. */
    public OutputStream openTrace() throws IOException {
        OutputStream out = new WriteBehind(create(TRACE));
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                try {
                    out.write(bytes, from, count);
                } catch (IOException e) {
                    throw RunDirectoryException.of(folder.resolve(TRACE), e);
                }
            }

            @Override
            public void close() throws IOException {
                try {
                    out.close();
                } catch (IOException e) {
                    throw RunDirectoryException.of(folder.resolve(TRACE), e);
                }
            }
        };
    }

    /** Finishes a run of whose messages nobody says what they look like on a wire. */
    public void finish(RunResult result) throws IOException {
        finish(result, Encoding.NONE);
    }

    /** Writes what came of the run, and lets all of it appear. */
    public synchronized void finish(RunResult result, Encoding encoding) throws IOException {
        write("verdicts.json", out -> VerdictsJson.write(result, out));
        write("metrics.json", out -> MetricsJson.write(result.metrics(), out));
        write("metrics.csv", out -> MetricsCsv.write(result.metrics(), out));
        List<String> files = FileNames.of(result.snapshots().stream().map(NamedTopology::name).toList());
        for (int i = 0; i < files.size(); i++) {
            NamedTopology snapshot = result.snapshots().get(i);
            String stem = TOPOLOGY + "/" + files.get(i);
            write(stem + ".json", out -> TopologyJson.write(snapshot, out));
            if (snapshot.topology().edges().size() <= MOST_DRAWN_EDGES) {
                write(stem + ".graphml", out -> TopologyGraphml.write(snapshot, out));
                write(stem + ".dot", out -> TopologyDot.write(snapshot, out));
            }
        }
        write(MANIFEST, out -> new RunJson(machine).write(result, out));
        write(REPORT, new ReportPage(RunFiles.of(folder, parts), encoding)::write);
        try {
            appear();
        } catch (IOException e) {
            throw RunDirectoryException.of(folder, e);
        }
    }

    /**
     * Writes the page of a run that is whole, again or for the first time; in the folder itself it becomes
     * one of the run's own files.
     *
     * @throws peerlab.reports.page.ReportException where the folder holds no whole run
     */
    public static void report(Path folder, Path target, Encoding encoding) throws IOException {
        ReportPage page = new ReportPage(RunFiles.in(folder), encoding);
        Path part = target.resolveSibling("." + target.getFileName() + PART);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                page.write(out);
            }
            move(part, target);
            Set<String> own = ownFiles(folder);
            if (target.equals(folder.resolve(REPORT)) && own.add(REPORT)) {
                list(folder, new TreeSet<>(own));
            }
        } catch (ReportException | BrokenTraceException e) {
            throw e;
        } catch (IOException e) {
            throw RunDirectoryException.of(target, e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Removes what was not finished. */
    @Override
    public synchronized void close() throws IOException {
        isClosed = true;
        for (Path part : parts.values()) {
            Files.deleteIfExists(part);
        }
        parts.clear();
        made.close();
    }

    private void appear() throws IOException {
        Set<String> all = new LinkedHashSet<>(earlier);
        all.addAll(parts.keySet());
        list(folder, all);
        Files.deleteIfExists(folder.resolve(MANIFEST));
        for (String name : earlier) {
            if (!parts.containsKey(name)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
        for (Map.Entry<String, Path> part : parts.entrySet()) {
            if (!part.getKey().equals(MANIFEST)) {
                move(part.getValue(), folder.resolve(part.getKey()));
            }
        }
        move(parts.get(MANIFEST), folder.resolve(MANIFEST));
        list(folder, new TreeSet<>(parts.keySet()));
        parts.clear();
        made.keep();
    }

    private static void list(Path folder, Set<String> names) throws IOException {
        Path part = folder.resolve(OWN_FILES + PART);
        try {
            Files.writeString(part, String.join("\n", names) + "\n");
            move(part, folder.resolve(OWN_FILES));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(String name, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(create(name), 1 << 16)) {
            content.writeTo(out);
        } catch (UncheckedIOException e) {
            throw RunDirectoryException.of(folder.resolve(name), e.getCause());
        } catch (IOException e) {
            throw RunDirectoryException.of(folder.resolve(name), e);
        }
    }

    private synchronized OutputStream create(String name) throws IOException {
        if (isClosed) {
            throw new IllegalStateException(folder + " is closed; '" + name + "' cannot go into it");
        }
        Path target = folder.resolve(name);
        try {
            refuseForeign(name);
            made.make(target.getParent());
            Path part = target.resolveSibling("." + target.getFileName() + PART);
            OutputStream out = Files.newOutputStream(part);
            parts.put(name, part);
            return out;
        } catch (IOException e) {
            throw RunDirectoryException.of(target, e);
        }
    }

    private void refuseForeign(String name) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !earlier.contains(name)) {
            throw new RunDirectoryException(target, "it is there, and no run of Peerlab wrote it",
                    "move it away, or " + ELSEWHERE, null);
        }
    }

    private static Set<String> ownFiles(Path folder) throws IOException {
        Path list = folder.resolve(OWN_FILES);
        Set<String> own = new LinkedHashSet<>();
        if (Files.isRegularFile(list)) {
            for (String line : new String(Files.readAllBytes(list), StandardCharsets.UTF_8).split("\n")) {
                if (ALWAYS.contains(line) || MADE_OF_IT.contains(line) || line.matches(IN_FOLDERS)) {
                    own.add(line);
                }
            }
        }
        return own;
    }

    /** What goes into a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
