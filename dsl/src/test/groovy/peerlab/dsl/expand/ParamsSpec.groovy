package peerlab.dsl.expand

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.Scenarios
import peerlab.engine.base.Bytes
import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import spock.lang.Specification
import spock.lang.TempDir

class ParamsSpec extends Specification {

    @TempDir
    Path folder

    def 'a time behind may be set to one ahead, and a matrix may have both'() {
        given:
        def scenario = { values -> """\
            scenario: A claim
            $values
            peers: { count: 10, run: kademlia }
            timeline: [{ during: 1s..5s, skew: any 2, by: \$off }]
            stop: { at: 90s }
            """.stripIndent() }

        expect:
        Scenarios.yaml(folder, scenario('params: { off: -20ms }'), [off: '30ms']).runs()*.params() ==
                [[off: Span.millis(30)]]
        Scenarios.yaml(folder, scenario('matrix: { off: [-20ms, 0ms, 20ms] }')).runs()*.params()*.off
                *.toString() == ['-20 ms', '0 s', '20 ms']
    }

    def 'what a later file replaces is to make sense all the same'() {
        given: 'values that the file which is taken in, or a matrix, says otherwise'
        Files.writeString(folder.resolve('more.yaml'), 'params: { n: 16, m: 3 }')
        def loaded = Scenarios.yaml(folder, """\
            scenario: A claim
            params: { n: 10 R, k: 3 or, m: \$k2 + 1 }
            include: more.yaml
            matrix: { k: [2, 3] }
            peers: { count: \$n, run: kademlia, k: \$k, alpha: \$m }
            stop: { at: 90s }
            """.stripIndent())

        expect:
        loaded.diagnostics()*.message() == [
                "unexpected 'R'", "something is missing after '3 or'", "unknown parameter 'k2'"]
    }

    def 'the command line sets a parameter, in the kind of its default: #name=#text'() {
        given: 'a scenario with a parameter of each kind'
        def yaml = '''\
            scenario: A claim
            params: { n: 64, rate: 1.5, loss: 1%, pause: 20ms, size: 64KiB, name: lru, isOn: true }
            peers: { count: 10, run: kademlia }
            network: { loss: $loss }
            stop: { at: 90s }
            '''.stripIndent()

        when: 'one of them is set'
        def loaded = Scenarios.yaml(folder, yaml, [(name): text])

        then: 'the run has the value set'
        loaded.runs()[0].params()[name] == value

        where: 'each kind has a spelling'
        name    | text    | value
        'n'     | '128'   | 128L
        'n'     | '2*3'   | 6L
        'rate'  | '2'     | 2.0d
        'loss'  | '5%'    | new Ratio(0.05d)
        'pause' | '1.5s'  | Span.millis(1500)
        'size'  | '1MiB'  | new Bytes(1024 * 1024)
        'name'  | 'fifo'  | 'fifo'
        'name'  | '5%'    | '5%'
        'isOn'  | 'false' | false
    }

    def 'a value of another kind than the default is refused: #text'() {
        when: 'a parameter is set to something else'
        def loaded = Scenarios.yaml(folder, scenario('params: { n: 64 }', 'count: $n'), [n: text])

        then: 'the message names the value and the default'
        loaded.render(false).contains("--set n=$text does not fit")
        loaded.render(false).contains('its default is 64')

        where: 'it is of another kind or of none'
        text << ['5%', '1.5', 'many', '(', '']
    }

    def 'what was meant by a value that does not fit is said: #text for #initial'() {
        when: 'a parameter is set to something near'
        def loaded = Scenarios.yaml(folder, scenario("params: { n: $initial, k: 8 }", 'count: $k'), [n: text])

        then: 'what to type'
        loaded.render(false).contains("= $remedy\n")

        where:
        initial | text       || remedy
        '90%'   | '95'       || 'its default is 90%: write --set n=95%'
        '20s'   | '1.5'      || 'its default is 20 s: write --set n=1.5s'
        '64'    | '5%'       || 'its default is 64: give it a value of that kind'
        '64'    | '5,k=4'    || 'say it once for each: --set n=5 --set k=4'
    }

    def 'a name that no parameter has is refused with the one that was meant'() {
        expect: 'the suggestion'
        Scenarios.yaml(folder, scenario('params: { peerCount: 64 }', 'count: $peerCount'), [peercont: '5'])
                .render(false).contains("no parameter 'peercont' to set\n     = did you mean 'peerCount'?")
        Scenarios.yaml(folder, scenario('', 'count: 5'), [n: '5']).render(false)
                .contains('the scenario declares none')
    }

    def 'a parameter may be worked out from others, and follows what is set'() {
        given: 'a parameter that depends on another'
        def text = scenario('params: { n: 64, k: ($n + 6) / 10 }', 'count: $n, k: $k')

        expect: 'it is worked out again when the other is set'
        Scenarios.only(Scenarios.yaml(folder, text)).groups()[0].options() == [k: 7L]
        Scenarios.only(Scenarios.yaml(folder, text, [n: '104'])).groups()[0].options() == [k: 11L]
    }

    def 'a parameter that nothing uses is a warning, not an error'() {
        when: 'a scenario declares one too many'
        def loaded = Scenarios.yaml(folder, scenario('params: { n: 64, spare: 3 }', 'count: $n'))

        then: 'it runs, and the warning stands where the parameter does'
        loaded.runs().size() == 1
        loaded.render(false).contains("scenario.yaml:2:18: warning: parameter 'spare' is never used")
        !loaded.render(false).contains('nothing was run')
    }

    def 'what is wrong with a declaration is said once, however often it is used'() {
        when: 'a broken parameter is used twice'
        def loaded = Scenarios.yaml(folder, scenario('params: { n: 5 + 3s }', 'count: $n, k: $n'))

        then: 'there is one error, at the declaration'
        loaded.diagnostics().size() == 1
        loaded.diagnostics()[0].place().line() == 2
        loaded.diagnostics()[0].message() == "'5' and '3 s' cannot be combined by +"
    }

    def 'parameters are declared once, with names that can be written: #params'() {
        expect: 'the message'
        Scenarios.yaml(folder, scenario(params, 'count: 5')).render(false).contains(message)

        where: 'each is wrong in its own way'
        params                       | message
        'params: { 2n: 5 }'          | "'2n' cannot name a parameter"
        'params: { n: 5 / 0 }'       | 'a division by zero'
        'params: 5'                  | "'params' needs names with values"
        'params: { n: 1ms..2ms }'    | "'n' needs a number, a quantity, a word, true or false"
        'params: { n: [1, 2] }'      | "'n' needs"
        'params: { n: 99999999999999999999 }' | "'n' is out of range"
        'params: { n: 1e999999999 }' | 'more than 40 digits'
        'params: { n: 5, m: $o }'    | "unknown parameter 'o'"
    }

    def 'an included file is read where it stands, and what comes later wins'() {
        given: 'a file with a network, and scenarios that include it before and after their own'
        Files.writeString(folder.resolve('wan.yaml'),
                'params: { wait: 1s }\nnetwork: { latency: $wait, loss: 10% }\n')
        def before = 'include: wan.yaml\nnetwork: { loss: 1% }\n'
        def after = 'network: { loss: 1% }\ninclude: [wan.yaml]\n'

        expect: 'the later word counts for each value by itself'
        def early = Scenarios.only(Scenarios.yaml(folder, before + scenario('', 'count: 5')))
        early.network().loss().share() == Ratio.percent(1)
        early.network().latency().law() == new Distribution.Fixed(Span.seconds(1))
        def late = Scenarios.only(Scenarios.yaml(folder, after + scenario('', 'count: 5')))
        late.network().loss().share() == Ratio.percent(10)
    }

    def 'a file that includes itself is answered, and one that is included twice is read once'() {
        given: 'two files that meet in a third'
        Files.writeString(folder.resolve('a.yaml'), 'include: c.yaml\n')
        Files.writeString(folder.resolve('b.yaml'), 'include: c.yaml\n')
        Files.writeString(folder.resolve('c.yaml'), 'params: { n: 5 }\n')

        expect: 'one declaration, and a circle that is named'
        Scenarios.only(Scenarios.yaml(folder, 'include: [a.yaml, b.yaml]\n' + scenario('', 'count: $n')))
                .peerCount() == 5
        Scenarios.yaml(folder, 'include: scenario.yaml\n' + scenario('', 'count: 5')).render(false)
                .contains('files include each other: ')
    }

    def 'an include says what it includes: #include'() {
        expect: 'the message'
        Scenarios.yaml(folder, "include: $include\n" + scenario('', 'count: 5')).render(false)
                .contains(message)

        where: 'each is wrong in its own way'
        include             | message
        '{ file: a.yaml }'  | "'include' needs the name of a file"
        '.'                 | 'is a folder'
        'a.txt'             | "there is no file '"
        '"a\\0b.yaml"'      | "cannot name a file"
    }

    private static String scenario(String params, String peers) {
        "scenario: A claim\n$params\npeers: { $peers, run: kademlia }\nstop: { at: 90s }\n"
    }
}
