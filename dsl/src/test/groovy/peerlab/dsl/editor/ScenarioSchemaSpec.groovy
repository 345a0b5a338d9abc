package peerlab.dsl.editor

import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.InputFormat
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion

import peerlab.dsl.FakeKademlia
import peerlab.dsl.FakeRaft
import peerlab.dsl.Scenarios
import peerlab.dsl.grammar.ValueKind
import peerlab.dsl.yaml.Editor
import peerlab.engine.protocol.Protocols
import spock.lang.Shared
import spock.lang.Specification

class ScenarioSchemaSpec extends Specification {

    /** What no schema can know, by what is said of it. */
    static final Map<String, String> BEYOND = [
            'lies in another line of the file': /after the stop|before the deadline|two steps are called/ +
                    /|a second group without a name|two groups|is not offered by|unknown parameter/ +
                    /|'seed' and 'seeds'|two classes play|two caches|takes no '|needs '(by|every)'/ +
                    /|asks for places of keys/,
            'lies in another file': /^networks.*|^recordings.*|^matrices.*|include|there is no file/ +
                    /|there is no class|is abstract|cannot be loaded|no public constructor/ +
                    /|unknown hook|cannot play|unknown behaviour/,
            'names what the run shows': /nobody is 'down'/ +
                    /|unknown metric|unknown message|unknown property|no message is of/ +
                    /|is many values|is not true or false|is a rate|is a percentage, found|is a time, found/,
            'names peers or steps': /no peers are called|no step is called|no group is called/ +
                    /|have no caches/ +
                    /|there is no p\d/,
            'compares two values in one text': /is reversed|different kinds|a value twice/ +
                    /|has a mean for shapes/ +
                    /|ends before it begins|window is empty/,
            'compares options with each other': /both say|needs to know how|is for the profile/ +
                    /|its own times/ +
                    /|does not say how long|says already|has no mean, so|among 20 contacts/ +
                    /|this is an instant|that shifts needs/,
            'counts': /and is neither|lies between -|between 1 and 1000, found 0/ +
                    /|finer than a nanosecond|of no length|longer than nothing/ +
                    /|is never closed|repetitions|runs|more than none|closed at once|is at most 10/ +
                    /|nothing is lost is none/,
            'is a number to YAML, though not to us': /found 0x1F/,
            'is a rule for names': /cannot name a group|is the name of|a name of \d+ characters/ +
                    /|no value of a peer can be called/,
            'lies in another option': /needs a rate|a rate for both ways|said in two ways|is about a file/ +
                    /|needs a time, or how|says what draws|says what is lost|less is lost/,
            'names regions': /there is no region|are not two regions|says again how far/,
            'adds up': /the regions have/]

    @Shared
    Map<String, Object> document =
            new ScenarioSchema(new Protocols([new FakeKademlia(), new FakeRaft()])).document()

    @Shared
    Editor editor = new Editor(document)

    def 'the schema is itself valid by draft-07'() {
        given: 'the schema of schemas'
        def meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(com.networknt.schema.SchemaLocation.of(document['$schema'].replace('#', '')))

        expect: 'nothing to complain of'
        meta.validate(new ObjectMapper().writeValueAsString(document), InputFormat.JSON) == []
    }

    def 'nothing is underlined in #file.fileName, which is right'() {
        expect: 'a validator has nothing to say'
        editor.underlines(text(file)) == []

        where: 'the files are those that both languages say'
        file << Scenarios.files('parity', '.yaml') + Scenarios.files('parity/networks', '.yaml')
    }

    def 'a wrong file is underlined, or there is a reason why no schema can know'() {
        given: 'the wrong files, and those in which nothing is underlined'
        def wrong = Scenarios.files('wrong', '.yaml')
        def missed = wrong.findAll { editor.underlines(text(it)) == [] }

        when: 'each of these is given the reason that fits what is said of it'
        def reasons = missed.collectEntries { file ->
            def said = text(file.resolveSibling("${file.fileName}.expected"))
            [file.fileName.toString(), BEYOND.findResult { why, words -> said =~ words ? why : null }]
        }

        then: 'all have one, and every reason is needed'
        reasons.findAll { !it.value } == [:]
        reasons.values() as Set == BEYOND.keySet()

        and: 'more than half are underlined'
        wrong.size() - missed.size() >= 77
        missed.size() <= wrong.size() / 2
    }

    def '#line is underlined: #why'() {
        expect:
        editor.underlines(whole(line)) != []

        and: 'what is right in its place is not'
        editor.underlines(whole(right)) == []

        where:
        line                                        | right                                       || why
        '{ at: 1s, crash: all, join: p1 }'          | '{ at: 1s, crash: all }'                    || 'two verbs'
        '{ crash: all }'                            | '{ at: 1.5s, crash: all }'                  || 'no time'
        '{ at: 1s, crash: all, via: p1 }'           | '{ at: 1s, join: all, via: p1 }'            || 'the option of another verb'
        '{ during: 1s..2s, crash: all }'            | '{ during: 1s..$t, partition: minority }'   || 'at an instant only'
        '{ during: 1s..2s, get: any key }'          | '{ during: 1s..2s, get: any key, every: 1s }' || 'no pause'
        '{ during: 1s..2s, partition: all, for: 1s }' | '{ at: 1s, partition: all, for: 1s }'     || 'twice how long'
        '{ at: 1s, crash: any 130% }'               | '{ at: 1s, crash: any 30% except leader }'  || 'more than all'
        '{ at: 1s, crash: peers 5 }'                | '{ at: 1s, crash: peers 1..$n }'            || 'no range'
        '{ at: 1s, crash: closest 3 }'              | '{ at: 1s, crash: closest 3 to key-1 }'     || 'no key'
        '{ at: 5, crash: all }'                     | '{ at: $n * 1s, crash: all }'               || 'no unit'
        '{ at: 1s, put: 3 keys, size: 64KB }'       | '{ at: 1s, put: 3 keys, size: 64KiB }'      || 'no unit of ours'
        '{ at: 1s, partition: [p1], one way: on }'  | '{ at: 1s, partition: [p1, p2], one way: true }' || 'one side'
    }

    def 'conditions are held to the functions and signs that there are: #condition'() {
        expect:
        (editor.underlines("scenario: s\ninclude: a\nexpect:\n  - { $condition }\n") == []) == isRight

        where:
        condition                                   || isRight
        'always: gets.failed == 0'                  || true
        'always: forAll { load <= 3 } and peers.up >= 1' || true
        'always: cont { load <= 3 } == 1'           || false
        'always: gets.failed = 0'                   || false
        "at end: exists { role == 'a=b' }"          || true
        'atEnd: peers.up == 1'                      || true
        'settles: peers.up == 1'                    || false
        'settles: peers.up == 1, within: 1s'        || true
    }

    def 'every kind of value has its own schema'() {
        expect: 'only what no text or number can be held to is open'
        ValueKind.values().every { kind ->
            def slot = new peerlab.dsl.grammar.Slot('x', kind, false, 1, 5, ['a'], 'what it is for')
            def schema = ValueSchemas.of(slot)
            schema.description == 'what it is for' && schema.size() > 1
        }
    }

    def 'a parameter of a protocol shows its default and its limits'() {
        given:
        def kinds = document.definitions.group.allOf
        def options = kinds.find { it.if.toString().contains('kademlia') }.get('then').get('properties')

        expect:
        options['request timeout'].default == '1s'
        options.k.subMap('default', 'minimum', 'maximum') == [default: 20L, minimum: 1L, maximum: 1000L]
        options.alpha.description == 'requests in flight'
    }

    private static String whole(String line) {
        """
        scenario: s
        params: { t: 2s, n: 3 }
        peers: { count: 10, run: kademlia }
        timeline:
          - $line
        stop: { at: 90s }
        """.stripIndent()
    }

    private static String text(Path file) {
        file.toFile().getText('UTF-8')
    }
}
