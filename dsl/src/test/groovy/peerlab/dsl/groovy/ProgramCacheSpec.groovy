package peerlab.dsl.groovy

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

class ProgramCacheSpec extends Specification {

    static final String SCRIPT = "x = 2\nfor (i in 1..x) { " +
            "crash \"p\$i\", as: 'caf\u00e9 \uD83D\uDE00', k: x }\n" +
            'at(3.sec) { }\nstop at: (x / 0).s'

    @TempDir
    Path folder

    def "a script that was read before gives the same phrases, notes and errors"() {
        given: 'a script read once'
        def first = new ScriptReading(SCRIPT, [:], folder)

        when: 'it is read again'
        def second = new ScriptReading(SCRIPT, [:], folder)

        then: 'from one stored program, to the character'
        stored().size() == 1
        second.shown() == first.shown()
        second.places() == first.places()
        second.notes() == first.notes()
        second.notes().size() == 2
        second.errors() == first.errors()
        second.errors().size() == 1
    }

    def "what is stored is used, and Groovy's parser is left alone"() {
        given: 'a stored program under the name of another script'
        new ScriptReading('seed 1', [:], folder)
        def program = stored()[0]
        def bytes = Files.readAllBytes(program)
        Files.delete(program)
        new ScriptReading('seed 2', [:], folder)
        Files.write(stored()[0], bytes)

        expect: 'that program is carried out'
        new ScriptReading('seed 2', [:], folder).shown() == ['seed 1']
    }

    def "a program that is not whole is made again"() {
        given: 'a stored program'
        new ScriptReading(SCRIPT, [:], folder)
        def bytes = Files.readAllBytes(stored()[0])

        when: 'it is damaged'
        Files.write(stored()[0], damage(bytes.clone()))

        then: 'nobody notices, and it is whole once more'
        new ScriptReading(SCRIPT, [:], folder).shown().size() == 3
        Files.readAllBytes(stored()[0]) == bytes

        where: 'ways to damage a file'
        damage << [{ new byte[0] }, { it[0..<20] as byte[] }, { it[0..-2] as byte[] }, { ('#' * 500).bytes },
                   { byte[] b -> b[100] = (byte) (b[100] + 1); b }]
    }

    def "a script with errors in its form is not stored"() {
        when: 'it is read'
        new ScriptReading('seed = 3', [:], folder)

        then: 'nothing is kept: its errors are found again each time'
        stored() == []
    }

    def "a folder that cannot be used changes nothing but the time"() {
        given: 'a file where the folder should be'
        def file = Files.writeString(folder.resolve('file'), 'x')

        expect: 'the script is read'
        new ScriptReading('seed 1', [:], file).shown() == ['seed 1']
        new ScriptReading('seed 1', [:], file.resolve('below')).shown() == ['seed 1']
    }

    def "another edition of Peerlab finds nothing"() {
        given: 'a program that one edition stored'
        def program = Node.of(Node.Kind.BLOCK, '', new Mark(1, 1, 1))
        new ProgramCache(Optional.of(folder), '1').store('text', program)

        expect: 'that edition alone finds it'
        new ProgramCache(Optional.of(folder), '1').find('text').get() == program
        new ProgramCache(Optional.of(folder), '2').find('text').isEmpty()
        new ProgramCache(Optional.empty(), '1').find('text').isEmpty()
    }

    def "the folder does not grow for ever"() {
        given: 'as many programs as are kept'
        (1..ProgramCache.PROGRAM_LIMIT).each { Files.writeString(folder.resolve("old${it}.script"), 'x') }

        when: 'one more is stored'
        new ScriptReading('seed 1', [:], folder)

        then: 'the older half is gone'
        stored().size() == ProgramCache.PROGRAM_LIMIT / 2 + 1
    }

    def "the usual folder is in the home of the user, or where the environment says"() {
        expect: 'an empty name keeps nothing'
        CacheFolder.usual(environment, home) == usual

        where: 'environments and homes'
        environment             | home || usual
        [:]                     | '/h' || Optional.of(Path.of('/h/.cache/peerlab/scripts'))
        [PEERLAB_CACHE: '/tmp'] | '/h' || Optional.of(Path.of('/tmp/scripts'))
        [PEERLAB_CACHE: ' ']    | '/h' || Optional.empty()
        [:]                     | ''   || Optional.empty()
        [:]                     | null || Optional.empty()
    }

    def "a folder with an impossible name is none"() {
        expect: 'nothing is kept'
        CacheFolder.usual([PEERLAB_CACHE: '\0'], '/h').isEmpty()
    }

    private List<Path> stored() {
        Files.list(folder).withCloseable { it.toList() }
    }
}
