package peerlab.engine.workload

import static peerlab.engine.play.Scripts.*

import peerlab.engine.RunResult
import peerlab.engine.Simulation
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Failure
import peerlab.engine.protocol.Protocols
import peerlab.engine.protocol.Request
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/** What clients ask and what they get, through whole runs. */
class WorkloadSpec extends Specification {

    static final KeysSpec KEY = new KeysSpec.Named('k')

    Probe probe = new Probe()
    Recorder recorder = new Recorder()

    def 'keys are dealt out #how'() {
        when: 'two peers are asked'
        run(2, steps)

        then: 'each key once, by one of those meant, at its time'
        asked() == expected

        where:
        how                              | steps                                                                     || expected
        'all at once'                    | [at(1, put(new KeysSpec.Fresh(2), null, named('p1')))]                    || ['1 s put key-1', '1 s put key-2']
        'one by one'                     | [at(1, put(new KeysSpec.Fresh(3), Span.seconds(2), named('p1')))]         || ['1 s put key-1', '3 s put key-2', '5 s put key-3']
        'in a window that ends before'   | [during(1, 3, put(new KeysSpec.Fresh(1), Span.seconds(1)))]               || ['1 s put key-1', '2 s put key-2']
        'on from the last'               | [at(1, put(new KeysSpec.Fresh(1))), at(2, put(new KeysSpec.Fresh(2)))]    || ['1 s put key-1', '2 s put key-2', '2 s put key-3']
        'by name'                        | [at(1, put(new KeysSpec.Named('song')))]                                  || ['1 s put song']
        'not at all where none was put'  | [at(1, get(new KeysSpec.AnyPut())), at(1, get(new KeysSpec.Zipf(1)))]     || []
        'only those that were put'       | [at(1, put(KEY)), at(2, get(new KeysSpec.AnyPut()))]                      || ['1 s put k', '2 s get k']
    }

    def 'one key is asked for by every peer that is meant, together or one by one'() {
        when: 'all three ask'
        run(3, [at(1, get(KEY, every, ALL)), at(2.5, life(LifeVerb.CRASH, named('p3')))])

        then: 'each, as long as it is up'
        recorder.all(RunEvent.Asked).collect { "${it.time()} ${it.peer()}".toString() } == expected

        where:
        every           || expected
        null            || ['1 s p1', '1 s p2', '1 s p3']
        Span.seconds(1) || ['1 s p1', '2 s p2']
    }

    def 'random keys are ones never seen before'() {
        when: 'a hundred are asked for'
        run(2, [during(0, 10, get(new KeysSpec.Random(), Span.millis(100)))])

        then: 'all different'
        def keys = recorder.all(RunEvent.Asked)*.request()*.key()
        keys.size() == 100
        keys.toSet().size() == 100
    }

    def 'any key is uniform among those put, and zipf follows its law, the first put the most popular'() {
        given: 'five keys and many draws'
        def keys = new Keys({ 0L })
        ['a', 'b', 'c', 'd', 'e'].each { keys.wasPut(it); keys.wasPut(it) }
        def random = new peerlab.engine.base.RandomSource(8)
        def counts = new TreeMap<String, Long>()
        def choice = keys.choice(spec, random)
        20_000.times { choice.next().each { counts.merge(it, 1L) { x, y -> x + y } } }

        expect: 'a chi-square test against the law to find nothing'
        def weights = (1..5).collect { Math.pow(it, -exponent) } as double[]
        org.apache.commons.statistics.inference.ChiSquareTest.withDefaults()
                .test(weights, counts.values() as long[]).getPValue() > 1e-3

        where:
        spec                     | exponent
        new KeysSpec.AnyPut()    | 0
        new KeysSpec.Zipf(0.9d)  | 0.9
        new KeysSpec.Zipf(2)     | 2
    }

    def 'of keys that have numbers, #spec asks for each as often as it says'() {
        given: 'ten keys, of which nobody has put any, and many draws'
        def choice = new Keys({ 0L }).choice(spec, new peerlab.engine.base.RandomSource(9))
        def counts = new long[10]
        20_000.times { counts[(choice.next()[0] - 'key-') as int - 1]++ }

        expect: 'a chi-square test against the law to find nothing'
        org.apache.commons.statistics.inference.ChiSquareTest.withDefaults()
                .test(weights as double[], counts).getPValue() > 1e-3

        where:
        spec                                                       | weights
        new KeysSpec.Uniform(10)                                   | [1] * 10
        new KeysSpec.Popular(1.1d, 10, 0, Span.ZERO)               | (1..10).collect { Math.pow(it, -1.1) }
        new KeysSpec.HotSpot(10, ratio(0.2), ratio(0.9))           | [0.45] * 2 + [0.0125] * 8
        new KeysSpec.HotSpot(10, ratio(1), ratio(0.9))             | [1] * 10
    }

    private static ratio(double value) { new peerlab.engine.base.Ratio(value) }

    def 'a scan asks for one key after the other, and each step scans for itself'() {
        given:
        def keys = new Keys({ 0L })
        def one = keys.choice(new KeysSpec.Scan(3), new peerlab.engine.base.RandomSource(1))
        def other = keys.choice(new KeysSpec.Scan(2), new peerlab.engine.base.RandomSource(1))

        expect:
        (1..4).collect { one.next()[0] } == ['key-1', 'key-2', 'key-3', 'key-1']
        other.next() == ['key-1']
    }

    def 'a popularity that shifts makes the most popular keys the least popular, with time'() {
        given: 'a steep law over 100 keys, of which 10 go down every second'
        long now = 0
        def choice = new Keys({ now }).choice(
                new KeysSpec.Popular(5d, 100, 10, Span.seconds(1)), new peerlab.engine.base.RandomSource(3))

        expect: 'the most popular one to be another each second'
        (0..3).collect { second ->
            now = second * 1_000_000_000L + 5
            (1..200).collect { choice.next()[0] }.countBy { it }.max { it.value }.key
        } == ['key-1', 'key-11', 'key-21', 'key-31']
    }

    def 'pauses that vary are drawn by their law'() {
        when: 'somebody asks for 10 s with pauses of 20 ms in the mean'
        def law = new peerlab.engine.base.Distribution.Exponential(Span.millis(20))
        run(2, [during(0, 10, get(KEY).every(law))])

        then: 'as often as a Poisson process: 4 standard deviations'
        def times = recorder.all(RunEvent.Asked)*.time()*.nanos()
        Math.abs(times.size() - 500) < 4 * Math.sqrt(500)
        times.toSet().size() == times.size()
    }

    def 'in a closed loop each asker waits for its answer, thinks, and asks again'() {
        given: 'answers that take a second, and two seconds to think'
        def open = [:]
        probe.onRequest = { peer, request ->
            open["${peer.self()}"] = request
            peer.startTimer(new Probe.Bell('now'), Span.seconds(1))
        }
        probe.onTimer = { peer, bell -> peer.reply(open["${peer.self()}"], 'x') }
        def think = new peerlab.engine.base.Distribution.Fixed(Span.seconds(2))

        when: 'three peers ask for 9.5 s'
        run(3, [during(0, 9.5, get(KEY, null, ALL).think(think))])

        then: 'each at 0, 3, 6 and 9 s'
        recorder.all(RunEvent.Asked)*.time()*.toString() ==
                ['0 s', '3 s', '6 s', '9 s'].collectMany { [it] * 3 }
    }

    def 'some of the reads write, as many as the step says, and values have sizes of their own'() {
        when:
        def sizes = new peerlab.engine.spec.SizeSpec.Uniform(
                new peerlab.engine.base.Bytes(10), new peerlab.engine.base.Bytes(20))
        run(1, [during(0, 10, get(new KeysSpec.Uniform(50), Span.millis(10)).writes(ratio(0.3)).size(sizes))])

        then: '30 % of 1,000, to within 4 standard deviations'
        def asked = recorder.all(RunEvent.Asked)*.request()
        def puts = asked.findAll { it.operation() == 'put' }
        Math.abs(puts.size() - 300) < 4 * Math.sqrt(1000 * 0.3 * 0.7)

        and: 'the value of a key is as large each time, for readers and for writers'
        def byKey = asked.groupBy { it.key() }.collectEntries { key, all ->
            [key, all.collect { it.value() ? it.value().size() : it.options().size }.toSet()] }
        byKey.every { it.value.size() == 1 && (it.value.first().count() as int) in 10..20 }
        byKey.values().flatten().toSet().size() > 5
    }

    def 'a value is its key and a number of its own, and as large as the step says'() {
        when: 'two are put'
        run(1, [at(1, put(KEY)),
                at(2, new ActionSpec.Operate('put', Optional.of(KEY), Optional.empty(), Optional.empty(),
                Optional.of(new peerlab.engine.base.Bytes(4_096)), [ttl: 5, mode: 'x']))])

        then: 'content, size and the options in their order'
        def requests = recorder.all(RunEvent.Asked)*.request()
        requests*.value()*.content() == ['k=1', 'k=2']
        requests*.value()*.size()*.toString() == ['64 B', '4 KiB']
        requests[1].options().toString() == '[ttl:5, mode:x]' || requests[1].options().toString() == '{ttl=5, mode=x}'
    }

    def 'an answer is the first one, whenever it comes, and its time is counted'() {
        given: 'a peer that answers after a second, and then again'
        Request kept = null
        probe.onRequest = { peer, request -> kept = request; peer.startTimer(
                new Probe.Bell('now'), Span.seconds(1)) }
        probe.onTimer = { peer, bell -> peer.reply(kept, 'first'); peer.reply(kept, new Failure('too late')) }

        when: 'it is poked'
        def result = run(1, [at(1, poke())])

        then: 'one answer'
        def answered = recorder.all(RunEvent.Answered)
        answered*.outcome()*.value() == ['first']
        answered*.latency() == [Span.seconds(1)]
        figures(result, 'pokes') == [started: 1, count: 1, succeeded: 1, failed: 0]
        result.metrics().values()['pokes.latency'].mean() == 1d
    }

    def 'a request that is never answered is started and nothing else'() {
        given: 'a peer that keeps silent'
        probe.onRequest = { peer, request -> }

        expect: 'no verdict on it'
        figures(run(1, [at(1, poke())]), 'pokes') == [started: 1, count: 0, succeeded: 0, failed: 0]
    }

    def 'who goes down leaves what it was asked unanswered: #reason'() {
        given: 'peers that keep silent'
        probe.onRequest = { peer, request -> }

        when: 'both are asked, and p1 goes'
        def result = run(2, [at(1, poke(ALL)), at(3, life(verb, named('p1')))])

        then: 'the client of p1 knows, that of p2 waits'
        def answered = recorder.all(RunEvent.Answered)
        answered*.peer()*.name() == ['p1']
        answered[0].outcome().reason() == reason
        answered[0].time() == seconds(3)
        figures(result, 'pokes') == [started: 2, count: 1, succeeded: 0, failed: 1]

        where:
        verb           || reason
        LifeVerb.CRASH || 'p1 crashed'
        LifeVerb.LEAVE || 'p1 left'
    }

    def 'an answer is judged by what was written: #what'() {
        given: 'a store of the only value, or of another'
        Object stored = null
        probe.onRequest = { peer, request ->
            if (request.operation() == 'put') {
                stored = request.value()
                peer.reply(request, 'done')
            } else {
                peer.reply(request, answer(stored))
            }
        }

        when: 'it is put and got'
        def result = run(1, [at(1, put(KEY)), at(2, get(KEY))])

        then: 'right, wrong or failed'
        def values = result.metrics().values()
        ['succeeded', 'failed', 'wrong', 'stale'].collect { values["gets.$it".toString()].value() as int } ==
                figures
        recorder.all(RunEvent.Answered).last().outcome().reason() == reason

        where:
        what              | answer                            || figures      | reason
        'the value'       | { it }                            || [1, 0, 0, 0] | ''
        'another value'   | { 'a lie' }                       || [0, 1, 1, 0] | 'wrong value a lie'
        'nothing'         | { null }                          || [0, 1, 1, 0] | 'wrong value null'
        'an excuse'       | { new Failure('cannot find it') } || [0, 1, 0, 0] | 'cannot find it'
    }

    def 'a value is stale once a later write of its key was acknowledged before it was asked for'() {
        given: 'a store that gives the first value for ever'
        Object first = null
        probe.onRequest = { peer, request ->
            first = first ?: request.value()
            peer.reply(request, request.operation() == 'put' ? 'done' : first)
        }

        when: 'it is got before and after a second put'
        def result = run(1, [at(1, put(KEY)), at(2, get(KEY)), at(3, put(KEY)), at(4, get(KEY))])

        then: 'the second time it is stale, and no failure'
        result.metrics().values()['gets.stale'].value() == 1
        result.metrics().values()['gets.succeeded'].value() == 2
        result.metrics().values()['gets.wrong'].value() == 0
    }

    def 'history calls a value stale as linearizability does: #story'() {
        given: 'writes a and b, begun and acknowledged in some order, and a read that begins after all that'
        def history = new History()
        story.split(' ').each { word ->
            word.endsWith('+') ? history.acknowledge('k', word[0]) : history.attempt('k', word)
        }

        expect: 'stale only what ended before a write began that was acknowledged when the read began'
        def acknowledged = history.acknowledged('k')
        ['a', 'b'].findAll { history.isKnown('k', it) && history.isStale('k', it, acknowledged) } == stale

        where:
        story       || stale
        'a a+'      || []
        'a a+ b'    || []
        'a a+ b b+' || ['a']
        'a b a+ b+' || []
        'a b b+ a+' || []
        'a b b+'    || []
        'b b+ a a+' || ['b']
    }

    def 'who is down asks nothing, however it is meant: #from'() {
        given: 'one of two peers down'
        def result = run(2, [at(1, life(LifeVerb.CRASH, named('p1'))), at(2, poke(from)),
                             at(3, poke(from, Span.millis(100)))])

        expect: 'nobody was asked, which is noted'
        result.failure().empty
        asked().empty
        result.notes().size() == 2
        result.notes().every { it.endsWith('asked nobody') }

        where:
        from << [new SelectorSpec.Down(ALL), new SelectorSpec.Some(1, new SelectorSpec.Down(ALL)),
                 named('p1')]
    }

    def 'the first thousand failures are kept with their reasons, the others only counted'() {
        given: 'a peer that fails'
        probe.onRequest = { peer, request -> peer.reply(request, new Failure('no')) }

        when: 'it is asked 1,100 times'
        def simulation = simulation(1, [during(0, 5.5, poke(null, Span.millis(5)))])
        def result = simulation.run()

        then: 'in the order of failing, from an instant on'
        result.metrics().values()['pokes.failed'].value() == 1_100
        def kept = simulation.view().failures('pokes', seconds(0))
        kept.size() == 1_000
        kept[0].reason() == 'no'
        kept[0].peer().name() == 'p1'
        kept*.failed() == kept*.failed().toSorted()
        simulation.view().failures('pokes', seconds(4.9)).size() == 20
        simulation.view().failures('gets', seconds(0)).empty
    }

    private RunResult run(int peers, List steps) {
        simulation(peers, steps).run()
    }

    private Simulation simulation(int peers, List steps) {
        def group = new GroupSpec('p', peers, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)
        if (probe.onRequest.is(null)) {
            throw new IllegalStateException('no behaviour')
        }
        Simulation.of(scenario(groups: [group], steps), new Protocols([probe])).observedBy(recorder)
    }

    private List<String> asked() {
        recorder.all(RunEvent.Asked)
                .collect { "${it.time()} ${it.request().operation()} ${it.request().key()}".toString() }
    }

    private static Map figures(RunResult result, String plural) {
        ['started', 'count', 'succeeded', 'failed'].collectEntries {
            [it, result.metrics().values()["$plural.$it".toString()].value() as int]
        }
    }

    private static ActionSpec poke(SelectorSpec from = null, Span every = null) {
        new ActionSpec.Operate('poke', Optional.empty(), Optional.ofNullable(from),
                Optional.ofNullable(every), Optional.empty(), [:])
    }
}
