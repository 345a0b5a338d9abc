package peerlab.engine.spec

import static peerlab.engine.play.Scripts.*

import peerlab.engine.Simulation
import peerlab.engine.base.PeerId
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import spock.lang.Specification

/** The named networks, held to what was published of them. */
class ProfilesSpec extends Specification {

    static final int PEERS = 10_000

    def 'the profile #profile gives round trips of #published ms at #quantiles'() {
        given: 'the times of messages from each peer to the next and back, in milliseconds'
        def trips = roundTrips(profile, seed)

        expect: 'what was published, to the accuracy of the fit and of so many pairs'
        quantiles.eachWithIndex { q, i ->
            assert Math.abs(quantile(trips, q) / published[i] - 1) <= accuracy
        }

        where: 'for internet-2d, of which one way is published, twice that and the jitter, 8 % on the average'
        profile        | quantiles                   | published              | accuracy
        'bitcoin-2018' | [0.1, 0.33, 0.5, 0.67, 0.9] | [92, 125, 152, 200, 276] | 0.065
        'internet-2d'  | [0.1, 0.5, 0.9, 0.99]       | [33.5, 150.7, 339, 538] | 0.06
        'lan'          | [0.5, 0.99]                 | [0.268, 1.34]          | 0.05
        'satellite'    | [0.001, 0.999]              | [613, 725]             | 0.002
        'wan'          | [0.001, 0.999]              | [45, 90]               | 0.005
        seed = 3
    }

    def 'a phone has a round trip of 40 ms on the average, and never less than 20'() {
        given:
        def trips = roundTrips('mobile', 4)

        expect: 'two exponential draws of 10 ms each'
        Math.abs(trips.sum() / trips.size() - 40) <= 40 * Math.sqrt(2 / trips.size())
        trips.min() >= 20
    }

    def 'between any two regions of aws-2019 a round trip takes what was measured'() {
        given: 'its regions, and what is said between them'
        def network = NetworkProfiles.find('aws-2019').get()
        def names = network.regions()*.name()
        def between = network.between().collectEntries { [[it.from(), it.to()], it.latency().toString()] }

        expect: 'all pairs, once'
        names.size() == 11
        between.size() == 11 * 12 / 2
        network.between().size() == between.size()

        and: 'some that anybody can look up'
        between[['virginia', 'ireland']] == '40 ms'
        between[['oregon', 'virginia']] == '40.5 ms'
        between[['frankfurt', 'london']] == '6.5 ms'
        between[['sydney', 'london']] == '135.5 ms'
        between[['seoul', 'tokyo']] == '17.5 ms'
        between[['ireland', 'ireland']] == '500 us'

        and: 'no way so short that light in glass could not go it: half its speed between the two coasts'
        between.values().every { Double.parseDouble(it - ' ms' - ' us') > 0 }
    }

    def 'messages between two regions of aws-2019 take at least the half of that, and little more'() {
        given: 'one peer in each region, who greets the next'
        def network = NetworkProfiles.find('aws-2019').get()
        def recorder = new Recorder(interests: RunEvent.Kind.SENT.bit() | RunEvent.Kind.DELIVERED.bit())
        Simulation.of(scenario(peers: 11, network: network, options: [beat: Span.seconds(1)], stop: 1_000,
                []), RUMOURS)
                .observedBy(recorder).run()

        expect: 'the shortest of a thousand to be the base, and half of them within 0.25 ms of it'
        def sent = recorder.all(RunEvent.Sent).collectEntries { [it.id(), it.time().nanos()] }
        def times = recorder.all(RunEvent.Delivered).groupBy { it.from().index() }
                .collectEntries { from, all -> [from,
                        all.collect { (it.time().nanos() - sent[it.id()]) / 1e6 }] }
        def rows = [81, 182, 152, 97, 169, 105, 156, 101, 24, 12, 141]
        times.every { from, all ->
            def base = rows[from] / 2
            all.min() >= base && all.min() < base + 0.01 && quantile(all, 0.5) < base + 0.25
        }
    }

    def 'every profile says where its numbers come from, and has a name and a summary'() {
        expect:
        NetworkProfiles.all()*.profile()*.get()*.name() == ['lan', 'wan', 'mobile', 'satellite',
                'bitcoin-2018',
                                                            'internet-2d', 'distance', 'aws-2019']
        NetworkProfiles.all().every {
            def profile = it.profile().get()
            !profile.sources().empty && profile.sources().every { it =~ /\d/ } && !profile.summary().blank
        }
        NetworkProfiles.find('nowhere').empty
    }

    def 'half of all messages to the other side of the world take what 6,200 miles take'() {
        given: 'the mean distance of two points on a sphere is a quarter of its circumference'
        def trips = roundTrips('distance', 6)

        expect: '0.022 ms a mile, 4.862 ms, and a little jitter'
        def middle = 2 * Math.PI * 3958.76 / 4
        Math.abs(quantile(trips, 0.5) - (0.022 * middle + 4.862)) < 5
    }

    /** Between pairs who have no peer in common; without lines and losses. */
    private static List<Double> roundTrips(String profile, long seed) {
        def echo = new Probe()
        echo.onStart = { peer, setup ->
            if (peer.self().index() % 2 == 0) {
                peer.send(PeerId.of(peer.self().index() + 1), new Probe.Word('19'))
            }
        }
        echo.onMessage = { peer, from, word ->
            int left = word.text() as int
            if (left > 0) {
                peer.send(from, new Probe.Word("${left - 1}"))
            }
        }
        def recorder = new Recorder(interests: RunEvent.Kind.SENT.bit() | RunEvent.Kind.DELIVERED.bit())
        def network = NetworkProfiles.find(profile).get().withLines([]).with(LossSpec.NONE)
        Simulation.of(scenario(seed: seed, network: network, stop: 30,
                groups: [new GroupSpec('p', PEERS, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)],
                        []),
                new Protocols([echo])).observedBy(recorder).run()
        Map<Integer, Long> began = [:]
        List<Double> trips = []
        recorder.events.each {
            if (it instanceof RunEvent.Sent && it.from().index() % 2 == 0) {
                began[it.from().index()] = it.time().nanos()
            } else if (it instanceof RunEvent.Delivered && it.to().index() % 2 == 0) {
                trips << (it.time().nanos() - began[it.to().index()]) / 1e6
            }
        }
        trips
    }

    private static double quantile(List times, Number share) {
        def sorted = times.toSorted()
        sorted[(int) (share * (sorted.size() - 1))]
    }
}
