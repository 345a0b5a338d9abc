package peerlab.cli

import java.nio.file.Path

import peerlab.reports.export.ExportFormat
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The chapter of the guide on other tools: each command with an answer is run, and says what it says. */
@Timeout(120)
class OtherToolsChapterSpec extends Specification {

    static final String CHAPTER =
            Golden.ROOT.resolve('docs/guide/11-into-other-tools.md').toFile().getText('UTF-8')

    @TempDir
    Path folder

    def "every command of the chapter says what stands below it"() {
        given: 'the run that it begins with'
        def shell = new Shell(folder)
        shell.library = Golden.ROOT.resolve('scenarios/library')
        def blocks = (CHAPTER =~ /(?ms)^```\w*\n(.*?)^```$/).collect { it[1] }
        assert blocks[0].startsWith('./peerlab run too-few-copies --out out --record trace,messages')
        shell.call(blocks[0].strip().substring('./peerlab '.length()))

        when:
        def told = blocks.findAll { it.startsWith('$ ./peerlab ') }

        then:
        told.size() == 2
        told.each { block ->
            def words = (block.readLines()[0].substring('$ ./peerlab '.length()) =~ /"([^"]*)"|(\S+)/)
                    .collect { it[1] ?: it[2] }
            def answer = shell.run(words)
            assert answer.err() == ''
            assert answer.out().readLines() == block.readLines().drop(1)
        }

        and: 'the topology commands work too'
        shell.call('topology too-few-copies --diff 19s 21s').out().contains('  went 20: ')
    }

    def "the chapter names every format, and so does what runs leave"() {
        given:
        def outputs = Golden.ROOT.resolve('docs/outputs.md').toFile().getText('UTF-8')

        expect:
        ExportFormat.words().every { CHAPTER.contains("`$it`") && outputs.contains("`$it`") }
        ExportFormat.values().every { it.summary().contains(': ') }
    }
}
