package peerlab.dsl.write

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.dsl.Scenarios
import peerlab.dsl.diagnostic.Renderer
import peerlab.dsl.grammar.Spelling

class ConversionSpec extends Specification {

    @TempDir
    Path folder

    def 'remarks, blank lines, parameters and units of #name come out as they are stored'() {
        given: 'the text that a person has read'
        def stored = Path.of(System.getProperty('peerlab.root'),
                "dsl/src/test/resources/convert/${name.replace('.', '-to-')}.txt")
        def converted = Written.other(Scenarios.resource("convert/$name"))
        if (System.getProperty('peerlab.golden') == 'write') {
            Files.writeString(stored, converted)
        }

        expect: 'this text, and a scenario that means the same'
        converted == Files.readString(stored)
        Written.same(
                Scenarios.load(Written.inOtherLanguage(Written.copy(Scenarios.resource("convert/$name"),
                        folder), 'other')).runs()[0],
                Scenarios.load(Scenarios.resource("convert/$name")).runs()[0])

        where: 'one file in each language'
        name << ['remarks.groovy', 'remarks.yaml']
    }

    def 'what a script computes is written out, and a note says so'() {
        given: 'a loop'
        def file = Scenarios.resource('convert/remarks.groovy')

        when: 'it is converted'
        def converted = Written.CONVERSION.of(file, Spelling.YAML)

        then: 'the note names the place'
        new Renderer(converted.sources(), false).render(converted.diagnostics()).contains(
                'remarks.groovy:20:5: note: written out: a loop')
        !converted.isPart()
    }

    def 'a file that is made to be included is converted too, and told apart'() {
        when: 'it is no scenario by itself'
        def converted = Written.CONVERSION.of(Scenarios.resource('parity/networks/lossy.groovy'),
                Spelling.YAML)

        then: 'it has all its words'
        converted.isPart()
        converted.text().get().contains('loss: 10%')
    }

    def 'the same language is laid out as the examples are'() {
        given: 'a file in nobody\'s layout'
        def file = Files.writeString(folder.resolve('flat.groovy'), '''\
            scenario   "It's flat"
            seed 1
            params n : 4
            peers( n , run : "kademlia" )
            network { loss 1.percent ; latency fixed( 50.ms ) }
            timeline { at( 1.s ) { put keys( 3 ) }
              during( 1.min..2.min ){ get zipf(0.9), every : 1.s } }
            expect { atEnd { !( gets.failed>1||gets.wrong>1 ) } }
            stop at : 3.min
            '''.stripIndent())

        expect: 'columns'
        Written.text(file, Spelling.GROOVY) == '''\
            scenario 'It\\'s flat'
            seed   1
            params n: 4
            peers n, run: 'kademlia'
            network {
                loss    1.percent
                latency fixed(50.ms)
            }
            timeline {
                at(1.s)               { put keys(3) }
                during(1.min..2.min)  { get zipf(0.9), every: 1.s }
            }
            expect {
                atEnd  { !(gets.failed > 1 or gets.wrong > 1) }
            }
            stop at: 3.min
            '''.stripIndent()
    }

    def '#text is written as #written in #to'() {
        given: 'a step with it'
        def from = to == Spelling.GROOVY ? 'yaml' : 'groovy'
        def step = to == Spelling.GROOVY ? "timeline:\n  - { at: 1s, $text }\n"
                : "timeline {\n    at(1.s) { $text }\n}\n"
        def file = Files.writeString(folder.resolve("step.$from"),
                to == Spelling.GROOVY ? "params: { n: 2, who: p3 }\n$step" : "params n: 2, who: 'p3'\n$step")

        expect: 'the words of the other language'
        Written.text(file, to).readLines()[2].strip() ==
                (to == Spelling.GROOVY ? "at(1.s)  { $written }" : "- { at: 1s, $written }")

        where: 'names that look like something else, and groups of groups'
        to              | text                                       || written
        Spelling.YAML   | "crash 'leader'"                           || "crash: \"'leader'\""
        Spelling.YAML   | "crash 'the crash'"                        || 'crash: the crash'
        Spelling.YAML   | "crash who"                                || 'crash: $who'
        Spelling.YAML   | "crash any(2, of: any(3, of: 'old'))"      || 'crash: any 2 of any 3 of old'
        Spelling.YAML   | "crash any(2, of: all.except(leader))"     || 'crash: any 2 of (all except leader)'
        Spelling.YAML   | "crash any(all.except(leader))"            || 'crash: any(all.except(leader))'
        Spelling.YAML   | "crash any('of all')"                      || "crash: any 'of all'"
        Spelling.YAML   | "crash peers(n..n * 2)"                    || 'crash: peers $n..$n * 2'
        Spelling.YAML   | "crash peers(-n..2)"                       || 'crash: peers(-$n..2)'
        Spelling.YAML   | "crash peers(-(-n)..2)"                    || 'crash: peers(- -$n..2)'
        Spelling.YAML   | "crash down(of: 'old')"                    || 'crash: down of old'
        Spelling.YAML   | "crash closest(n, to: who)"                || "crash: 'closest(\$n, to: \$who)'"
        Spelling.YAML   | "put keys(-n)"                             || 'put: keys(-$n)'
        Spelling.YAML   | "put '12 monkeys'"                         || "put: \"'12 monkeys'\""
        Spelling.YAML   | "put 'all'"                                || "put: \"'all'\""
        Spelling.YAML   | "heal 'all'"                               || "heal: 'all'"
        Spelling.YAML   | "heal all"                                 || 'heal: all'
        Spelling.YAML   | "snapshot '\$n'"                           || "snapshot: '\$n'"
        Spelling.YAML   | "snapshot who"                             || 'snapshot: $who'
        Spelling.YAML   | "snapshot 'a, b'"                          || "snapshot: 'a, b'"
        Spelling.YAML   | "snapshot 'it\\'s, \"so\"'"                || 'snapshot: "it\'s, \\"so\\""'
        Spelling.YAML   | "restart down, storage: lost"              || 'restart: down, storage: lost'
        Spelling.GROOVY | 'crash: any 2 of (all except leader)'      || 'crash any(2, of: all.except(leader))'
        Spelling.GROOVY | 'crash: old except p1'                     || "crash 'old'.except('p1')"
        Spelling.GROOVY | 'crash: closest 3 to all'                  || "crash closest(3, to: 'all')"
        Spelling.GROOVY | 'crash: down of old'                       || "crash down(of: 'old')"
        Spelling.GROOVY | 'crash: $who'                              || 'crash who'
        Spelling.GROOVY | 'partition: [p1, others], one way: true'   || "partition(['p1', others], oneWay: true)"
        Spelling.GROOVY | "heal: 'all'"                              || "heal 'all'"
        Spelling.GROOVY | 'snapshot: $who'                           || 'snapshot who'
        Spelling.GROOVY | "put: it's mine"                           || "put 'it\\'s mine'"
        Spelling.GROOVY | 'restart: down, storage: lost'             || 'restart down, storage: lost'
    }

    def 'a character that YAML does not take leaves a blank in a remark, and its number in a text'() {
        given: 'one that no text contains, and one that ends a line for some'
        def file = Files.writeString(folder.resolve('odd.groovy'),
                "scenario 'a \u2028 b' // so\u007f\u2028so\n// and\u0085so\nstop at: 9.s\n")

        expect: 'both at the end of a line and on one of its own'
        Written.text(file, Spelling.YAML) ==
                'scenario: "a \\u2028 b"  # so  so\n# and so\nstop: { at: 9s }\n'
    }

    def 'what cannot be read is said, and nothing is written'() {
        given: 'a value that no parser takes'
        def file = Files.writeString(folder.resolve('wrong.yaml'), text)

        when: 'it is converted'
        def converted = Written.CONVERSION.of(file, Spelling.GROOVY)

        then: 'its place is named'
        converted.text().empty
        converted.diagnostics()*.message() == [message]

        where: 'one is not YAML, one has a value in which something is missing'
        text                                || message
        'network: { latency: 20ms'          || "'{' is never closed, or a value in it contains one of , [ ] { }"
        'network: { latency: 20ms.. }'      || "something is missing after '20ms..'"
    }

    def 'quotes and signs within texts begin no remark'() {
        expect: 'only what the author meant as one'
        CommentReader.comments(text, spelling)*.text() == remarks

        where: 'each language has its own'
        spelling        | text                                                   || remarks
        Spelling.GROOVY | "a 'x // no' // yes\n/* one\n\n * two */ b"            || ['yes', 'one', 'two']
        Spelling.GROOVY | 'a """ // no "quoted" """ // yes\nb \'it\\\'s // no\'' || ['yes']
        Spelling.GROOVY | "a 'never closed // no"                                || []
        Spelling.GROOVY | 'a """ // never'                                       || []
        Spelling.GROOVY | 'a /* never closed'                                    || ['never closed']
        Spelling.YAML   | "a: it's # yes\nb: 'x # no'\nc: x#no"                  || ['yes']
        Spelling.YAML   | "# yes\r\nb: \"a \\\" # no\" # and yes"                || ['yes', 'and yes']
    }
}
