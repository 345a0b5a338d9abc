package peerlab.dsl.yaml

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.Scenarios
import peerlab.engine.base.SimTime
import peerlab.engine.spec.KeysSpec
import spock.lang.Specification
import spock.lang.TempDir

class YamlSafetySpec extends Specification {

    @TempDir
    Path folder

    def 'a bomb of aliases is refused at its first anchor, before anything is built'() {
        given: 'nine lists, each of nine references to the one before: 387 million elements'
        def bomb = 'a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n' +
                (1..8).collect { "a$it: &a$it [${(['*a' + (it - 1)] * 9).join(', ')}]" }.join('\n')

        when: 'it is loaded'
        def loaded = Scenarios.yaml(folder, bomb)

        then: 'the anchors and aliases are the errors'
        loaded.runs().empty
        loaded.render(false).contains("scenario.yaml:1:5: an anchor, '&a0'")
    }

    def 'lists that nest without end are refused'() {
        expect: 'one message'
        Scenarios.yaml(folder, 'a: ' + '[' * 5000).render(false).contains('nest more than 50 deep')
    }

    def 'a value that nests without end is refused'() {
        expect: 'one message at the place'
        Scenarios.yaml(folder, "seed: ${'(' * 5000}1\n").render(false).contains('nests more than 40 deep')
        Scenarios.yaml(folder, "seed: ${'-' * 5000}1\n").render(false).contains('nests more than 40 deep')
        Scenarios.yaml(folder, "seed: ${'1+' * 6000}1\n").render(false)
                .contains('a value of 12001 characters')
        seed('1+' * 4000 + '1').contains('more than 500 parts')
        stop('a.' * 4000 + 'b').contains('more than 500 parts')
        stop('a or ' * 1000 + 'b').contains('more than 500 parts')
        crash('except ' * 1000 + 'p1').contains('nests more than 40 deep')
        crash('any of ' * 1000 + 'p1').contains('nests more than 40 deep')
        crash('all' + ' except p1' * 900).contains('more than 500 parts')
    }

    private String seed(String number) {
        Scenarios.yaml(folder, "seed: $number\n").render(false)
    }

    private String stop(String condition) {
        Scenarios.yaml(folder, "stop: { when: $condition }\n").render(false)
    }

    private String crash(String who) {
        Scenarios.yaml(folder, "timeline:\n  - { at: 1s, crash: $who }\n").render(false)
    }

    def 'a tag never makes an object'() {
        expect: 'it is refused'
        Scenarios.yaml(folder, "seed: !!java.net.URL ['http://localhost']\n").render(false)
                .contains("a tag, '!!java.net.URL'")
        Scenarios.yaml(folder, 'peers: !mine { count: 5 }\n').render(false).contains("a tag, '!mine'")
    }

    def 'a file of a hundred megabytes is refused without being read to its end'() {
        given: 'a sparse file'
        def file = folder.resolve('huge.yaml')
        new RandomAccessFile(file.toFile(), 'rw').withCloseable { it.setLength(100L * 1024 * 1024) }

        expect: 'the limit is named'
        Scenarios.load(file).render(false).contains('the limit is 1 MiB')
    }

    def 'what is no text is refused: #what'() {
        given: 'a file of bytes'
        def file = Files.write(folder.resolve('wrong.yaml'), bytes as byte[])

        expect: 'the message says what it is not'
        Scenarios.load(file).render(false).contains(message)

        where: 'the bytes are no text for different reasons'
        what               | bytes                                          | message
        'a class file'     | [0xca, 0xfe, 0xba, 0xbe]                       | 'is not text in UTF-8'
        'zeros'            | [0x61, 0x3a, 0x00, 0x62]                       | 'is not text'
        'Latin-1'          | 'scenario: Übung'.getBytes('ISO-8859-1')       | 'save it as UTF-8'
        'a control code'   | [0x61, 0x3a, 0x20,
                0x07]                       | 'a character that no text contains'
    }

    def 'a file that is not there, a folder and a file of another kind are answered'() {
        given: 'a file with another ending'
        def note = Files.writeString(folder.resolve('note.txt'), 'scenario: A claim')

        expect: 'a message each'
        Scenarios.load(folder.resolve('none.yaml')).render(false).contains('there is no file')
        Scenarios.load(folder).render(false).contains('is a folder')
        Scenarios.load(note).render(false).contains('scenarios end in .yaml, .yml or .groovy')
    }

    def 'nothing of YAML 1.1 changes what a scalar says'() {
        given: 'scalars that YAML 1.1 takes for truths, octals, times and nulls'
        def text = '''\
            scenario: no
            seed: 010
            peers: { count: 012, run: kademlia }
            timeline:
              - { at: 1s, put: yes }
              - { at: 2s, put: null }
              - { at: 3s, put: "~" }
              - { at: 4s, put: 12:30:45-key }
              - { at: 5s, crash: p1, as: off }
            stop: { at: 90s }
            '''.stripIndent()

        when: 'they are loaded'
        def loaded = Scenarios.yaml(folder, text.readLines().findAll { !it.contains('12:30') }.join('\n'))
        def spec = Scenarios.only(loaded)

        then: 'each is the text that it is'
        spec.title() == 'no'
        spec.seed() == 10
        spec.peerCount() == 12
        spec.timeline()[0..2]*.action()*.keys()*.get() ==
                [new KeysSpec.Named('yes'), new KeysSpec.Named('null'), new KeysSpec.Named('~')]
        spec.timeline()[3].mark() == Optional.of('off')
    }

    def 'text in every style of YAML is read, and its places hold'() {
        given: 'conditions in quotes, over several lines, and in a block'
        def text = '''\
            scenario: >
              A claim
              over two lines
            peers: { count: 5, run: kademlia }
            expect:
              - at end: |
                  gets.failed == 0
                    and gets.faild == 0
              - at end: gets.failed == 0
                  and gets.faild == 0
              - { at end: 'gets.faild == 0' }
              - { at end: "gets.fai\\x6cd == 0" }
            stop: { at: 90s }
            '''.stripIndent()

        when: 'they are loaded'
        def loaded = Scenarios.yaml(folder, text)

        then: 'each error stands under its word; behind an escape, under the value'
        loaded.diagnostics()*.message().every { it == "unknown metric 'gets.faild'" }
        loaded.diagnostics().collect { [it.place().line(), it.place().column()] } ==
                [[8, 13], [10, 11], [11, 16], [12, 15]]
    }

    def 'a scenario over several lines has a title in one'() {
        expect: 'blanks where the line ends were'
        def title = 'scenario: >\n  A claim\n  over two lines\n'
        def text = title + 'peers: { count: 5, run: kademlia }\nstop: { at: 9s }\n'
        Scenarios.only(Scenarios.yaml(folder, text)).title() == 'A claim over two lines'
    }

    def 'letters outside the basic plane and a mark of byte order move no place'() {
        given: 'a title with an emoji, behind a byte order mark'
        def text = '\uFEFFscenario: 🚀 "lift" off\n' +
                'peers: { count: 5, run: kademlia, as: 🚀 }\nstop: { at: 9 }\n'
        def file = Files.write(folder.resolve('emoji.yaml'), text.getBytes(StandardCharsets.UTF_8))

        when: 'it is loaded'
        def loaded = Scenarios.load(file)

        then: 'the places are counted in characters of the line'
        loaded.diagnostics().collect { [it.place().line(), it.place().column()] } == [[2, 39], [3, 13]]
    }

    def 'a scenario in YAML loads no class of Groovy'() {
        given: 'a class loader that has everything but Groovy'
        def urls = System.getProperty('java.class.path').split(File.pathSeparator)
                .findAll { !new File(it).name.contains('groovy') && !new File(it).name.contains('spock') }
                .collect { new File(it).toURI().toURL() }
        def loader = new URLClassLoader(urls as URL[], ClassLoader.platformClassLoader)

        when: 'the example is loaded through it, with a protocol that nobody has'
        def protocols = loader.loadClass('peerlab.engine.protocol.Protocols').getConstructor(Collection)
                .newInstance([])
        def scenarioLoader = loader.loadClass('peerlab.dsl.ScenarioLoader')
        def none = loader.loadClass('peerlab.dsl.LoadOptions').getField('NONE').get(null)
        def instance = scenarioLoader.getConstructor(protocols.class).newInstance(protocols)
        def loaded = scenarioLoader.getMethod('load', Path, none.class)
                .invoke(instance, Scenarios.resource('examples/kademlia.yaml'), none)

        then: 'it is read to its end'
        loaded.render(false).contains("unknown protocol 'kademlia'")

        and: 'the same loader cannot read a scenario in Groovy: the proof that Groovy was not there'
        def error = null
        try {
            scenarioLoader.getMethod('load', Path, none.class)
                    .invoke(instance, Scenarios.resource('examples/kademlia.groovy'), none)
        } catch (java.lang.reflect.InvocationTargetException missing) {
            error = missing.cause
        }
        error instanceof NoClassDefFoundError

        cleanup:
        loader.close()
    }

    def 'the stop is a time when 90 s are'() {
        expect: 'a number and its unit'
        def text = 'scenario: A claim\npeers: { count: 5, run: kademlia }\nstop: { at: 1.5min }\n'
        Scenarios.only(Scenarios.yaml(folder, text)).stop().at() == new SimTime(90_000_000_000)
    }
}
