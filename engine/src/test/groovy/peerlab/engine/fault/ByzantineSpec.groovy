package peerlab.engine.fault

import static peerlab.engine.play.Scripts.*

import java.util.function.Supplier

import peerlab.engine.RunResult
import peerlab.engine.Simulation
import peerlab.engine.base.Distribution
import peerlab.engine.base.PeerId
import peerlab.engine.base.Ratio
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Echoes
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Behaviour
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.ScenarioSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification
import student.Liars

/** Peers that do not keep to their protocol, in what the others see of them. */
class ByzantineSpec extends Specification {

    static final Protocols ECHOES = new Protocols([new Echoes()])
    static final Distribution VARYING = new Distribution.Uniform(Span.millis(5), Span.millis(95))

    Recorder recorder = new Recorder()
    Map<String, Closure<Behaviour>> brought = [:]

    static ActionSpec byzantine(Map options = [:], String who, String behaviour) {
        byzantine(options, named(who), behaviour)
    }

    static ActionSpec byzantine(Map options = [:], SelectorSpec who, String behaviour) {
        new ActionSpec.Inject(new FaultSpec.Byzantine(who, behaviour, Optional.ofNullable(options.chance),
                Optional.ofNullable(options.by), Optional.ofNullable(options.every),
                Optional.ofNullable(options.victim), Optional.ofNullable(options.target),
                Optional.ofNullable(options.towards), Optional.ofNullable(options.type)), Optional.empty())
    }

    def '#behaviour: #what'() {
        when: 'p2 behaves so from 1 s to 3 s, and p1 and then p2 ask all others, then p1 once more'
        run([during(1, 3, byzantine(options, 'p2', behaviour)), at(1.5, ask('p1')), at(2.1, ask('p2')),
             at(4, ask('p1'))])

        then: 'this is what they are told; afterwards all is as it was'
        answers() == told + 'p2 yes, p3 yes'

        where:
        behaviour | options              | what                                         || told
        'silent'  | [:]                  | 'what it says or asks never leaves'          || ['p3 yes', '']
        'silent'  | [type: 'Answer']     | 'a type alone'                               || ['p3 yes', 'p1 yes, p3 yes']
        'silent'  | [victim: named('p1')] | 'to its victims alone'                      || ['p3 yes', 'p3 yes']
        'silent'  | [victim: named('p3')] | 'and to nobody else'                        || ['p2 yes, p3 yes', 'p1 yes']
        'drops'   | [:]                  | 'it asks, and answers nobody'                || ['p3 yes', 'p1 yes, p3 yes']
        'drops'   | [type: 'Answer']     | 'answers are dropped where it says so'       || ['p2 yes, p3 yes', '']
        'drops'   | [chance: Ratio.NONE] | 'never, where chance says so'                || ['p2 yes, p3 yes', 'p1 yes, p3 yes']
        'delays'  | [by: ms(100)]        | 'its answer comes after those of others'     || ['p3 yes, p2 yes', 'p1 yes, p3 yes']
        'delays'  | [by: ms(600)]        | 'or too late'                                || ['p3 yes', '']
        'replays' | [by: ms(100)]        | 'it says everything twice'                   || ['p2 yes, p3 yes, p2 yes', 'p1 yes, p3 yes, p1 yes, p3 yes']
        'fibs'    | [:]                  | 'what only its protocol knows'               || ['p2 no, p3 yes', 'p1 yes, p3 yes']
        'fibs'    | [victim: named('p3')] | 'to its victims, and p1 is none'            || ['p2 yes, p3 yes', 'p1 yes, p3 yes']
    }

    def 'a message is concerned by chance: #percent percent of them'() {
        when: 'p2 tells p1 no that often'
        run([at(0.1, byzantine('p2', 'fibs', chance: Ratio.percent(percent)))] +
                (1..400).collect { at(it * 0.6, ask('p1')) }, stop: 300)

        then: 'the share is within four standard errors of 400 answers'
        def no = answers().count { it.contains('p2 no') }
        answers().size() == 400
        Math.abs(no - 4 * percent) <= 4 * Math.sqrt(4 * percent * (1 - percent / 100))

        where:
        percent << [20, 50, 90]
    }

    def 'a peer that is silent has heard all the same: its honest self is not touched'() {
        when: 'it is asked while it is silent'
        def simulation = run([during(1, 3, byzantine('p2', 'silent')), at(1.5, ask('p1'))])

        then: 'it counted the question'
        simulation.view().peer(PeerId.of(1)).values().questions == 1
    }

    def 'what it drops its honest self never hears of'() {
        expect: 'no question counted'
        run([at(1, byzantine('p2', 'drops')), at(1.5, ask('p1'))])
                .view().peer(PeerId.of(1)).values().questions == 0
    }

    def 'what was held back is forgotten by a peer that goes down, even after it behaves again'() {
        when: 'p2 holds an answer back until 2.5 s, behaves from 2 s on, and is down from 2.1 s to 2.2 s'
        run([during(1, 2, byzantine('p2', 'delays', by: ms(900))), at(1.55, ask('p1')),
             at(2.1, life(LifeVerb.CRASH, named('p2'))), at(2.2, life(LifeVerb.RESTART, named('p2')))])

        then: 'it is never said'
        recorder.all(RunEvent.Sent)
                .findAll { it.from().name() == 'p2' && it.message() instanceof Echoes.Answer }
                .empty
    }

    def 'a flood is so many messages of its latest, to those whom it knows, until it ends'() {
        when: 'p2 floods for two seconds, and says something at the beginning'
        run([during(1, 3, byzantine('p2', 'floods', every: Span.millis(10))), at(1, ask('p2'))])

        then: 'a message each 10 ms'
        def sent = recorder.all(RunEvent.Sent).findAll { it.from().name() == 'p2' && it.time() > seconds(1) }
        sent.count { it.message() instanceof Echoes.Question } == 199
        sent.every { it.time() < seconds(3) }
        Math.abs(sent.count { it.to().name() == 'p1' } - 100) < 40
    }

    def 'a flood hits its victims alone, rests while the peer is down, and goes on after a restart'() {
        when: 'p2 floods p3, and is down for a second'
        run([at(1, byzantine('p2', 'floods', every: Span.millis(100), victim: named('p3'))),
             at(1.01, ask('p2')), at(2.05, crash('p2')), at(3.05, restart('p2'))], stop: 4)

        then: 'nothing while it is down'
        def floods = sent('p2').findAll { it.time() > seconds(1.01) }
        floods*.time() == (11..20).collect { seconds(it / 10) } + (1..9).collect { seconds(3.05 + it / 10) }
        floods*.to()*.name().unique() == ['p3']
    }

    def 'before it has said anything, a flood of what was said is nothing'() {
        expect: 'no message at all'
        run([at(1, byzantine('p2', 'floods', every: Span.millis(10)))])
        recorder.all(RunEvent.Sent).empty
    }

    def 'what is held back is lost with a crash, and said in its time where the fault is over before'() {
        when: 'p2 delays its answers by half a second'
        run([during(1, 2, byzantine('p2', 'delays', by: ms(400))), at(1.8, ask('p1'))] + more)

        then: 'the answer comes, or does not'
        recorder.all(RunEvent.Sent).findAll { it.from().name() == 'p2' }*.time()*.toString() == said

        where:
        more                                                                         || said
        []                                                                           || ['2.21 s']
        [at(1.9, crash('p2'))]                                 || []
        [at(1.9, crash('p2')), at(1.95, restart('p2'))] || []
        [during(1.9, 3, pause('p2'))]                                                || ['3 s']
        [during(1.9, 3, pause('p2')), at(2.5, crash('p2'))]    || []
    }

    def 'a paused flood does nothing, and then what is due'() {
        when: 'p2 floods, and pauses for a second'
        run([at(1, byzantine('p2', 'floods', every: Span.millis(100))), at(1, ask('p2')),
             during(2.05, 3.05, pause('p2'))] + more, stop: 4.01)

        then: 'no message in that second'
        def times = sent('p2')*.time().findAll { it > seconds(1) }
        times.count { it > seconds(2.05) && it < seconds(3.05) } == 0
        times.count { it >= seconds(3.05) } == after

        where:
        more                                         || after
        []                                           || 10
        [at(2.5, crash('p2'))] || 0
    }

    def 'several behaviours stack, the first nearest to the honest self, and end in any order'() {
        when: 'p2 lies, later says it late as well, and then keeps to one of the two'
        run([during(1, a, byzantine('p2', 'fibs')), during(1.1, b, byzantine('p2', 'delays', by: ms(100))),
             at(1.5, ask('p1')), at(3.5, ask('p1')), at(6, ask('p1'))])

        then: 'a late lie, then one of them, then the truth'
        answers() == ['p3 yes, p2 no', then, 'p2 yes, p3 yes']

        where:
        a | b || then
        3 | 5 || 'p3 yes, p2 yes'
        5 | 3 || 'p2 no, p3 yes'
    }

    def 'drops in front of delays: what is dropped at the outer one does not reach the inner one'() {
        expect: 'no answer'
        run([at(1, byzantine('p2', 'delays', by: ms(100))), at(1, byzantine('p2', 'drops')),
             at(1.5, ask('p1'))])
        answers() == ['p3 yes']
    }

    def 'a peer that restarts goes on misbehaving; one that comes up later begins to'() {
        when: 'p2 crashes and comes back under its fault, and p3 joins after the beginning of its own'
        run([at(1, byzantine('p2', 'fibs')), at(0.5, byzantine('p3', 'fibs')),
             at(2, life(LifeVerb.JOIN, named('p3'))), at(2.5, crash('p2')), at(3, restart('p2')),
             at(4, ask('p1'))])

        then: 'both lie'
        answers() == ['p2 no, p3 no']
    }

    def 'where nothing says how, a peer #behaviour as usual'() {
        given: 'what it does when it is told to'
        def steps = { options -> [during(1, 3, byzantine(options, 'p2', behaviour)), at(1.5, ask('p1'))] }
        run(steps(usual))
        def told = sent('p2')*.time()

        when: 'it is told nothing'
        recorder = new Recorder()
        run(steps([:]))

        then:
        sent('p2')*.time() == told
        !told.empty

        where:
        behaviour | usual
        'delays'  | [by: ms(500)]
        'replays' | [by: ms(1000)]
        'floods'  | [every: Span.millis(10)]
    }

    def 'who keeps to the protocol can be told from outside'() {
        when: 'p2 lies for a while'
        def seen = []
        recorder = new Recorder(look: { event, view ->
            if (event instanceof RunEvent.Asked) {
                seen << view.peers().collect { view.peer(it).isHonest() }
            }
        })
        run([during(1, 3, byzantine('p2', 'fibs')), at(1.5, ask('p1')), at(4, ask('p1'))])

        then: 'in the meantime it does not'
        seen == [[true, false, true], [true, true, true]]
    }

    def 'links that no changed message crosses carry the same at the same times (#behaviour)'() {
        given: 'peers that ask each other all the time, over links whose latency varies'
        def script = { steps -> script(steps, peers: 5, latency: VARYING, options: [beat: Span.millis(300)]) }
        Simulation.of(script([]), ECHOES).observedBy(recorder).run()
        def before = among(['p1', 'p3', 'p4', 'p5'])

        when: 'p2 misbehaves'
        recorder = new Recorder()
        def misbehaving = script([during(2, 8, byzantine(options, 'p2', behaviour))])
        Simulation.of(misbehaving, ECHOES).observedBy(recorder).run()

        then: 'all between the others is as it was, and something else is not'
        among(['p1', 'p3', 'p4', 'p5']) == before
        before.size() > 700

        where:
        behaviour | options
        'silent'  | [:]
        'drops'   | [chance: Ratio.percent(50)]
        'delays'  | [by: new Distribution.Exponential(Span.millis(50))]
        'replays' | [by: new Distribution.Exponential(Span.millis(50)), chance: Ratio.percent(30)]
        'fibs'    | [chance: Ratio.percent(50)]
    }

    def 'runs with misbehaving peers repeat, and another seed gives another (#behaviour)'() {
        given: 'some peers that misbehave'
        def script = { long seed -> script([at(1, byzantine(options, some(2), behaviour))], peers: 5,
                seed: seed, latency: VARYING, options: [beat: Span.millis(300)]) }

        expect: 'equal fingerprints for equal seeds'
        fingerprint(script(1)) == fingerprint(script(1))
        fingerprint(script(1)) != fingerprint(script(2))

        where:
        behaviour | options
        'drops'   | [chance: Ratio.percent(50)]
        'delays'  | [by: new Distribution.Exponential(Span.millis(50))]
        'floods'  | [every: Span.millis(20)]
    }

    def 'a behaviour that changes nothing changes nothing'() {
        given: 'one that is all defaults'
        brought.'student.Saint' = { new Liars.Saint() }
        def timeline = [at(1.5, ask('p1')), at(2, ask('p2'))]
        run(timeline)
        def before = delivered()

        when: 'it stands before p2'
        recorder = new Recorder()
        run([at(1, byzantine('p2', 'student.Saint'))] + timeline)

        then: 'nobody can tell'
        delivered() == before
        before.size() == 8
    }

    def 'what a behaviour of a lab does wrong (#kind) is a verdict, with its own frames'() {
        given: 'a clumsy one'
        brought.'student.Clumsy' = { new Liars.Clumsy(kind) }

        when: 'p2 behaves so and is asked'
        def failure = result([at(1, byzantine('p2', 'student.Clumsy')), at(1.5, ask('p1'))]).failure().get()

        then: 'the peer, the time, what it was doing, and the lines of the lab'
        failure.sentence() == sentence
        failure.detail()[0] == detail
        failure.detail().size() > 1
        failure.detail().tail().every { it.startsWith('at student.Liars$Clumsy.') }

        where:
        kind       | sentence                                                                          | detail
        'throws'   | 'p2 threw IllegalStateException at 1.51 s while handling Question from p1'        | 'I cannot lie'
        'nothing'  | 'p2 threw IllegalArgumentException at 1.51 s while handling Question from p1'     | 'cannot send null to p1'
        'nobody'   | 'p2 threw IllegalArgumentException at 1.51 s while handling Question from p1'     | 'cannot send Answer[number=1, text=yes] to null'
        'stranger' | 'p2 threw IllegalArgumentException at 1.51 s while handling Question from p1'     | 'cannot send Answer to p4712: no such peer takes part'
        'alarm'    | 'p2 threw IllegalArgumentException at 1.51 s while handling Question from p1'     | 'cannot start the timer null with the delay 1 ms'
        'timer'    | 'p2 threw IllegalStateException at 1.02 s while misbehaving at the timer Alarm'   | 'I woke up'
        'create'   | 'p2 threw IllegalStateException at 1 s while carrying out at 1 s byzantine p2 student.Clumsy' | 'I was never made'
    }

    def 'a behaviour that nobody knows is no verdict: whoever made the scenario is told'() {
        when: 'it is asked for'
        result([at(1, byzantine('p2', 'mumbles'))])

        then: 'by its name'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "none of these peers can be made to behave like 'mumbles'"
    }

    // What the features above are written with.

    private ScenarioSpec script(Map changes = [:], List timeline) {
        scenario([groups: [new GroupSpec('p', changes.peers ?: 3, 'echoes', changes.options ?: [:],
                GroupSpec.Start.FRESH, SourcePlace.NOWHERE)]] + changes, timeline)
    }

    private Simulation simulation(Map changes = [:], List timeline) {
        def hooks = new Hooks() {
            @Override
            Optional<Supplier<?>> of(String hook, String group) { Optional.empty() }

            @Override
            Optional<Supplier<? extends Behaviour>> behaviour(String type) {
                Optional.ofNullable(brought[type]).map { make -> make as Supplier<Behaviour> }
            }
        }
        Simulation.of(script(changes, timeline), ECHOES).withHooks(hooks).observedBy(recorder)
    }

    private Simulation run(Map changes = [:], List timeline) {
        def simulation = simulation(changes, timeline)
        assert simulation.run().failure().empty
        simulation
    }

    private RunResult result(List timeline) { simulation(timeline).run() }

    private static String fingerprint(ScenarioSpec script) {
        Simulation.of(script, ECHOES).run().fingerprint()
    }

    private List<String> answers() {
        recorder.all(RunEvent.Answered)*.outcome()*.value()
    }

    private List<String> delivered() {
        recorder.all(RunEvent.Delivered).collect { "${it.time()} ${it.from()} ${it.message()}" as String }
    }

    private List<RunEvent.Sent> sent(String from) {
        recorder.all(RunEvent.Sent).findAll { it.from().name() == from }
    }

    private List<String> among(List<String> peers) {
        recorder.all(RunEvent.Delivered).findAll { it.from().name() in peers && it.to().name() in peers }
                .collect { "${it.time()} ${it.from()} ${it.to()} ${it.message().type()}" as String }
    }

    private static Distribution.Fixed ms(int millis) { new Distribution.Fixed(Span.millis(millis)) }

    private static ActionSpec crash(String who) { life(LifeVerb.CRASH, named(who)) }

    private static ActionSpec restart(String who) { life(LifeVerb.RESTART, named(who)) }

    private static ActionSpec ask(String who) {
        new ActionSpec.Operate('ask', Optional.empty(), Optional.of(named(who)), Optional.empty(),
                Optional.empty(), [:])
    }

    private static ActionSpec pause(String who) {
        new ActionSpec.Inject(new FaultSpec.Pause(named(who)), Optional.empty())
    }
}
