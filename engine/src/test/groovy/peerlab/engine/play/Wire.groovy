package peerlab.engine.play

import groovy.transform.CompileStatic
import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.kernel.Event
import peerlab.engine.kernel.Kernel
import peerlab.engine.kernel.Limits
import peerlab.engine.network.Network
import peerlab.engine.network.Receivers
import peerlab.engine.network.Traffic
import peerlab.engine.observe.MetricCatalog
import peerlab.engine.observe.Metrics
import peerlab.engine.observe.Observer
import peerlab.engine.observe.RunEvent
import peerlab.engine.observe.View
import peerlab.engine.observe.Witnesses
import peerlab.engine.protocol.Message
import peerlab.engine.trace.Fingerprint

/**
 * A network alone, without peers behind it: parcels of any size go in, and arrive or not. Compiled
 * statically,
 * since some specs send a hundred thousand of them.
 */
@CompileStatic
class Wire {

    static record Parcel(String name, int bytes) implements Message {}

    static final long MILLI = 1_000_000

    final Kernel kernel = new Kernel(Limits.DEFAULT)
    final Metrics metrics
    final Log recorder = new Log()
    final List<PeerId> peers = []
    final Set<String> down = [] as Set
    final Network network
    Closure<Message> changes = { null }

    Wire(int count = 4, long seed = 5) {
        count.times { int index -> peers << PeerId.of(index) }
        metrics = new Metrics(new MetricCatalog([]), { kernel.now() })
        network = new Network(kernel, new Ends(this), new Traffic(metrics), new Fingerprint(),
                new Witnesses([recorder as Observer], null), Long.MAX_VALUE,
                new RandomSource(seed).stream('network'))
    }

    PeerId peer(int number) { peers[number - 1] }

    /** Sends at an instant, in milliseconds. */
    void sendAt(Number millis, int from, int to, CharSequence name, int bytes = 100) {
        at(millis) { network.send(peer(from), peer(to), new Parcel(name.toString(), bytes)) }
    }

    /** Does something at an instant, in milliseconds. */
    void at(Number millis, Closure action) {
        kernel.scheduleAt(new Happening(action), (millis.toBigDecimal() * MILLI).longValue())
    }

    /** Lets everything happen. */
    Wire run() {
        while (kernel.nextTime() >= 0) {
            kernel.step()
        }
        this
    }

    Wire runUntil(Number millis) {
        while (kernel.nextTime() >= 0 && kernel.nextTime() <= millis.longValue() * MILLI) {
            kernel.step()
        }
        kernel.passTo(millis.longValue() * MILLI)
        this
    }

    /** When each parcel arrived, in milliseconds; a lost one with the reason. */
    Map<String, Object> fates() {
        Map<String, Object> fates = [:]
        for (RunEvent event : recorder.events) {
            if (event instanceof RunEvent.Delivered) {
                fates[(event.message() as Parcel).name()] = event.time().nanos() / MILLI
            } else if (event instanceof RunEvent.Dropped) {
                fates[(event.message() as Parcel).name()] = event.reason()
            }
        }
        fates
    }

    long value(String metric) { metrics.counter(metric).value() }

    /** All that the network shows. */
    static class Log implements Observer {

        final List<RunEvent> events = []

        @Override
        int interests() { RunEvent.Kind.all() }

        @Override
        void on(RunEvent event, View view) { events.add(event) }

        @Override
        void finish(View view) {}

        def <T extends RunEvent> List<T> all(Class<T> kind) {
            List<T> some = []
            for (RunEvent event : events) {
                if (kind.isInstance(event)) {
                    some.add(kind.cast(event))
                }
            }
            some
        }
    }

    private static class Ends implements Receivers {

        final Wire wire

        Ends(Wire wire) { this.wire = wire }

        @Override
        String refusal(PeerId to) { to.name() in wire.down ? 'receiver is down' : null }

        @Override
        void receive(PeerId from, PeerId to, Message message) {}

        @Override
        int size(PeerId from, Message message) { (message as Parcel).bytes() }

        @Override
        Message changed(PeerId from, Message message,
                RandomSource random) { wire.changes(message) as Message }
    }

    static class Happening extends Event {

        final Closure action

        Happening(Closure action) { this.action = action }

        @Override
        protected void happen() { action() }
    }
}
