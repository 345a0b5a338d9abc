package peerlab.engine

import static peerlab.engine.check.Words.compare
import static peerlab.engine.check.Words.ofPeer
import static peerlab.engine.check.Words.text
import static peerlab.engine.play.Scripts.*

import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.BetweenSpec
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.RegionSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/** Parts of the world: who lives where, who is meant by their names, and how far apart they are. */
class RegionsSpec extends Specification {

    def 'regions #regions settle ten peers: #homes'() {
        expect:
        homes(scenario(peers: 10, network: network().withRegions(regions, []), [])) == homes

        where:
        regions                                                                  || homes
        [share('eu', 50), share('us', 30), share('asia', 20)]                    || 'eu eu eu eu eu us us us asia asia'
        [share('eu', 25), share('us', 25)]                                       || 'eu eu eu us us - - - - -'
        [count('eu', 3), count('us', 2)]                                         || 'eu eu eu us us - - - - -'
        [count('eu', 3), share('us', 70)]                                        || 'eu eu eu us us us us us us us'
        [count('eu', 30)]                                                        || 'eu eu eu eu eu eu eu eu eu eu'
        [chosen('eu', named('p2')), chosen('us', new SelectorSpec.Numbered(5, 7))] || '- eu - - us us us - - -'
        [chosen('eu', named('p2')), count('us', 2), share('asia', 100)]          || 'us eu us asia asia asia asia asia asia asia'
        [chosen('eu', named('p2')), chosen('us', ALL)]                           || 'us eu us us us us us us us us'
        []                                                                       || '- - - - - - - - - -'
    }

    def 'a selector that chooses by chance chooses the same each time, and as many as it says'() {
        given:
        def script = scenario(peers: 10, seed: 5, network: network().withRegions([chosen('eu', some(4))], []),
                [])

        expect:
        homes(script).count('eu') == 4
        homes(script) == homes(script)
        homes(script) != homes(scenario(peers: 10, seed: 6, network: script.network(), []))
    }

    def 'the name of a region stands for its peers, wherever peers are named'() {
        given: 'three in the eu, two in the us'
        def recorder = new Recorder()
        def simulation = Simulation.of(scenario(peers: 5, stop: 6, network: network().withRegions(
                [count('eu', 3), count('us', 2)], []), options: [beat: Span.seconds(1)],
                [at(1.5, life(LifeVerb.CRASH, named('us'))), at(2.5, life(LifeVerb.RESTART, named('us'))),
                 during(3.5, 4.5, inject(new FaultSpec.Isolate(named('eu'), FaultSpec.Direction.BOTH))),
                 at(5, put(new KeysSpec.Fresh(1), null, new SelectorSpec.Where(
                         compare(ofPeer('region'), '==', text('us')))))]), RUMOURS).observedBy(recorder)
        simulation.run()

        expect: 'crash, restart and isolation to concern those who live there'
        recorder.all(RunEvent.LifeChanged).findAll { it.time() > seconds(1) }
                .collect { "${it.peer()} ${it.change().word()}".toString() } ==
                ['p4 crashed', 'p5 crashed', 'p4 restarted', 'p5 restarted']
        recorder.all(RunEvent.FaultChanged)*.who()*.join(' ') == ['p1 p2 p3', 'p1 p2 p3']
        recorder.all(RunEvent.Dropped).findAll { it.reason() == 'isolated' }
                .collect { "${it.from()}${it.to()}".toString() } == ['p5p1', 'p1p2', 'p2p3', 'p3p4']

        and: 'conditions to know where peers live'
        recorder.all(RunEvent.Asked)*.peer()*.name().every { it in ['p4', 'p5'] }
    }

    def 'the peers of a region can come in later, all of them'() {
        given:
        def recorder = new Recorder()
        Simulation.of(scenario(peers: 4, network: network().withRegions([count('eu', 2), count('us', 2)], []),
                [at(1, life(LifeVerb.JOIN, named('us'), null, 'p1'))]), RUMOURS).observedBy(recorder).run()

        expect:
        recorder.all(RunEvent.LifeChanged)
                .collect { "${it.time()} ${it.peer()} ${it.change().word()}".toString() } ==
                ['0 s p1 started', '0 s p2 started', '1 s p3 joined', '1 s p4 joined']
    }

    def 'messages take the time that is said for their two regions, one way where one way is said'() {
        given: 'p1 in eu, p2 in us, p3 in asia, p4 nowhere'
        def between = [new BetweenSpec('eu', 'us', false, fixed(80)), new BetweenSpec('us', 'eu', true,
                fixed(95)),
                       new BetweenSpec('us', 'asia', true, fixed(120)), new BetweenSpec('eu', 'eu', false,
                               fixed(3))]
        def network = network(10).withRegions([count('eu', 1), count('us', 1), count('asia', 1)], between)
        def recorder = new Recorder()
        Simulation.of(scenario(peers: 4, network: network, options: [beat: Span.seconds(1)], stop: 1.5, []),
                RUMOURS)
                .observedBy(recorder).run()

        expect: 'each greets the next: eu to us, us to asia, asia to nowhere, nowhere to eu'
        recorder.all(RunEvent.Delivered).collectEntries { [it.from().name(), it.time().toString()] } ==
                [p1: '1.08 s', p2: '1.12 s', p3: '1.01 s', p4: '1.01 s']
    }

    def 'a picture of the network shows where peers live'() {
        given: 'one who lives in a region, and one who lives in none'
        def simulation = Simulation.of(scenario(peers: 2, network: network().withRegions([count('eu', 1)],
                []), []), RUMOURS)
        simulation.run()

        expect:
        simulation.view().topology().nodes()*.region() == ['eu', '']
    }

    /** The home of each peer, as those who look at the run see it. */
    private static String homes(script) {
        def simulation = Simulation.of(script, RUMOURS)
        simulation.run()
        simulation.view().topology().nodes().collect { it.region() ?: '-' }.join(' ')
    }

    private static RegionSpec share(String name, Number percent) {
        new RegionSpec(name, new RegionSpec.Share(Ratio.percent(percent)))
    }

    private static RegionSpec count(String name, int count) {
        new RegionSpec(name, new RegionSpec.Count(count))
    }

    private static RegionSpec chosen(String name, SelectorSpec who) {
        new RegionSpec(name, new RegionSpec.Chosen(who))
    }

    private static Distribution fixed(long millis) {
        new Distribution.Fixed(Span.millis(millis))
    }
}
