package peerlab.library

import java.nio.file.Files
import java.nio.file.Path

import peerlab.cli.Golden
import peerlab.cli.Shell
import spock.lang.Specification
import spock.lang.TempDir

/** The chapter of the guide on caches that share: what it shows is shipped, and what it runs passes. */
class SharingChapterSpec extends Specification {

    static final String CHAPTER =
            Golden.ROOT.resolve('docs/guide/09-caches-that-share.md').toFile().getText('UTF-8')

    @TempDir
    Path folder

    def "each piece of a scenario in it is one of a shipped scenario"() {
        given:
        def shipped = Shipped.files().collect { plain(Files.readString(it)) }

        expect:
        blocks('groovy').size() == 3
        blocks('groovy').every { piece -> shipped.any { it.contains(plain(piece)) } }
    }

    def "each command in it passes, and each scenario that it names is there"() {
        given: 'commands as one types them in the folder of the project'
        def commands = blocks('').findAll { it.startsWith('$ ./peerlab ') }
                .collect { it.substring('$ ./peerlab '.length()) }
        def named = (CHAPTER =~ /`(?:scenarios\/library\/)?([a-z-]+\.(?:groovy|yaml))`/).collect { it[1] }

        expect:
        commands.size() >= 4
        commands.every { new Shell(Golden.ROOT).call(it.strip()).code() == 0 }
        named.size() >= 8
        named.every { Files.exists(Shipped.FOLDER.resolve(it)) }
    }

    private static List<String> blocks(String language) {
        (CHAPTER =~ /(?ms)^```(\w*)\n(.*?)^```$/).collect { it }.findAll { it[1] == language }*.get(2)
    }

    private static String plain(String text) {
        text.readLines()*.strip().findAll().join('\n')
    }
}
