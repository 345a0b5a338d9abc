package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import com.networknt.schema.InputFormat
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import spock.lang.Specification
import spock.lang.TempDir

class ReportSpec extends Specification {

    @TempDir
    Path folder

    def "the data of a report of #file with #record keeps to its schema"() {
        given: 'the schema as it is documented'
        def schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new File('../docs/report-data.schema.json').text)

        when: 'a run has left its page'
        def page = PageOfRun.shipped(file, folder.resolve('out'), record)
        def json = page.toFile().getText('UTF-8').split('<script type="application/json" id="data">')[1]
                .split('</script>')[0]

        then: 'nothing is against it'
        schema.validate(json, InputFormat.JSON)*.message == []

        where: 'with all there is, with messages alone, with nothing'
        file                     | record
        'a-region-fails.groovy'  | null
        'first-contact.groovy'   | 'trace,messages,snapshots'
        'hinted-hand-off.groovy' | 'messages'
        'bad-times.groovy'       | 'trace'
    }

    def "a report is drawn again, the same, in its place or elsewhere"() {
        given: 'a run'
        def page = PageOfRun.shipped('first-contact.groovy', folder.resolve('out'), 'trace')
        def first = page.toFile().bytes

        when: 'the page is gone'
        Files.delete(page)
        def answer = new Shell(folder).call('report out')

        then: 'it is there again'
        answer.code() == 0
        answer.out() ==~ /wrote out\/report\.html, .*\n/
        answer.err() == ''
        page.toFile().bytes == first

        when: 'it is there already, and is wanted elsewhere too'
        def again = new Shell(folder).call('report out/')
        def elsewhere = new Shell(folder).call('report out --out page.html')

        then: 'both are the same'
        again.code() == 0
        elsewhere.out().startsWith('wrote page.html, ')
        folder.resolve('page.html').toFile().bytes == first
        folder.toFile().list().sort() == ['out', 'page.html']

        and: 'a later run may replace it'
        new Shell(folder).run(['run', "$LIBRARY/first-contact.groovy".toString(), '--out', 'out']).code() == 0
    }

    def "a run without a trace has a report that says what is missing"() {
        given: 'a run that recorded nothing'
        PageOfRun.shipped('first-contact.groovy', folder.resolve('out'), null)
        def answer = new Shell(folder).call('report out')

        expect: 'and how to get it'
        answer.code() == 0
        answer.err() == 'the run kept no trace: messages, steps and lives of peers are missing; ' +
                'run it again with --record trace,messages,snapshots\n'
    }

    def "'#line' is a wrong command line"() {
        given: 'two runs in a folder, a file, and a folder with nothing of ours'
        ['a', 'b'].each {
            Files.createDirectories(folder.resolve("many/$it"))
            Files.writeString(folder.resolve("many/$it/run.json"), '{}')
        }
        Files.createDirectories(folder.resolve('empty'))
        Files.writeString(folder.resolve('notes.txt'), 'mine')
        Files.createDirectories(folder.resolve('whole'))
        Files.writeString(folder.resolve('whole/run.json'), '{"x')
        def answer = new Shell(folder).call(line)

        expect: 'what is wrong, and the remedy'
        answer.code() == 3
        answer.out() == ''
        answer.err() == "peerlab: $complaint\n         = $remedy\n"

        and: 'nothing is changed'
        Files.readString(folder.resolve('notes.txt')) == 'mine'

        where: 'no run, several, something else'
        line                            | complaint                                                     | remedy
        'report'                        | 'peerlab report needs a run directory'                        | 'write peerlab report DIR, after peerlab run FILE --record trace --out DIR'
        'report a b'                    | 'peerlab report takes one run, found a b'                     | 'leave out all but one'
        'report nowhere'                | "there is no folder 'nowhere'"                                | 'make it: peerlab run FILE --record trace,messages,snapshots --out nowhere'
        'report notes.txt'              | "'notes.txt' is a file, not a run directory"                  | 'name the folder that run --out has left'
        'report empty'                  | "'empty' holds no whole run: there is no run.json"            | 'name a folder that run --out has left'
        'report many'                   | "'many' holds no whole run: there is no run.json"             | 'name one of the runs in it: a, b'
        'report many/a --out notes.txt' | "there is a file 'notes.txt' already, and it is no report"    | 'move it away, or name another with --out FILE'
        'report many/a --out many'      | "'many' is a folder"                                          | 'name a file in it'
        'report many/a'                 | "'~/many/a' holds no whole run: there is no verdicts.json"    | 'run the scenario again'
        'report whole'                  | "'~/whole/run.json' is no JSON that Peerlab wrote"            | 'run the scenario again'
    }

    def "a place that cannot be written is told"() {
        given: 'a run, and a folder that is not there'
        PageOfRun.shipped('first-contact.groovy', folder.resolve('out'), null)
        def answer = new Shell(folder).call('report out --out missing/page.html')

        expect: 'a complaint without a stack trace'
        answer.code() in [3, 4]
        answer.err().startsWith('peerlab: cannot write ~/missing/page.html: ')
    }

    static final Path LIBRARY = Path.of('library').toAbsolutePath()
}
