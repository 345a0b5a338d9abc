package peerlab.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.LatencySpec;
import peerlab.engine.spec.LossSpec;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.UseSpec;

/**
 * A scenario as it is written in Java, block by block: {@code Scenario.titled("...").peers(64, "kademlia")
 * .timeline(at(seconds(10), put(keys(100)))).stopAt(seconds(90))}. With the {@link Words} it reads like a
 * scenario file, and {@link #spec} is equal to what a file that says the same is read into.
 *
 * <p>Each call gives another scenario and leaves this one as it is, so that several can begin alike.
 */
public final class Scenario {

    private static final SourcePlace PLACE = SourcePlace.NOWHERE;
    private static final int LONGEST_ID = 60;

    private final ScenarioSpec spec;

    private Scenario(ScenarioSpec spec) {
        this.spec = spec;
    }

    /** Begins with the claim, as a sentence; the id is made of its words until there is another. */
    public static Scenario titled(String claim) {
        if (claim.isBlank()) {
            throw new IllegalArgumentException("a scenario has a title: what it claims, as a sentence");
        }
        return new Scenario(new ScenarioSpec(idOf(claim), claim, 1, Map.of(), List.of(), List.of(),
                NetworkSpec.DEFAULT, List.of(), List.of(), RecordSpec.NOTHING, null, PLACE));
    }

    /** Begins with a scenario that is there already: one from a file, say. */
    public static Scenario like(ScenarioSpec other) {
        return new Scenario(other);
    }

    private static String idOf(String claim) {
        String id = claim.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID).replaceAll("-$", "");
    }

    /**
     * What is to be run.
     *
     * @throws IllegalStateException where it was not said when the run ends
     */
    public ScenarioSpec spec() {
        if (spec.stop() == null) {
            throw new IllegalStateException(
                    "'" + spec.title() + "' does not say when it ends: stopAt(seconds(90))");
        }
        return spec;
    }

    /** The short name: that of the file without its ending, for one that lies in a file. */
    public Scenario id(String name) {
        return new Scenario(spec.withId(name));
    }

    public Scenario seed(long seed) {
        return new Scenario(spec.withSeed(seed));
    }

    /** Tells of a parameter and its value, as the file of such a scenario would declare it. */
    public Scenario param(String name, Object value) {
        return new Scenario(spec.withParam(name, value));
    }

    public Scenario peers(int count, String protocol) {
        return peers(Words.group(count, protocol));
    }

    public Scenario peers(int count, String protocol, Map<String, ?> options) {
        return peers(options, count, protocol);
    }

    /** The order in which Groovy gives what is written as {@code peers(64, 'kademlia', k: 8)}. */
    public Scenario peers(Map<String, ?> options, int count, String protocol) {
        GroupSpec group = Words.group(count, protocol);
        for (Map.Entry<String, ?> option : options.entrySet()) {
            group = group.with(option.getKey(), option.getValue());
        }
        return peers(group);
    }

    /** Adds groups of peers: {@code group(5, "kademlia").as("edge").converged()}. */
    public Scenario peers(GroupSpec... groups) {
        return new Scenario(spec.withGroups(joined(spec.groups(), groups)));
    }

    /** Lets somebody's class play a part of the protocol in all groups. */
    public Scenario use(String type, String hook) {
        return use(Words.part(type, hook));
    }

    /** Lets classes play parts: {@code part("student.MyTable", "routing-table").on("edge")}. */
    public Scenario use(UseSpec... uses) {
        return new Scenario(spec.withUses(joined(spec.uses(), uses)));
    }

    public Scenario network(NetworkSpec network) {
        return new Scenario(spec.withNetwork(network));
    }

    /** Changes the network: {@code network(n -> n.inOrder(true))}. */
    public Scenario network(UnaryOperator<NetworkSpec> change) {
        return network(change.apply(spec.network()));
    }

    public Scenario latency(Distribution latency) {
        return network(spec.network().with(new LatencySpec.Drawn(latency, false)));
    }

    public Scenario latency(Span least, Span most) {
        return latency(Words.uniform(least, most));
    }

    public Scenario loss(Ratio loss) {
        return network(spec.network().with(new LossSpec(loss)));
    }

    /** Adds steps behind those that are there. */
    public Scenario timeline(StepSpec... steps) {
        return new Scenario(spec.withTimeline(joined(spec.timeline(), steps)));
    }

    /** Adds what must hold. */
    public Scenario expect(ExpectationSpec... expectations) {
        return new Scenario(spec.withExpectations(joined(spec.expectations(), expectations)));
    }

    /** Keeps every event. */
    public Scenario recordTrace() {
        return record(new RecordSpec(true, spec.record().messages(), spec.record().snapshotsEvery(), PLACE));
    }

    /** Keeps the messages with their fields. */
    public Scenario recordMessages() {
        return record(new RecordSpec(spec.record().trace(), true, spec.record().snapshotsEvery(), PLACE));
    }

    /** Keeps topologies at this pace. */
    public Scenario snapshotsEvery(Span pace) {
        return record(new RecordSpec(
                spec.record().trace(), spec.record().messages(), Optional.of(pace), PLACE));
    }

    private Scenario record(RecordSpec record) {
        return new Scenario(spec.withRecord(record));
    }

    /** Ends the run so long after its beginning. */
    public Scenario stopAt(Span time) {
        return new Scenario(spec.withStop(new StopSpec(SimTime.ZERO.plus(time), Optional.empty(), PLACE)));
    }

    /** Ends the run as soon as a condition holds, and not later than so long after its beginning. */
    public Scenario stopWhen(Expression condition, Span atMost) {
        StopSpec stop = new StopSpec(SimTime.ZERO.plus(atMost), Optional.of(condition), PLACE);
        return new Scenario(spec.withStop(stop));
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T> before, T... more) {
        List<T> all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public String toString() {
        return spec.title();
    }
}
