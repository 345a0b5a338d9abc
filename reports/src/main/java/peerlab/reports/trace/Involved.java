package peerlab.reports.trace;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.observe.RunEvent;

/**
 * Who and what an event is about.
 *
 * @param peers in the order of the event: the sender before the receiver
 * @param type the type of the message, timer or step; the verb, the operation, the fault, the change
 */
record Involved(List<PeerId> peers, String type) {

    static Involved in(RunEvent event) {
        if (event instanceof RunEvent.Sent sent) {
            return new Involved(List.of(sent.from(), sent.to()), sent.message().type());
        } else if (event instanceof RunEvent.Delivered delivered) {
            return new Involved(List.of(delivered.from(), delivered.to()), delivered.message().type());
        } else if (event instanceof RunEvent.Dropped dropped) {
            return new Involved(List.of(dropped.from(), dropped.to()), dropped.message().type());
        } else if (event instanceof RunEvent.TimerFired timer) {
            return new Involved(List.of(timer.peer()), timer.timer().type());
        } else if (event instanceof RunEvent.StepTaken step) {
            return new Involved(List.of(step.peer()), step.step().type());
        } else if (event instanceof RunEvent.LifeChanged life) {
            return new Involved(List.of(life.peer()), life.change().word());
        } else if (event instanceof RunEvent.FaultChanged fault) {
            return new Involved(fault.who(), fault.fault());
        }
        return ofClients(event);
    }

    private static Involved ofClients(RunEvent event) {
        if (event instanceof RunEvent.Asked asked) {
            return new Involved(List.of(asked.peer()), asked.request().operation());
        } else if (event instanceof RunEvent.Answered answered) {
            return new Involved(List.of(answered.peer()), answered.request().operation());
        } else if (event instanceof RunEvent.TimelineStep step) {
            return new Involved(step.who(), step.verb());
        } else if (event instanceof RunEvent.Broken broken) {
            return new Involved(List.of(broken.peer()), broken.exception());
        }
        throw new IllegalStateException("an event of unknown kind " + event.kind());
    }
}
