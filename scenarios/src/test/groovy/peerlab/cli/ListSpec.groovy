package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.base.Unit
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Hook
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.MetricSpec
import peerlab.engine.protocol.Operation
import peerlab.engine.protocol.Parameter
import peerlab.engine.protocol.ProtocolProvider
import peerlab.engine.protocol.Protocols
import peerlab.engine.base.RandomSource

class ListSpec extends Specification {

    @TempDir
    Path folder

    def "the shipped scenarios are listed by id with their titles, in whichever language they are written"() {
        given:
        def shell = shell()

        expect:
        shell.call('list scenarios').out() == '''\
            churn          Peers come & go: a 'churned' join
            first-contact  Ten peers find each other
            mass-crash     It's robust
            odd
            '''.stripIndent()
        shell.call('list scenarios').code() == 0
    }

    def "with --verbose the files are named"() {
        expect:
        shell().call('list scenarios --verbose').out().readLines().drop(1).take(3) == [
                '               ~/library/churn.yml',
                'first-contact  Ten peers find each other',
                '               ~/library/first-contact.groovy']
    }

    def "profiles are listed by what they are of; with --verbose each shows its source, mean and median"() {
        given:
        def brief = shell().call('list profiles')
        def full = shell().call('list profiles --verbose').out()

        expect:
        brief.code() == 0
        brief.out().readLines().any { it =~ /^churn +kad-2009 +eMule's KAD, as watched for half a year$/ }
        full.contains('churn kad-2009: eMule\'s KAD, as watched for half a year\n' +
                '  Steiner, En-Najjary, Biersack: ')
        full.contains('  sessions weibull(shape: 0.61511, scale: 10172.31 s): mean 4.12 h, median 1.56 h\n')
        brief.out().readLines().findAll { it.startsWith('network') }*.split(/ +/)*.getAt(1) ==
                ['lan', 'wan', 'mobile', 'satellite', 'bitcoin-2018', 'internet-2d', 'distance', 'aws-2019']
        full.contains('Gencer et al., Decentralization in Bitcoin and Ethereum Networks')
    }

    def "protocols are listed with a line each"() {
        expect:
        shell().call('list protocols')
                .out() == 'flood  Each peer passes on what it sees first\nquiet  Says nothing\n'
    }

    def "with --verbose a protocol shows all that can be set, asked, measured and replaced"() {
        when:
        def lines = shell().call('list protocols --verbose').out().readLines()

        then:
        lines.takeWhile { !it.isEmpty() } == '''\
            flood: Each peer passes on what it sees first
              parameters
                degree  integer  10    1 to 100    links of each peer
                pace    span     1 s   at least 0 s  time between two rounds
                chance  ratio    50%   at most 100%  of passing on
                style   word     push  push, pull  who begins
                eager   flag     true              whether to pass on at once
              operations
                spread  passes a rumour on
              metrics
                spreads.started      counter       spreads that clients asked for
                spreads.count        counter       spreads that were answered or failed
                spreads.succeeded    counter       spreads that did what was asked
                spreads.failed       counter       spreads that did not
                spreads.successRate  rate          succeeded of all that were answered or failed
                spreads.latency      distribution  from asking to the answer, of those that succeeded
                rumours.coverage     gauge         peers that know it
              properties
                at most one rumour
              hooks
                chooser  java.util.Comparator  whom to tell
              messages
                Rumour
              may start 'converged'
            '''.stripIndent().readLines().collect { it.replaceAll(/ +(?=1 to 100|push, pull)/, '  ') }
                .with { alignedLike(lines, it) }

        and: "what every run measures comes once, at the end"
        lines.contains('every run')
        lines.any { it =~ /^    messages\.sent +counter +messages that peers sent$/ }
    }

    def "policies are listed with a line each, and with --verbose what can be set and where it is from"() {
        when:
        def lines = shell().call('list policies').out().readLines()
        def details = shell().call('list policies --verbose').out().readLines()

        then:
        lines.size() == 15
        lines[0] ==~ /fifo +what came in first goes first/
        details.any { it ==~ / +from Yang et al., SOSP 2023; libCacheSim/ }
        details.any { it ==~ / +small = 10%, of the capacity for newcomers/ }
        details.last() ==~ /yours +a class that implements peerlab.cache.policy.EvictionPolicy, .*--with PATH/
    }

    def "placements are listed likewise"() {
        when:
        def lines = shell().call('list placements').out().readLines()
        def details = shell().call('list placements --verbose').out().readLines()

        then:
        lines*.tokenize(' ')*.first() ==
                ['ring', 'ketama', 'modulo', 'rendezvous', 'jump', 'maglev', 'bounded', 'two-choices']
        details.any { it ==~ / +virtualNodes = 100, points of each peer/ }
    }

    /** The expected lines, their columns as far apart as in the list that is compared. */
    private static List<String> alignedLike(List<String> actual, List<String> expected) {
        def squeezed = actual.collectEntries { [(it.replaceAll(/(?<=\S) {2,}/, '  ')): it] }
        return expected.collect { squeezed[it.replaceAll(/(?<=\S) {2,}/, '  ')] ?: it }
    }

    private Shell shell() {
        def shell = new Shell(folder)
        shell.file('library/first-contact.groovy', "\nscenario 'Ten peers find each other'\n")
        shell.file('library/first-contact.yaml', 'scenario: Ten peers find each other\n')
        shell.file('library/churn.yml', "# about churn\nscenario: \"Peers come & go: a 'churned' join\"\n")
        shell.file('library/mass-crash.groovy', "scenario 'It\\'s robust'\n")
        shell.file('library/odd.yaml', 'peers: 3\n')
        shell.file('library/.hidden.yaml', 'scenario: Hidden\n')
        shell.file('library/README.md', 'No scenario')
        shell.library = folder.resolve('library')
        shell.protocols = { new Protocols([new Flood(), new Quiet()]) }
        return shell
    }

    static record Rumour(String text) implements Message {
    }

    static class Quiet implements ProtocolProvider {
        final String name = 'quiet'
        final String summary = 'Says nothing'

        @Override
        String name() { name }

        @Override
        String summary() { summary }

        @Override
        Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
            throw new UnsupportedOperationException()
        }
    }

    static class Flood extends Quiet {
        @Override
        String name() { 'flood' }

        @Override
        String summary() { 'Each peer passes on what it sees first' }

        @Override
        List<Parameter> parameters() {
            return [Parameter.integer('degree', 10, 1, 100, 'links of each peer'),
                    Parameter.span('pace', Span.seconds(1), Span.ZERO, null, 'time between two rounds'),
                    new Parameter('chance', Parameter.Type.RATIO, Ratio.percent(50), null,
                            Ratio.percent(100), [], 'of passing on'),
                    Parameter.word('style', 'push', ['push', 'pull'], 'who begins'),
                    Parameter.flag('eager', true, 'whether to pass on at once')]
        }

        @Override
        List<Operation> operations() {
            return [new Operation('spread', 'spreads', Operation.Effect.NEITHER, 'passes a rumour on')]
        }

        @Override
        List<MetricSpec> metrics() {
            return [new MetricSpec('rumours.coverage', MetricSpec.Kind.GAUGE, Unit.RATIO,
                    'peers that know it')]
        }

        @Override
        List<String> properties() { ['at most one rumour'] }

        @Override
        List<Hook> hooks() { [new Hook('chooser', Comparator, 'whom to tell')] }

        @Override
        List<Class<? extends Message>> messages() { [Rumour] }

        @Override
        boolean canStartConverged() { true }
    }
}
