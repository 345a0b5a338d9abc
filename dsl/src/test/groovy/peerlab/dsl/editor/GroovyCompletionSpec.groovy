package peerlab.dsl.editor

import peerlab.dsl.FakeKademlia
import peerlab.dsl.FakeRaft
import peerlab.dsl.grammar.Vocabulary
import peerlab.engine.protocol.Protocols
import spock.lang.Shared
import spock.lang.Specification

class GroovyCompletionSpec extends Specification {

    @Shared
    Protocols protocols = new Protocols([new FakeKademlia(), new FakeRaft()])

    @Shared
    Vocabulary vocabulary = new Vocabulary(protocols)

    @Shared
    String script = new GroovyCompletion(protocols).script()

    /** What IntelliJ gives such a script: where the cursor is, and who listens to what is offered there. */
    static class Desktop extends Script {
        Map at
        List<Map> offered = []

        Map context(Map where) { where }

        String scriptScope() { 'script' }

        String closureScope() { 'closure' }

        Map parameter(Map named) { named }

        Object enclosingCall(String word) { at.inside == word ? word : null }

        void contributor(Map where, Closure offers) {
            if (where.scope in [null, at.scope] && where.ctype == at.ctype && at.file ==~ where.pathRegexp) {
                offers.delegate = this
                offers()
            }
        }

        void method(Map offer) { offered << offer }

        void property(Map offer) { offered << offer }

        Object run() { null }
    }

    def 'in #place the words are offered that may stand there'() {
        expect: 'all of them, each with its summary'
        def offered = offers(place)
        offered*.name.containsAll(words)
        offered.findAll { it.name in words }.every { it.doc }
        offered*.name.intersect(others) == []

        where:
        place                                  | words                     | others
        [scope: 'script']                      | vocabulary.blocks().keySet()    | ['crash', 'always']
        [scope: 'closure', inside: 'network']  | vocabulary.network().keySet()   | ['crash', 'at']
        [scope: 'closure', inside: 'timeline'] | vocabulary.occasions().keySet() | ['crash', 'latency']
        [scope: 'closure', inside: 'at']       | vocabulary.actions().keySet()   | ['always', 'peers.up']
        [scope: 'closure', inside: 'during']   | vocabulary.actions().keySet()   | ['always']
        [scope: 'closure', inside: 'expect']   | vocabulary.operators().keySet() | ['crash']
        [scope: 'closure', inside: 'always']   | ['count', 'forAll', 'exists']   | ['crash']
    }

    def 'an action shows its options, and peers those of all protocols'() {
        expect:
        offers([scope: 'closure', inside: 'at']).find { it.name == 'join' }.namedParams*.name ==
                ['via', 'every', 'as']
        offers([scope: 'script']).find { it.name == 'peers' }.namedParams*.name
                .containsAll(['as', 'run', 'start', 'k', 'alpha', 'requestTimeout'])
        offers([scope: 'script']).find { it.name == 'peers' }.namedParams.find { it.name == 'requestTimeout' }
                .doc == 'kademlia: how long to wait (1s)'
    }

    def 'numbers have their units'() {
        expect:
        offers([ctype: 'java.lang.Number'])*.name == [
                'us', 'ms', 's', 'min', 'h', 'B', 'KiB', 'MiB', 'GiB', 'bps', 'kbps', 'Mbps',
                'Gbps', 'percent', 'ppm']
    }

    def 'selectors, keys and laws are offered anywhere in a scenario, and nothing in other files'() {
        expect:
        offers([scope: 'closure'])*.name.containsAll(
                ['all', 'any', 'minority', 'closest', 'keys', 'lognormal'])
        offers([scope: 'script', file: '/home/me/src/Build.groovy']) == []
    }

    private List<Map> offers(Map at) {
        def configuration = new org.codehaus.groovy.control.CompilerConfiguration(
                scriptBaseClass: Desktop.name)
        def desktop = new GroovyShell(getClass().classLoader, new Binding(), configuration)
                .parse(script) as Desktop
        desktop.at = [file: '/home/me/scenarios/first.groovy'] + at
        desktop.run()
        desktop.offered
    }
}
