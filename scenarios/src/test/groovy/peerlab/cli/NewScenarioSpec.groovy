package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.engine.protocol.Protocols

class NewScenarioSpec extends Specification {

    @TempDir
    Path folder

    def "what it writes for #protocol in #language with #fault loads without a word, runs and passes"() {
        given: 'the file that it writes'
        def shell = new Shell(folder)
        def made = shell.call('new scenario mine --peers 16 ' +
                "--language $language --protocol $protocol --fault $fault")

        when: 'it is checked and run'
        def checked = shell.call("check mine.$language")
        def run = shell.call("run mine.$language")

        then: 'there is nothing to say but that it passes'
        made.code() == 0
        made.out().startsWith("wrote mine.$language\n")
        checked.out() == "~/mine.$language: ok\n"
        run.code() == 0
        run.out().startsWith('PASS')

        and: 'its remarks explain it'
        folder.resolve("mine.$language").toFile().readLines()
                .count { it.strip().startsWith(language == 'yaml' ? '#' : '//') } >= 7

        where: 'every protocol, language and fault'
        [protocol, language, fault] << [Protocols.installed().names() - 'http-cache', ['groovy', 'yaml'],
                ['crash', 'partition', 'none']].combinations()
    }

    def "without flags it decides, where nobody can be asked"() {
        given:
        def shell = new Shell(folder)

        expect:
        shell.call('new scenario').out().startsWith('wrote my-scenario.groovy\n')
        folder.resolve('my-scenario.groovy').toFile().text.contains('params count: 64')
        folder.resolve('my-scenario.groovy').toFile().text.contains('crash any(10.percent)')
    }

    def "a name with an ending says the language"() {
        expect:
        new Shell(folder).call('new scenario x.yaml').out().startsWith('wrote x.yaml\n')
        folder.resolve('x.yaml').toFile().text.contains('scenario: Kademlia among 64 peers')
    }

    def "on a terminal it asks for what no flag says, and asks again after a wrong answer"() {
        given: 'somebody who types'
        def shell = new Shell(folder)
        shell.person = new BufferedReader(new StringReader('lab-1\nymal\nyaml\n\nmany\n12\n'))

        when:
        def answer = shell.call('new scenario --fault none')

        then: 'each question with what an empty answer means'
        answer.code() == 0
        answer.out() == 'name of the file (my-scenario): language, groovy or yaml (groovy): ' +
                'language, groovy or yaml (groovy): ' +
                'protocol, cache-ring or flood or kademlia (kademlia): ' +
                'number of peers (64): number of peers (64): wrote lab-1.yaml\n' +
                '  run it      peerlab run lab-1.yaml\n  explain it  peerlab explain lab-1.yaml\n'
        answer.err().contains("--language is groovy or yaml, found 'ymal'")
        answer.err().contains("found 'many'")
        folder.resolve('lab-1.yaml').toFile().text.contains('count: 12')
    }

    def "who answers nothing but nonsense is left alone in the end"() {
        given:
        def shell = new Shell(folder)
        shell.person = new BufferedReader(new StringReader('x\n' * 9))

        when:
        def answer = shell.call('new scenario x --language yaml')

        then:
        answer.code() == 3
        answer.err().count("there is no protocol 'x'") == 5
    }

    def "a file that is there already is kept, unless --force says otherwise"() {
        given:
        def shell = new Shell(folder)
        shell.file('mine.groovy', 'precious')

        expect:
        shell.call('new scenario mine').code() == 3
        folder.resolve('mine.groovy').toFile().text == 'precious'
        shell.call('new scenario mine --force').code() == 0
        folder.resolve('mine.groovy').toFile().text.startsWith('//')
    }

    def "'peerlab new #line' is answered in words, with code 3"() {
        when:
        def shell = new Shell(folder)
        shell.file('sub.yaml/x', '')
        def answer = shell.call("new $line".strip())

        then:
        answer.err().replaceAll(/\n +/, ' ').strip() == "peerlab: $said"
        answer.code() == 3

        where:
        line                                       || said
        ''                                         || 'peerlab new needs to know what = write peerlab new scenario NAME'
        'protocol x'                               || "peerlab new makes a scenario, not 'protocol' = write peerlab new scenario NAME"
        'scenario a b'                             || "peerlab new scenario has no use for 'b' = write peerlab new scenario NAME"
        'scenario a --protocol http-cache'         || "'http-cache' is for several groups of peers, and this writes one = begin with a shipped scenario: peerlab list scenarios"
        'scenario a --protocol kademila'           || "there is no protocol 'kademila' = did you mean 'kademlia'?"
        'scenario a --peers 0'                     || "--peers takes a whole number from 1 to 100000, found '0' = write --peers 64"
        'scenario a --peers some'                  || "--peers takes a whole number from 1 to 100000, found 'some' = write --peers 64"
        'scenario a --fault fire'                  || "--fault is crash, partition or none, found 'fire' = write --fault crash"
        'scenario a --language cobol'              || "--language is groovy or yaml, found 'cobol' = write --language yaml"
        'scenario a --fault partition --peers 2'   || 'no minority among 2 peers to cut off = write --peers 3 or more'
        'scenario a*b'                             || "'a*b' cannot name a scenario = use letters, digits and '-'"
        'scenario sub.yaml'                        || "'sub.yaml' is a folder = name a file in it"
    }
}
