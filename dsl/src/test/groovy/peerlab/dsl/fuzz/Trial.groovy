package peerlab.dsl.fuzz

import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern

import com.sun.management.ThreadMXBean
import groovy.transform.CompileStatic

import peerlab.dsl.Loaded
import peerlab.dsl.Scenarios
import peerlab.dsl.diagnostic.Diagnostic
import peerlab.dsl.diagnostic.Source
import peerlab.dsl.grammar.Spelling
import peerlab.dsl.write.Conversion
import peerlab.dsl.write.Written
import peerlab.engine.spec.ScenarioSpec

/** Loads one file after the other, on a thread of its own, and judges what is said of each. */
@CompileStatic
class Trial {

    /** Of the processor, not of the clock: who shares the machine changes no verdict. */
    static final long MOST_NANOS = 5_000_000_000L
    /** Allocated, and mostly given back at once: for a file, and for each of its bytes. */
    static final long MOST_BYTES = 512L << 20
    static final long MOST_BYTES_EACH = 64L << 10

    private static final Pattern OURS = ~/peerlab\.|java\.(lang|util)|Exception\b/
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.threadMXBean

    final Path folder
    int right
    int converted
    long nanos
    long bytes

    Trial(Path folder) {
        this.folder = folder
    }

    /** What is wrong with how this file was taken; null where nothing is. */
    String complaint(byte[] content, String ending) {
        Path file = Files.write(folder.resolve("scenario$ending"), content)
        long id = Thread.currentThread().id
        long began = THREADS.currentThreadCpuTime
        long allocated = THREADS.getThreadAllocatedBytes(id)
        String found = quietly(file)
        nanos = THREADS.currentThreadCpuTime - began
        bytes = THREADS.getThreadAllocatedBytes(id) - allocated
        return found != null ? found
                : nanos > MOST_NANOS ? "it took ${nanos.intdiv(1_000_000)} ms" as String
                : bytes > MOST_BYTES + content.length * MOST_BYTES_EACH
                ? "it took ${bytes >> 20} MiB" as String : null
    }

    /** What is wrong, or what somebody printed past the answer. */
    private String quietly(Path file) {
        PrintStream usual = System.err
        ByteArrayOutputStream printed = new ByteArrayOutputStream()
        System.err = new PrintStream(printed, true)
        try {
            String found = judged(file)
            String past = printed.toString().readLines().find { !it.startsWith('SLF4J') }
            return found ?: past == null ? found : "it printed: $past" as String
        } finally {
            System.err = usual
        }
    }

    private String judged(Path file) {
        try {
            Loaded loaded = Scenarios.load(file)
            String said = loaded.render(false)
            if (loaded.runs().isEmpty() != loaded.hasErrors()) {
                return "${loaded.runs().size()} runs, and errors: ${loaded.hasErrors()}"
            }
            String misplaced = loaded.diagnostics().findResult { misplaced(it, loaded) }
            if (misplaced != null) {
                return misplaced
            }
            String named = loaded.diagnostics()*.message().find { it =~ OURS && !(it =~ /no scenario/) }
            if (named != null && !(Files.readString(file) =~ OURS)) {
                return "a class is named: $named"
            }
            return loaded.runs() ? roundTrip(file, loaded) : said.isEmpty() ? 'errors without words' : null
        } catch (Throwable thrown) {
            StringWriter text = new StringWriter()
            thrown.printStackTrace(new PrintWriter(text))
            return text.toString().readLines().take(25).join('\n')
        }
    }

    private static String misplaced(Diagnostic diagnostic, Loaded loaded) {
        def place = diagnostic.place()
        if (!place.isKnown()) {
            return null
        }
        Source source = loaded.sources()[place.file()]
        if (source == null) {
            boolean isElsewhere = place.file() == '--set' || place.file() =~ /\.(csv|jsonl|txt)$/
            return isElsewhere ? null : "in '${place.file()}', which was not read: ${diagnostic.message()}"
        }
        // what separates lines for Java is more than what does for the languages
        int lines = source.text().split('\r\n|\r|\n', -1).length
        boolean isInside = place.line() <= lines && place.column() >= 1 && place.length() >= 1
        String shown = "${place.line()}:${place.column()}+${place.length()}"
        return isInside ? null : "a place outside: $shown of $lines lines: ${diagnostic.message()}"
    }

    /** The other language says the same, as far as every scenario without errors can be written in it. */
    private String roundTrip(Path file, Loaded loaded) {
        right++
        boolean isGroovy = file.toString().endsWith('.groovy')
        Spelling to = isGroovy ? Spelling.YAML : Spelling.GROOVY
        Conversion.Converted other = Written.CONVERSION.of(file, to)
        if (other.text().isEmpty()) {
            return 'right, and cannot be converted: ' + other.diagnostics()
        }
        String name = isGroovy ? 'other.yaml' : 'other.groovy'
        Path there = Files.writeString(folder.resolve(name), other.text().get())
        Loaded again = Scenarios.load(there)
        if (again.hasErrors()) {
            return "right, and wrong when converted:\n${again.render(false)}\n${other.text().get()}"
        }
        converted++
        List<List<ScenarioSpec>> pairs = [again.runs(), loaded.runs()].transpose() as List<List<ScenarioSpec>>
        boolean isSame = again.runs().size() == loaded.runs().size()
                && pairs.every { Written.same(it[0], it[1]) }
        return isSame ? null : "means something else when converted:\n${other.text().get()}"
    }
}
