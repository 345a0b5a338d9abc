package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.engine.protocol.Protocols

class ConvertSpec extends Specification {

    static final String LIBRARY = System.getProperty('peerlab.root') + '/scenarios/library'

    @TempDir
    Path folder

    def "#name of the shipped scenarios means the same when it is converted, and converted back"() {
        given: 'the file, the other language, and what is replayed'
        def shell = new Shell(folder)
        new File(LIBRARY).listFiles().findAll { it.name.endsWith('.csv') }.each {
            shell.file(it.name, it.text)
        }
        def original = Path.of(LIBRARY, name)
        def (there, back) = name.endsWith('.groovy') ? ['x.yaml', 'y.groovy'] : ['x.groovy', 'y.yaml']

        when: 'it goes there and back'
        def answers = [shell.run(['convert', original.toString(), '--out', there]),
                shell.run(['convert', there, '--out', back])]

        then: 'both mean what the first does'
        answers*.code() == [0, 0]
        answers*.err() == ['', '']
        meaning(folder.resolve(there)) == meaning(original)
        meaning(folder.resolve(back)) == meaning(original)

        where: 'all of them'
        name << new File(LIBRARY).list().findAll { it =~ /\.(groovy|yaml)$/ }.sort()
    }

    def "a shipped scenario in Groovy is written as its YAML file is, line by line"() {
        expect: 'the words in the layout of the house'
        new Shell(folder).run(['convert', "$LIBRARY/${name}.groovy".toString()]).out() ==
                Files.readString(Path.of(LIBRARY, "${name}.yaml"))

        where: 'files that a person has laid out'
        name << ['kademlia', 'too-few-copies', 'churned-joins', 'partition-heals']
    }

    def "without --out it goes to the output, and --to lays out the same language"() {
        given:
        def shell = new Shell(folder)
        shell.file('a.yaml', 'scenario: A\nseed:   3\npeers: {count: 3, run: flood}\nstop: {at: 1s}\n')

        expect:
        shell.call('convert a.yaml').out() == "scenario 'A'\nseed 3\npeers 3, run: 'flood'\nstop at: 1.s\n"
        shell.call('convert a.yaml --to yaml').out() ==
                'scenario: A\nseed: 3\npeers: { count: 3, run: flood }\nstop: { at: 1s }\n'
    }

    def "a file that is there already is kept, unless --force says otherwise"() {
        given:
        def shell = new Shell(folder)
        shell.file('a.yaml', 'scenario: A\npeers: { count: 3, run: flood }\nstop: { at: 1s }\n')
        shell.file('b.groovy', 'mine')

        when:
        def refused = shell.call('convert a.yaml --out b.groovy')

        then:
        refused.code() == 3
        refused.err() == "peerlab: there is a file 'b.groovy' already\n         = --force replaces it\n"
        folder.resolve('b.groovy').toFile().text == 'mine'

        and:
        shell.call('convert a.yaml --out b.groovy --force').out() == 'wrote b.groovy\n'
        folder.resolve('b.groovy').toFile().text.startsWith("scenario 'A'")
    }

    def "a script with a loop is written out, with a note on the error stream"() {
        given:
        def shell = new Shell(folder)
        shell.file('a.groovy', '''\
            scenario 'A'
            peers 3, run: 'flood'
            timeline {
                for (i in 1..2) {
                    at(i.s) { crash "p$i" }
                }
            }
            stop at: 9.s
            '''.stripIndent())

        when:
        def answer = shell.call('convert a.groovy')

        then:
        answer.code() == 0
        answer.err().contains('~/a.groovy:4:5: note: written out: a loop')
        answer.out().contains('# written out: a loop\n  - { at: 1s, crash: p1 }\n  - { at: 2s, crash: p2 }\n')
    }

    def "a part that others include is converted, though it is no scenario"() {
        given:
        def shell = new Shell(folder)
        shell.file('wan.groovy', 'network { latency 50.ms }\n')

        expect:
        shell.call('convert wan.groovy').out() == 'network:\n  latency: 50ms\n'
        shell.call('convert wan.groovy').code() == 0
    }

    def "what is wrong in the file is told, and nothing is written"() {
        given:
        def shell = new Shell(folder)
        shell.file('a.yaml', text)

        when:
        def answer = shell.call('convert a.yaml --out b.groovy')

        then:
        answer.code() == 3
        answer.err().contains(said)
        !Files.exists(folder.resolve('b.groovy'))

        where:
        text                                                                  || said
        'scenario: A\npeers: { count: 3, rnu: flood }\nstop: { at: 1s }\n'    || "'peers' needs 'run'"
        'network: { latency: 20ms'                                            || 'is never closed'
        'network: { latency: 20ms.. }'                                        || 'something is missing'
    }

    def "'peerlab convert #line' is answered in words, with code 3"() {
        given:
        def shell = new Shell(folder)
        shell.file('a.yaml', 'scenario: A\npeers: { count: 3, run: flood }\nstop: { at: 1s }\n')
        shell.file('sub/x.txt', '')

        when:
        def answer = shell.call("convert $line".strip())

        then:
        answer.err().replaceAll(/\n +/, ' ').strip() == "peerlab: $said"
        answer.code() == 3

        where:
        line                                || said
        ''                                  || 'peerlab convert needs a scenario = write peerlab convert FILE'
        'a.yaml a.yaml'                     || 'peerlab convert takes one scenario, found 2 = convert one after the other'
        'a.yaml --to json'                  || "--to is groovy or yaml, found 'json' = write --to yaml"
        'a.yaml --to yaml --out b.groovy'   || '--to yaml and --out b.groovy contradict each other = leave --to out'
        'a.yaml --out b.txt'                || "'b.txt' is not a scenario by its name = a scenario's name ends in .groovy, .yaml or .yml"
        'a.yaml --out none/b.groovy'        || "'none/b.groovy' cannot be written = check that its folder exists, and its permissions"
    }

    private static Map meaning(Path file) {
        def loaded = new ScenarioLoader(Protocols.installed()).load(file, LoadOptions.NONE)
        assert !loaded.hasErrors(): loaded.render(false)
        def spec = loaded.runs()[0]
        [title: spec.title(), seed: spec.seed(), params: spec.params(), groups: spec.groups(),
                network: spec.network(),
                timeline: spec.timeline(), expectations: spec.expectations(),
                record: spec.record(), stop: spec.stop()]
    }
}
