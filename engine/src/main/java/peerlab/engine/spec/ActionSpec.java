package peerlab.engine.spec;

import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** What a step does. */
public sealed interface ActionSpec {

    /** The word that a scenario writes for it. */
    String verb();

    /** How a peer's life changes. */
    enum LifeVerb { JOIN, LEAVE, CRASH, RESTART, WIPE }

    /**
     * Peers join, leave, crash, restart, or lose what they saved.
     *
     * @param via through whom a joining peer enters
     * @param every the pause between one peer and the next; all at once where absent
     * @param keepsStorage whether a restarted peer finds what it saved
     */
    record Life(LifeVerb change, SelectorSpec who, Optional<SelectorSpec> via, Optional<Span> every,
            boolean keepsStorage)
            implements ActionSpec {
        @Override
        public String verb() {
            return change.name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The same, through others. */
        public Life via(SelectorSpec others) {
            return new Life(change, who, Optional.of(others), every, keepsStorage);
        }

        /** The same, one peer after another. */
        public Life every(Span pause) {
            return new Life(change, who, via, Optional.of(pause), keepsStorage);
        }

        /** The same, of peers that do not find what they saved. */
        public Life losingStorage() {
            return new Life(change, who, via, every, false);
        }
    }

    /**
     * A fault, held for the step's window, or from its instant for a span or to the end.
     *
     * @param span the {@code for:} of a fault under {@code at}
     */
    record Inject(FaultSpec fault, Optional<Span> span) implements ActionSpec {
        @Override
        public String verb() {
            return fault.verb();
        }
    }

    /**
     * A client asks peers to do something: put, get, lookup, or whatever else the protocol offers.
     *
     * @param operation its name
     * @param from who asks; any peer where absent
     * @param every the pause between one and the next
     * @param size how large the value is, where one is written
     * @param options what else the operation takes
     * @param habits how the askers go about it otherwise
     */
    record Operate(
            String operation,
            Optional<KeysSpec> keys,
            Optional<SelectorSpec> from,
            Optional<Span> every,
            Optional<Bytes> size,
            Map<String, Object> options,
            Habits habits) implements ActionSpec {
        public Operate {
            options = Ordered.copy(options);
        }

        /** At one pace, with values of one size. */
        public Operate(
                String operation, Optional<KeysSpec> keys, Optional<SelectorSpec> from, Optional<Span> every,
                Optional<Bytes> size, Map<String, Object> options) {
            this(operation, keys, from, every, size, options, Habits.NONE);
        }

        @Override
        public String verb() {
            return operation;
        }

        /** The same, asked by these. */
        public Operate from(SelectorSpec askers) {
            return new Operate(operation, keys, Optional.of(askers), every, size, options, habits);
        }

        /** The same, one after another, or again and again for the length of a window. */
        public Operate every(Span pause) {
            return new Operate(operation, keys, from, Optional.of(pause), size, options, habits);
        }

        /** The same with pauses that vary. */
        public Operate every(Distribution pauses) {
            return with(habits.gaps(pauses));
        }

        /** The same, in a closed loop: each asker waits for its answer, and then so long. */
        public Operate think(Distribution pauses) {
            return with(habits.think(pauses));
        }

        /** The same, where so many of the reads write. */
        public Operate writes(Ratio share) {
            return with(habits.writes(share));
        }

        /** The same, with values so large. */
        public Operate size(Bytes ofValue) {
            return new Operate(operation, keys, from, every, Optional.of(ofValue), options, habits);
        }

        /** The same, with values of sizes that differ. */
        public Operate size(SizeSpec ofValues) {
            return with(habits.sizes(ofValues));
        }

        /** The same, gone about like this. */
        public Operate with(Habits other) {
            return new Operate(operation, keys, from, every, size, options, other);
        }
    }

    /**
     * Operations that somebody recorded are asked again, each at its time after the beginning of the step.
     *
     * @param file as the scenario names it
     * @param from who asks where the recording names nobody; any peer where absent
     * @param every the pause between one and the next, whatever times were recorded; absent where those count
     */
    record Replay(String file, Optional<SelectorSpec> from, Optional<Span> every) implements ActionSpec {

        /** Each at its recorded time. */
        public Replay(String file, Optional<SelectorSpec> from) {
            this(file, from, Optional.empty());
        }

        @Override
        public String verb() {
            return "replay";
        }

        /** The same, asked by these where the recording names nobody. */
        public Replay from(SelectorSpec askers) {
            return new Replay(file, Optional.of(askers), every);
        }

        /** The same, one after another at this pace. */
        public Replay every(Span pause) {
            return new Replay(file, from, Optional.of(pause));
        }
    }

    /** Keeps the topology of this instant under a name. */
    record Snapshot(String name) implements ActionSpec {
        @Override
        public String verb() {
            return "snapshot";
        }
    }

    /** Ends a fault early: the one with this mark, or all. */
    record Heal(Optional<String> mark) implements ActionSpec {
        @Override
        public String verb() {
            return "heal";
        }
    }
}
