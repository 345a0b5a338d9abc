package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

/** The chapter of the guide on caches: each command of it is run, and says what the chapter says. */
class CachesChapterSpec extends Specification {

    static final String CHAPTER = Golden.ROOT.resolve('docs/guide/08-caches.md').toFile().getText('UTF-8')
    static final String OWN = 'scenarios/src/test/java/my/RecentlyUsed.java'

    @TempDir
    Path folder

    def "every command of the chapter says what stands below it"() {
        given: 'the files that it names, the trace as the chapter shows it'
        def shell = new Shell(folder)
        shell.file('belady.csv', blocks('').find { it.startsWith('time,key,size') })
        shell.file('keys.txt', (1..1000).collect { "key-$it\n" }.join(''))
        Files.copy(Golden.ROOT.resolve(OWN), folder.resolve('RecentlyUsed.java'))
        def commands = blocks('').findAll { it.startsWith('$ ./peerlab ') }

        expect: 'so many that a change of form would be noticed, and each as it is told'
        commands.size() >= 11
        commands.each { block ->
            def line = block.readLines()[0].substring('$ ./peerlab '.length())
            def parts = line.split(/ \| tail -/)
            def answer = shell.run(parts[0].replace("'", '').split(' ').toList())
            def said = answer.out().readLines()
            assert [line, answer.code(), answer.err()] == [line, 0, '']
            assert (parts.length > 1 ? said.takeRight(parts[1] as int) : said) == block.readLines().drop(1)
        }
    }

    def "the policy in the chapter is the one that is run"() {
        given: 'both, up to their indentation'
        def source = plain(Golden.ROOT.resolve(OWN).toFile().getText('UTF-8'))

        expect: 'each piece in it'
        blocks('java').size() == 1
        blocks('java').every { source.contains(plain(it)) }
    }

    private static List<String> blocks(String language) {
        (CHAPTER =~ /(?ms)^```(\w*)\n(.*?)^```$/).collect { it }.findAll { it[1] == language }*.get(2)
    }

    private static String plain(String text) {
        text.readLines()*.strip().findAll().join('\n')
    }
}
