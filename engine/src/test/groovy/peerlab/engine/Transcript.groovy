package peerlab.engine

import java.nio.file.Files
import java.nio.file.Path

import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ScenarioSpec

/** What a small network says, line by line. */
class Transcript {

    static final Path FOLDER =
            Path.of(System.getProperty('peerlab.root', '..'), 'engine/src/test/resources/transcripts')

    /** What was kept under a name, after it was written again if that is asked for. */
    static String kept(String name, String text) {
        def file = FOLDER.resolve(name + '.txt')
        if (System.getProperty('peerlab.golden') == 'write') {
            Files.createDirectories(file.parent)
            Files.writeString(file, text)
        }
        Files.readString(file)
    }

    /** @param network what the network does, in words; its latency and loss where nobody says */
    static String of(String sentence, ScenarioSpec script, Protocols protocols, String network = null) {
        def recorder = new Recorder()
        def result = Simulation.of(script, protocols).observedBy(recorder).run()
        def sent = recorder.all(RunEvent.Sent).collectEntries { [it.id(), it.message()] }
        def usual = "latency ${script.network().latency()}, loss ${script.network().loss()}"
        def lines = [sentence, '',
                "peers    ${script.groups().collect { "$it.count $it.protocol" }.join(', ')}",
                     "network  ${network ?: usual}"]
        script.timeline().each { lines << '         ' + StepText.of(it) +
                it.mark().map { " as '$it'" }.orElse('') }
        lines << ''
        recorder.events.each { lines << line(it, sent) }
        lines << ''
        result.failure().ifPresent { lines << it.sentence() }
        lines << "${result.verdict().name().toLowerCase()}, ended at ${result.ended()}, " +
                "${result.messages()} messages"
        lines.join('\n') + '\n'
    }

    private static String line(RunEvent event, Map sent) {
        def what = switch (event) {
            case RunEvent.Sent -> "${event.from()} -> ${event.to()}  ${event.message()}"
            case RunEvent.Delivered -> "${event.from()} -> ${event.to()}  arrives" +
                    (event.message() == sent[event.id()] ? '' : " as ${event.message()}")
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
