package peerlab.reports.page

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Requires
import spock.lang.Specification

/** The scripts of the page, by tests of their own: {@code node --test reports/src/test/js}. */
class PageScriptsSpec extends Specification {

    static final Path SCRIPTS = Path.of('src/main/resources/peerlab/reports/page')
    static final String NODE = node()

    @Requires(value = { PageScriptsSpec.NODE != null },
            reason = 'there is no node 20 or later: the tests of the scripts of the page were left out')
    def "the scripts keep to their tests"() {
        when: 'node runs them'
        def process = new ProcessBuilder(NODE, '--test', 'src/test/js/').redirectErrorStream(true).start()
        process.outputStream.close()
        def said = process.inputStream.getText('UTF-8')

        then: 'none fails, and there are some'
        process.waitFor() == 0
        (said =~ /(?m)^(?:#|ℹ) pass (\d+)/)[0][1].toInteger() > 50
        (said =~ /(?m)^(?:#|ℹ) fail (\d+)/)[0][1] == '0'
    }

    def "each script is short, and says what it is for"() {
        given: 'those that we wrote'
        def scripts = Files.list(SCRIPTS).withCloseable {
            it.toList().findAll { f -> f.toString() =~ /(?<!min)\.(js|css)$/ }.sort()
        }

        expect: 'fewer than 400 lines of at most 110 columns, a sentence first'
        scripts.size() > 20
        scripts.collectMany { file ->
            def lines = Files.readAllLines(file)
            def isStyle = file.toString().endsWith('.css')
            def long_ = lines.findAll { it.length() > (isStyle ? 140 : 110) }
                    .collect { "$file.fileName: $it".toString() }
            def first = isStyle || lines[0] ==~ /\/\/ [A-Z].*/
            long_ + (lines.size() < 400 ? [] : ["$file.fileName: ${lines.size()} lines".toString()]) +
                    (first ? [] : ["$file.fileName begins without a sentence".toString()])
        } == []
    }

    def "text is never made markup"() {
        expect: 'no script writes HTML'
        !(PageParts.script() =~ /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/)
    }

    private static String node() {
        def path = System.getenv('PATH').tokenize(File.pathSeparator).collect { new File(it, 'node') }
                .find { it.canExecute() }
        if (path == null) {
            return null
        }
        def version = [path.path, '--version'].execute().text
        version =~ /^v(2\d|[3-9]\d)\./ ? path.path : null
    }
}
