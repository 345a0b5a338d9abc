package peerlab.engine.network;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.observe.CounterCell;
import peerlab.engine.observe.Metrics;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.trace.Fingerprint;

/** Counts messages, in all and by type. */
public final class Traffic {

    private final Metrics metrics;
    private final List<Type> types = new ArrayList<>();
    private final CounterCell sent;
    private final CounterCell delivered;
    private final CounterCell dropped;
    private final CounterCell duplicated;
    private final CounterCell corrupted;
    private final CounterCell opened;
    private final Meter.Samples waits;
    private final CounterCell bytes;
    private Type latest;

    public Traffic(Metrics metrics) {
        this.metrics = metrics;
        this.sent = metrics.counter("messages.sent");
        this.delivered = metrics.counter("messages.delivered");
        this.dropped = metrics.counter("messages.dropped");
        this.duplicated = metrics.counter("messages.duplicated");
        this.bytes = metrics.counter("messages.bytes");
        this.corrupted = metrics.counter("messages.corrupted");
        this.opened = metrics.counter("connections.opened");
        this.waits = metrics.samples("queues.wait");
    }

    /** Bytes sent in all. */
    long bytes() {
        return bytes.value();
    }

    /** How many messages were sent in all. */
    public long sent() {
        return sent.value();
    }

    /** The name of a type by its number. */
    String nameOf(int type) {
        return types.get(type).name;
    }

    void duplicated() {
        duplicated.add(1);
    }

    void corrupted() {
        corrupted.add(1);
    }

    void connected() {
        opened.add(1);
    }

    /** A message waited so many nanoseconds for a line. */
    void waited(long nanos) {
        waits.record(nanos / 1e9);
    }

    /** The counters for messages of this one's type. */
    Type of(Message message) {
        Class<?> kind = message.getClass();
        if (latest != null && latest.kind == kind) {
            return latest;
        }
        for (Type type : types) {
            if (type.kind == kind) {
                latest = type;
                return type;
            }
        }
        Type added = new Type(kind, nameOf(message), types.size());
        types.add(added);
        latest = added;
        return added;
    }

    private static String nameOf(Message message) {
        String name = message.type();
        if (name == null || name.isBlank()) {
            throw new Misuse("the type of a message has a name, found " + name + " for "
                    + message.getClass().getName());
        }
        return name;
    }

    /** The counters of one type of messages. */
    final class Type {

        private final Class<?> kind;
        private final String name;
        private final int number;
        private final long hash;
        private final CounterCell ownSent;
        private final CounterCell ownDelivered;
        private final CounterCell ownDropped;
        private final CounterCell ownBytes;

        Type(Class<?> kind, String name, int number) {
            this.kind = kind;
            this.name = name;
            this.number = number;
            this.hash = Fingerprint.type(name);
            this.ownSent = metrics.counter("messages['" + name + "'].sent");
            this.ownDelivered = metrics.counter("messages['" + name + "'].delivered");
            this.ownDropped = metrics.counter("messages['" + name + "'].dropped");
            this.ownBytes = metrics.counter("messages['" + name + "'].bytes");
        }

        String name() {
            return name;
        }

        /** Its place among all types, from 0. */
        int number() {
            return number;
        }

        long hash() {
            return hash;
        }

        void sent(int size) {
            sent.add(1);
            ownSent.add(1);
            bytes.add(size);
            ownBytes.add(size);
        }

        void delivered() {
            delivered.add(1);
            ownDelivered.add(1);
        }

        void dropped() {
            dropped.add(1);
            ownDropped.add(1);
        }
    }
}
