package peerlab.dsl.write

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.dsl.Scenarios
import peerlab.dsl.grammar.Spelling

class RoundTripSpec extends Specification {

    @TempDir
    Path folder

    def 'what is said in #name is said again in the other language, and back'() {
        given: 'a copy of the file, beside those that it includes'
        def file = Written.copy(Scenarios.resource("parity/$name"), folder)
        def before = Written.runs(file)

        when: 'it is written in the other language, and that again in the first'
        def there = Written.inOtherLanguage(file, 'there')
        def back = Written.inOtherLanguage(there, 'back')

        then: 'both mean the same'
        [there, back].each { copy ->
            def runs = Written.runs(copy)
            assert runs.size() == before.size()
            assert [runs, before].transpose().every { Written.same(it[0], it[1]) }
        }

        and: 'the second way round changes nothing any more'
        Files.readString(Written.inOtherLanguage(back, 'there')) == Files.readString(there)

        where: 'the files are those that hold every word of the language'
        name << Written.names('parity')
    }
}
