package peerlab.dsl.reference

import peerlab.dsl.FakeKademlia
import peerlab.dsl.FakeRaft
import peerlab.dsl.grammar.Forms
import peerlab.dsl.grammar.Spelling
import peerlab.dsl.grammar.Vocabulary
import peerlab.engine.observe.MetricCatalog
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.Expression
import spock.lang.Shared
import spock.lang.Specification

class ReferenceSpec extends Specification {

    @Shared
    Protocols protocols = new Protocols([new FakeKademlia(), new FakeRaft()])

    @Shared
    Vocabulary vocabulary = new Vocabulary(protocols)

    @Shared
    String page = new Reference(protocols).markdown()

    def 'every word has an entry, with all its options and a line that says what it means'() {
        given: 'all words'
        def entries = vocabulary.blocks().values() + vocabulary.network().values() +
                vocabulary.record().values() + vocabulary.actions().values() + vocabulary.operators().values()

        expect: 'each in its place'
        entries.size() >= 25
        entries.each { entry ->
            // a network and a step may share a word
            def part = page.split('\n##').find {
                it.startsWith("# `${entry.word()}`") && it.contains(entry.summary().substring(1))
            }
            assert part != null
            assert part.contains('```groovy') && part.contains('```yaml')
            entry.optionNames().each { assert part.contains("| `$it`") }
        }
    }

    def 'each temporal operator has its picture'() {
        expect:
        vocabulary.operators().keySet().every { Pictures.of(it).size() >= 3 }
        Pictures.of('sometimes') == []
    }

    def 'each function over peers, each law, each unit and each metric of every run is there'() {
        expect:
        Expression.Function.values().every { page.contains("`${it.word()} {") }
        ['normal(mean, deviation)', 'lognormal(median, sigma)', 'pareto(shape, scale)', 'pareto(shape, mean)',
         'weibull(shape, scale)', 'weibull(shape, mean)', '`us` `ms` `s` `min` `h`']
                .every { page.contains(it) }
        new MetricCatalog([]).all().every { page.contains("| `${it.name()}` |") }
        Forms.functions().every { it.in(Spelling.YAML) == it.in(Spelling.GROOVY) }
        Forms.functions().every { !it.summary().contains('over all') }
    }

    def 'a protocol shows its options with limits and defaults, operations, metrics and properties'() {
        expect:
        page.contains('| `k` | integer, 1 to 1000 | `20` | contacts in a bucket |')
        page.contains('| `requestTimeout` | span, 1ms to 1min | `1s` | how long to wait |')
        page.contains('| `eviction` | ping or never | `ping` |')
        page.contains('| `get` | reads | find a value |')
        page.contains('| `gets.stale` |')
        page.contains("the property `'at most one leader per term'`")
        page.contains('Messages: `FindNode`, `FindValue`.')
    }
}
