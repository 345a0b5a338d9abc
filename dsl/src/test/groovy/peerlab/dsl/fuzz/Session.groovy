package peerlab.dsl.fuzz

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

import groovy.transform.CompileStatic

import peerlab.engine.base.RandomSource

/** Many inputs one after the other, each from a stream of its own: each can be had again by its number. */
@CompileStatic
class Session {

    /** By the clock, for what never comes back: a single input. */
    static final long PATIENCE_SECONDS = 300

    /** So many complaints are enough to work on. */
    static final int MOST_COMPLAINTS = 20

    final Map<Integer, String> complaints = Collections.synchronizedMap(new LinkedHashMap<Integer, String>())
    private final Path kept
    private final Corpus corpus
    private final RandomSource root
    private final Trial trial
    private final AtomicInteger at = new AtomicInteger()
    private final int[] inLanguage = new int[2]
    private final List<List<Long>> slowest = []
    private final List<List<Long>> largest = []
    private final long[] nanos = new long[2]
    private long began = System.nanoTime()
    private long ended

    Session(Path folder, Path kept, Corpus corpus, long seed) {
        this.kept = kept
        this.corpus = corpus
        this.root = new RandomSource(seed)
        this.trial = new Trial(folder)
    }

    int getTried() { at.get() }

    int getRight() { trial.right }

    /** Inputs that were changed gently, and those of them that could run. */
    int gentle
    int gentleRight

    /** Tries the inputs 0, 1, ..., on a thread that can be given up. */
    void tryAll(int inputs) {
        Thread worker = new Thread({
            for (int i = 0; i < inputs && complaints.size() < MOST_COMPLAINTS; i++) {
                tryOne(i)
            }
        }, 'fuzz')
        worker.daemon = true
        worker.start()
        int seen = -1
        while (worker.alive) {
            worker.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))
            if (worker.alive && seen == at.get()) {
                complaints[seen] = "it hangs:\n${worker.stackTrace.take(40).join('\n')}" as String
                keep(seen)
                return
            }
            seen = at.get()
        }
        ended = System.nanoTime()
    }

    private void tryOne(int number) {
        Damage damage = damage(number)
        int rightBefore = trial.right
        String found = trial.complaint(content(damage, number), ending(number))
        gentle += damage.gentle ? 1 : 0
        gentleRight += damage.gentle ? trial.right - rightBefore : 0
        at.incrementAndGet()
        inLanguage[number % 2]++
        nanos[number % 2] += trial.nanos
        note(slowest, trial.nanos.intdiv(1_000_000) as long, number)
        note(largest, trial.bytes >> 20, number)
        if (found != null) {
            complaints[number] = found
            keep(number)
        }
    }

    private static void note(List<List<Long>> most, long amount, long number) {
        most << [amount, number]
        most.sort { List<Long> entry -> -entry[0] }
        if (most.size() > 5) {
            most.remove(5)
        }
    }

    private Damage damage(int number) {
        new Damage(root.stream('input', number))
    }

    /** The same bytes for the same seed and number. */
    private byte[] content(Damage damage, int number) {
        Corpus.Files own = number % 2 == 0 ? corpus.yaml : corpus.groovy
        Corpus.Files foreign = number % 2 == 0 ? corpus.groovy : corpus.yaml
        return damage.of(own, foreign)
    }

    static String ending(int number) {
        number % 2 == 0 ? '.yaml' : '.groovy'
    }

    private void keep(int number) {
        Files.createDirectories(kept)
        Files.write(kept.resolve("input-$number${ending(number)}"), content(damage(number), number))
        Files.writeString(kept.resolve("input-${number}.txt"), complaints[number])
    }

    String summary() {
        """\
        ${tried} inputs: ${inLanguage[0]} in YAML, ${inLanguage[1]} in Groovy
        ${trial.right} could run, ${trial.converted} of them meant the same in the other language
        ${gentle} were changed gently, of which ${gentleRight} could run
        ${complaints.size()} complaints ${complaints.keySet()}
        ${seconds(ended - began)} s by the clock, of the processor ${seconds(nanos[0] + nanos[1])} s
        slowest in ms: ${slowest}, largest in MiB: ${largest}""".stripIndent()
    }

    private static long seconds(long nanos) {
        nanos.intdiv(1_000_000_000) as long
    }
}
