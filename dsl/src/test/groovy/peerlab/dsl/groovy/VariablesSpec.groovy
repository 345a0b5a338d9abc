package peerlab.dsl.groovy

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.Scenarios
import peerlab.dsl.grammar.Spelling
import peerlab.dsl.write.Written
import spock.lang.Specification
import spock.lang.TempDir

/** What a variable of a script may hold, and where it may stand then. */
class VariablesSpec extends Specification {

    static final String SCRIPT = '''\
        scenario 'Everything has a name'
        params share: 30.percent
        n = 3
        wan = lognormal(median: 40.ms, sigma: 0.5)
        window = 15.s..60.s
        waits = [1.s, 1500.ms]
        victims = any(n)
        some = any(share)
        n = 4
        few = any(n, of: 'edge')
        safe = victims.except('p1')
        they = 'the crash'
        popular = zipf(0.9)
        fresh = keys(n * 25)
        sides = [peers(1..4), 'edge', others]
        first = 2..4
        relays = where { role == 'relay' and up }
        peers 10, run: 'kademlia'
        peers 5, as: 'edge', run: 'kademlia'
        network { latency wan }
        timeline {
            at(1.s) { put fresh }
            during(window) { get popular, from: few, every: waits[1] }
            for (wait in waits) {
                at(wait) { crash victims }
            }
            at(3.s) { crash some, as: they }
            at(4.s) { restart they }
            at(5.s) { partition sides, for: 2.s }
            at(6.s) { crash safe }
            at(7.s) { crash peers(first) }
            at(8.s) { leave relays }
            at(9.s) { crash any(2, of: few) }
            at(10.s) { crash all.except(victims) }
            at(11.s) { crash n > 3 ? minority : majority }
            for (who in [leader, 'p7', closest(3, to: 'key-17'), down]) {
                at(12.s) { leave who }
            }
            at(13.s) { partition([first[0] == 2 ? victims : few, others]) }
            at(14.s) { leave "edge${n - 3}".except('p1') }
        }
        expect {
            always(after: they) { peers.up >= n }
        }
        stop at: 60.s
        '''.stripIndent()

    static final String YAML = '''\
        scenario: Everything has a name
        params: { share: 30% }
        peers:
          - { count: 10, run: kademlia }
          - { count: 5, as: edge, run: kademlia }
        network: { latency: "lognormal(median: 40ms, sigma: 0.5)" }
        timeline:
          - { at: 1s, put: 100 keys }
          - { during: 15s..60s, get: zipf(0.9), from: any 4 of edge, every: 1500ms }
          - { at: 1s, crash: any 3 }
          - { at: 1.5s, crash: any 3 }
          - { at: 3s, crash: any $share, as: the crash }
          - { at: 4s, restart: the crash }
          - { at: 5s, partition: [peers 1..4, edge, others], for: 2s }
          - { at: 6s, crash: any 3 except p1 }
          - { at: 7s, crash: peers 2..4 }
          - { at: 8s, leave: "where { role == 'relay' and up }" }
          - { at: 9s, crash: any 2 of (any 4 of edge) }
          - { at: 10s, crash: all except any 3 }
          - { at: 11s, crash: minority }
          - { at: 12s, leave: leader }
          - { at: 12s, leave: p7 }
          - { at: 12s, leave: closest 3 to key-17 }
          - { at: 12s, leave: down }
          - { at: 13s, partition: [any 3, others] }
          - { at: 14s, leave: edge1 except p1 }
        expect:
          - { always: peers.up >= 4, after: the crash }
        stop: { at: 60s }
        '''.stripIndent()

    @TempDir
    Path folder

    def 'selectors, keys, laws, windows, names and lists of these stand for themselves wherever used'() {
        when: 'a script that names everything, and YAML that says everything in its place, are loaded'
        def script = Scenarios.groovy(folder, SCRIPT)
        def yaml = Scenarios.yaml(folder, YAML)

        then: 'they say the same'
        !script.hasErrors() || script.render(false) == 'no errors'
        !yaml.hasErrors() || yaml.render(false) == 'no errors'
        [script.runs()[0].timeline(), yaml.runs()[0].timeline()].transpose().each { assert it[0] == it[1] }
        script.runs() == yaml.runs()
    }

    def 'a script with variables is written out as YAML that means the same'() {
        given: 'the script'
        def file = Files.writeString(folder.resolve('named.groovy'), SCRIPT)

        when: 'it is converted'
        def converted = Written.text(file, Spelling.YAML)
        def loaded = Scenarios.load(Files.writeString(folder.resolve('written.yaml'), converted))

        then: 'nothing is lost, and the parameter is still one'
        !loaded.hasErrors() || loaded.render(false) == 'no errors'
        Written.same(loaded.runs()[0], Scenarios.load(file).runs()[0])
        converted.contains('crash: any $share, as: the crash')
    }

    def 'what is wrong with what a variable holds stands where it was written: #written'() {
        when: 'it is used'
        def loaded = Scenarios.groovy(folder, """\
            scenario 'x'
            what = $written
            peers 10, run: 'kademlia'
            network { latency ${use == 'latency' ? 'what' : '1.s'} }
            timeline { at(1.s) { ${use == 'latency' ? 'crash all' : use + ' what'} } }
            stop at: 9.s
            """.stripIndent())

        then: 'one error, in the line of the variable'
        def errors = loaded.diagnostics().findAll { it.severity().name() == 'ERROR' }
        errors*.message() == [message]
        errors*.remedy()*.orElse('') == [remedy]
        errors[0].place().line() == 2
        errors[0].place().column() == column

        where:
        written                   | use         || column | message                                             | remedy
        'any(130.percent)'        | 'crash'     || 12     | 'a share of the peers lies between 0% and 100%, found 130%' | ''
        'peers(1..11)'            | 'crash'     || 17     | 'there is no p11'                                   | 'the last one is p10'
        'zipf(-1)'                | 'get'       || 13     | 'zipf needs an exponent of 0 or more, found -1.0'   | ''
        'minorty'                 | 'crash'     || 8      | "unknown name 'minorty'"                            | "did you mean 'minority'?"
        'anny(3)'                 | 'crash'     || 8      | "a script cannot compute 'anny(3)'"                 | "did you mean 'any'?"
        'weibull(shape: 0.5)'     | 'latency'   || 8      | "'weibull' takes 2 values"                          | 'write weibull(shape, scale) or weibull(shape, mean)'
        '80.ms..20.ms'            | 'latency'   || 8      | 'the range 80 ms..20 ms is reversed'                | 'write 20.ms..80.ms'
        'normal(50.ms, wide)'     | 'latency'   || 22     | "unknown name 'wide'"                               | 'declare it in params'
    }

    def 'a word that says who is meant names no variable'() {
        when: 'a script sets it'
        def reading = new ScriptReading("all = any(3)\n")

        then: 'it is told so'
        reading.errors() == ["1:1+3 'all' says who is meant, and names no variable = "
                + 'give the variable another name']
    }

    def 'words of the language cannot be counted, compared or looped over: #statement'() {
        when: 'a script tries'
        def errors = new ScriptReading(statement).errors()

        then: 'it is told what they are'
        errors == [message]

        where:
        statement                               || message
        'x = any(3).size()'                     || "1:12+4 a script cannot ask any(3) for 'size' = lists and texts have size() contains(x) reverse() join(', '), numbers have units"
        'x = any(3) + 1'                        || "1:5+10 any(3) and 1 cannot be combined by '+' = use the same kind on both sides"
        'for (t in 1.s..5.s) { seed 1 }'        || '1:11+8 a loop runs over a range or a list, found 1.s..5.s = write for (i in 1..10) { ... }'
    }
}
