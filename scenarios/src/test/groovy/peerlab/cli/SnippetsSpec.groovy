package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import my.RecentlyUsed
import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.dsl.use.Classes
import peerlab.engine.protocol.Protocols
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * Every piece between fences in the README and in the guide: code stands in a file that a spec runs, or is
 * read by itself; a command works; what is shown as an answer is one.
 */
@Timeout(300)
class SnippetsSpec extends Specification {

    static final List<String> PAGES = ['README.md'] + Golden.ROOT.resolve('docs/guide').toFile().list()
            .findAll { it ==~ /\d\d-.*\.md/ }.sort().collect { "docs/guide/$it".toString() }

    /** Where files lie that are run: the shipped scenarios, and what the specs of this module bring along. */
    static final List<String> SOURCES = ['scenarios/library', 'scenarios/src/test/java/my',
            'scenarios/src/test/groovy/my', 'scenarios/src/test/resources/guide']

    /** Commands that another spec runs, because they need what is not here. */
    static final Map<String, String> ELSEWHERE = [
            'run shrugs.yaml --with my-classes': 'PeersThatLieSpec: a class of one\'s own',
            'memcached ': 'MemcachedCommandSpec: servers',
            'replay ': 'CachesChapterSpec: its traces',
            'place ': 'CachesChapterSpec: its keys',
            'trace out ': 'OtherToolsChapterSpec: the run that it is about']

    @TempDir
    @Shared
    Path folder

    @Shared
    Map<String, List<String>> told = [:]

    def "#page: each piece of code stands in a file that is run, or can be read as it is"() {
        given: 'lines without what blanks and line ends make of them'
        def sources = SOURCES.collectMany { Golden.ROOT.resolve(it).toFile().listFiles().toList() }
                .findAll { it.file }.collect { lines(it.getText('UTF-8')) }

        expect:
        blocks(page).findAll { it.language in ['groovy', 'java', 'yaml', 'csv'] }
                .findAll { block -> !sources.any { isWithin(lines(block.text), it) } && !isRead(block) }
                .empty

        where:
        page << PAGES
    }

    def "#page: each command of Peerlab's works"() {
        expect: 'a pass or a fail; for a wrong scenario or command line it would be 3'
        commands(page).collectEntries { [it, code(it)] }.findAll { !(it.value in ['0', '1']) } == [:]

        where:
        page << PAGES
    }

    def "#page: what is shown as an answer is what one of its commands says"() {
        given: 'all that the commands of the page say, those within a sentence among them'
        def said = (commands(page) + inText(page)).unique().collect { answer(it) }
        def answers = blocks(page).findAll { it.language in ['', 'text'] && !isElsewhere(it.text) }
                .collect { it.text.readLines().findAll { !(it =~ /^(\$ |\.\/peerlab )/) && it.strip() } }
                .findAll { it && !isDrawn(it) }

        expect:
        answers.findAll { shown -> !said.any { isWithin(shown.collect { plain(it) }, it) } } == []

        where:
        page << PAGES
    }

    def "the pages are there, with so much between fences that a change of form would be noticed"() {
        expect:
        PAGES.size() >= 12
        PAGES.sum { blocks(it).size() } >= 90
        PAGES.sum { commands(it).size() } >= 18
    }

    record Block(String language, String text) {
    }

    private static String text(String page) { Golden.ROOT.resolve(page).toFile().getText('UTF-8') }

    private static List<Block> blocks(String page) {
        (text(page) =~ /(?ms)^```(\w*)\n(.*?)^```$/)
                .collect { new Block(it[2].startsWith("use '") ? 'groovy' : it[1], it[2]) }
    }

    /** What stands behind ./peerlab on lines of their own, but for what another spec runs. */
    private static List<String> commands(String page) {
        blocks(page).findAll { it.language in ['', 'sh'] }.collectMany { it.text.readLines() }
                .findAll { it ==~ /(\$ )?\.\/peerlab .*/ }
                .collect { it.replaceFirst(/^.*?peerlab /, '').strip() }
                .findAll { command -> !ELSEWHERE.keySet().any { command.startsWith(it) } }
    }

    /** Commands within a sentence that tell of one shipped scenario. */
    private static List<String> inText(String page) {
        (text(page) =~ /`\.\/peerlab ((?:run|explain) [a-z-]+(?: --set \S+)*)`/).collect { it[1] }
    }

    private String code(String command) { told(command)[0] }

    private List<String> answer(String command) { told(command).drop(1) }

    /** The code of a command, and what it says, line by line; it is run once. */
    private List<String> told(String command) {
        told.computeIfAbsent(command) {
            def shell = new Shell(folder)
            shell.library = Golden.ROOT.resolve('scenarios/library')
            def words = (command.replaceAll(/scenarios\/library\/([a-z-]+)\.\w+/, '$1') =~ /'([^']*)'|(\S+)/)
                    .collect { it[1] ?: it[2] }
            def answer = shell.run(words)
            ["$answer.code".toString()] + answer.out().readLines().collect { plain(it) }.findAll()
        }
    }

    private static boolean isElsewhere(String text) {
        ELSEWHERE.keySet().any { text.startsWith("\$ ./peerlab $it") || text.startsWith("./peerlab $it") } ||
                text.startsWith('memcached 1.') || text.startsWith('time,key,size')
    }

    /** A picture of what an operator means: ExpectationsChapterSpec reads those. */
    private static boolean isDrawn(List<String> lines) {
        lines.every {
            it ==~ /[ .T|w\-AB]*( +(holds|fails|inconclusive).*)?|\s+(after +until|m +m\+w.*|end)\s*/
        }
    }

    /** True where lines follow each other in a text, others between them or not; long ones may be cut. */
    private static boolean isWithin(List<String> piece, List<String> whole) {
        int at = 0
        whole.each {
            def next = at < piece.size() ? piece[at] : null
            at += it == next || next && next.length() > 60 && it.startsWith(next) ? 1 : 0
        }
        return at == piece.size()
    }

    private static List<String> lines(String text) { text.readLines().collect { plain(it) }.findAll() }

    /** With single blanks, without where the file lies and how long it took. */
    private static String plain(String line) {
        line.strip().replaceAll("'?\\Q${Golden.ROOT}\\E(/[\\w./-]+)'?", '$1')
                .replaceAll(/\s+/, ' ').replaceAll(/simulated in [\d.]+ m?s$/, 'simulated')
                .replaceAll(/[~\w.\/-]*\/([a-z-]+)\.(groovy|yaml)/, '$1')
                .replaceAll(/([a-z-]+)\.(groovy|yaml)/, '$1')
                .replaceFirst(/ [a-z-]+:\d+$/, '')
    }

    /** True for statements, or steps, that a scenario takes in as they stand. */
    private boolean isRead(Block block) {
        if (block.language != 'groovy') {
            return false
        }
        def isStatement = block.text ==~ /(?s)\s*(network|timeline|expect|use)\b.*/
        def file = folder.resolve('piece.groovy')
        Files.writeString(folder.resolve('sessions.csv'), 'time,peer,state\n1,p1,down\n')
        Files.writeString(file, """\
            scenario 'A piece of the guide'
            peers 12, run: 'kademlia', start: 'converged'
            peers 3, as: ${isStatement ? "'cache', run: 'cache-ring'" : "'eu', run: 'kademlia'"}
            ${isStatement ? block.text : "timeline {\n$block.text\n}"}
            stop at: 20.min
            """)
        def mine = new Classes() {
            @Override
            Class<?> load(String name) { RecentlyUsed }

            @Override
            List<String> names() { [] }
        }
        def loaded = new ScenarioLoader(Protocols.installed(), Optional.empty(), mine)
                .load(file, LoadOptions.NONE)
        assert !loaded.hasErrors(): loaded.render(false)
        return true
    }
}
