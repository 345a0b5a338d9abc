package peerlab.engine

import static peerlab.engine.play.Scripts.*

import java.nio.file.Files
import java.nio.file.Path

import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.ScenarioSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification
import student.Trouble

/**
 * What small networks say, line by line, beside the sentence that it shows. The texts lie under
 * {@code src/test/resources/transcripts}; with {@code -Dpeerlab.golden=write} they are written again, to be
 * reviewed as a diff.
 */
class TranscriptSpec extends Specification {

    static final Path FOLDER =
            Path.of(System.getProperty('peerlab.root', '..'), 'engine/src/test/resources/transcripts')

    def '#name: #sentence'() {
        given: 'what the network says'
        def text = transcript(sentence, script)
        def file = FOLDER.resolve(name + '.txt')
        if (System.getProperty('peerlab.golden') == 'write') {
            Files.createDirectories(FOLDER)
            Files.writeString(file, text)
        }

        expect: 'what it said when somebody read it'
        text == Files.readString(file)

        where:
        name           | sentence                                                                   | script
        'circle'       | 'A rumour goes around the circle and stops where it began.'                | scenario(peers: 3, [at(1, put(new KeysSpec.Fresh(1), null, named('p1')))])
        'crash'        | 'A message on its way to a peer that crashes is lost where it arrives.'    | scenario(peers: 3, [
                at(1, put(new KeysSpec.Fresh(1), null, named('p1'))),
                        at(1.015, life(LifeVerb.CRASH, named('p3')), 'the crash'),
                at(2, life(LifeVerb.RESTART, named('the crash'))),
                        at(3, get(new KeysSpec.AnyPut(), null, ALL))])
        'partition'    | 'A partition loses what would cross it, and heals by itself.'              | scenario(peers: 4, [
                during(1, 3, partition([new SelectorSpec.Numbered(1, 2)]), 'the cut'),
                at(2, put(new KeysSpec.Fresh(1), null, named('p1'))),
                        at(4, put(new KeysSpec.Fresh(1), null, named('p1')))])
        'joining'      | 'Peers come in one by one; what is sent to one outside is lost.'           | scenario(peers: 3, stop: 4, [
                at(0, life(LifeVerb.JOIN, ALL, Span.seconds(1), 'p1')),
                        at(1.5, put(new KeysSpec.Fresh(1), null, named('p1'))),
                at(3, put(new KeysSpec.Fresh(1), null, named('p1'))),
                        at(3.5, life(LifeVerb.LEAVE, named('p2')))])
        'loss'         | 'Under loss and varying latency, chance decides, the same each time.'      | scenario(peers: 3, stop: 3,
                options: [beat: Span.millis(800)], loss: Ratio.percent(30),
                latency: new Distribution.Uniform(Span.millis(20), Span.millis(80)), [])
        'trouble'      | 'A protocol that throws ends the run.'                                     | scenario(
                groups: [new GroupSpec('p', 2, 'trouble', [kind: 'throws'], GroupSpec.Start.FRESH,
                        SourcePlace.NOWHERE)],
                [at(1, new ActionSpec.Operate('poke', Optional.empty(), Optional.of(named('p1')),
                        Optional.empty(), Optional.empty(), [:]))])
    }

    private static String transcript(String sentence, ScenarioSpec script) {
        def recorder = new Recorder()
        def result = Simulation.of(script, new Protocols(RUMOURS.all() + new Trouble())).observedBy(recorder)
                .run()
        def lines = [sentence, '',
                "peers    ${script.groups().collect { "$it.count $it.protocol" }.join(', ')}",
                     "network  latency ${script.network().latency()}, loss ${script.network().loss()}"]
        script.timeline().each { lines << '         ' + StepText.of(it) +
                it.mark().map { " as '$it'" }.orElse('') }
        lines << ''
        recorder.events.each { lines << line(it) }
        lines << ''
        result.failure().ifPresent { lines << it.sentence() }
        lines << "${result.verdict().name().toLowerCase()}, ended at ${result.ended()}, " +
                "${result.messages()} messages"
        lines.join('\n') + '\n'
    }

    private static String line(RunEvent event) {
        def what = switch (event) {
            case RunEvent.Sent -> "${event.from()} -> ${event.to()}  ${event.message()}"
            case RunEvent.Delivered -> "${event.from()} -> ${event.to()}  arrives"
            case RunEvent.Dropped -> "${event.from()} -> ${event.to()}  lost: ${event.reason()}"
            case RunEvent.TimerFired -> "${event.peer()}  ${event.timer()}"
            case RunEvent.StepTaken -> "${event.peer()}  ${event.step()}"
            case RunEvent.LifeChanged -> "${event.peer()}  ${event.change().word()}"
            case RunEvent.FaultChanged ->
                "${event.fault()} ${event.isOver() ? 'ends' : 'begins'}  ${event.who().join(' ')}"
            case RunEvent.Asked ->
                "${event.peer()}  is asked ${event.request().operation()} ${event.request().key()}"
            case RunEvent.Answered -> "${event.peer()}  answers " +
                "${event.outcome().isSuccess() ? event.outcome().value() : event.outcome().reason()}"
            case RunEvent.TimelineStep -> "${event.text()}  ${event.who().join(' ')}"
            default -> (event as RunEvent.Broken).with {
                "${it.peer()}  threw ${it.exception()} while ${it.doing()}"
            }
        }
        (event.time().toString().padLeft(12) + '  ' + what).stripTrailing()
    }
}
