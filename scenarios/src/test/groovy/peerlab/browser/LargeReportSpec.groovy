package peerlab.browser

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import peerlab.cli.Shell

/**
 * Whether the report of a large network can be used, by the clock of the machine, which is why no build runs
 * it: {@code mvn -B -pl scenarios -am test -Dtest=LargeReportSpec -Dsurefire.failIfNoSpecifiedTests=false
 * -Dbrowser.peers=10000}.
 */
@Requires(value = { LargeReportSpec.PEERS > 0 && Browser.IS_THERE },
        reason = 'it is asked for by -Dbrowser.peers')
class LargeReportSpec extends Specification {

    static final int PEERS = Integer.getInteger('browser.peers', 0)
    static final List<String> VIEWS = ['topology', 'spacetime', 'messages', 'algorithm', 'charts', 'verdict']
    /** Slower than this, and one sees pictures and no movement. */
    static final int FRAMES_A_SECOND = 10
    /** What is answered within a second does not interrupt a thought (Nielsen 1993). */
    static final int ANSWER_MILLIS = 1_000
    static final String SCENARIO = '''
        scenario: A large network is looked at
        peers: { count: %d, run: kademlia, start: converged }
        network:
          latency: 20ms..80ms
        timeline:
          - { at: 1s, put: 200 keys, every: 10ms }
          - { during: 5s..60s, get: any key, from: any peer, every: 10ms }
          - { at: 30s, crash: any 20%%, as: the crash }
        stop: { at: 60s }
        '''.stripIndent()

    @Shared
    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    Browser browser = PEERS > 0 && Browser.IS_THERE ? new Browser() : null

    def "a report of very many peers plays, is scrubbed and searched, and every view opens"() {
        given: 'a run of Kademlia, of which everything is kept'
        Files.writeString(folder.resolve('large.yaml'), String.format(SCENARIO, PEERS))
        new Shell(folder).run(['run', 'large.yaml', '--quiet', '--out', 'large',
                '--record', 'trace,messages,snapshots'])
        def page = folder.resolve('large/report.html')

        when: 'it is opened at the network'
        def opened = millis {
            browser.open(page, 'view=topology&t=29')
            browser.await { browser.isDrawn('.stage canvas') }
        }
        def heap = browser.run('return performance.memory.usedJSHeapSize') as long

        and: 'it plays for three seconds, past the crash'
        browser.one('#timebar .play').click()
        def frames = inPage('''const began = performance.now(); let frames = 0;
            const next = now => { frames++; now - began < 3000 ? requestAnimationFrame(next)
                : done(frames * 1000 / (now - began)); };
            requestAnimationFrame(next);''')
        browser.one('#timebar .play').click()

        and: 'it is scrubbed, and a peer is looked for'
        def scrubbed = inPage('''const bar = document.querySelector('#timebar input[type=range]');
            const times = []; let i = 0;
            const step = () => { if (i === 20) return done(Math.max(...times));
                const began = performance.now(); bar.value = bar.max * i++ / 20;
                bar.dispatchEvent(new Event('input', { bubbles: true }));
                requestAnimationFrame(() => setTimeout(() => {
                    times.push(performance.now() - began); step(); })); };
            step();''')
        def searched = inPage("""const box = document.querySelector('main input[type=search]');
            const began = performance.now(); box.value = 'p$PEERS';
            box.dispatchEvent(new Event('input', { bubbles: true }));
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));""")
        def found = browser.text('.side h2')

        and: 'each view is opened'
        def views = VIEWS.collectEntries { view ->
            [view, inPage("""const began = performance.now(); document.querySelector('#tab-$view').click();
                requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));""")]
        }
        println "LargeReportSpec: $PEERS peers, ${Files.size(page) >> 10} KiB: ready after ${opened} ms, " +
                "${heap >> 20} MiB of heap; ${frames.round(1)} frames a second while it plays; " +
                "scrubbing takes at most ${scrubbed.round()} ms, searching ${searched.round()} ms; views " +
                views.collect { "$it.key ${it.value.round()} ms" }.join(', ')

        then: 'it moves, and answers'
        frames >= FRAMES_A_SECOND
        scrubbed < ANSWER_MILLIS
        searched < ANSWER_MILLIS
        found == "p$PEERS"
        views.every { it.value < ANSWER_MILLIS }
        browser.complaints() == []
    }

    private double inPage(String script) {
        browser.driver.executeAsyncScript('const done = arguments[arguments.length - 1];' + script) as double
    }

    private static long millis(Closure<?> what) {
        def began = System.nanoTime()
        what()
        (System.nanoTime() - began).intdiv(1_000_000)
    }
}
