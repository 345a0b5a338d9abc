package peerlab.engine.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.SourcePlace;

/**
 * One experiment: who takes part, over what network, what happens when, and what must hold.
 *
 * @param id the file's name without its ending
 * @param title the claim, as a sentence
 * @param seed the root of all randomness
 * @param params every parameter with the value it has in this run, in the order of the file
 * @param uses whose code plays which part of a protocol, beside the reference
 */
public record ScenarioSpec(
        String id,
        String title,
        long seed,
        Map<String, Object> params,
        List<GroupSpec> groups,
        List<UseSpec> uses,
        NetworkSpec network,
        List<StepSpec> timeline,
        List<ExpectationSpec> expectations,
        RecordSpec record,
        StopSpec stop,
        SourcePlace place) {

    public ScenarioSpec {
        params = Ordered.copy(params);
        groups = List.copyOf(groups);
        uses = List.copyOf(uses);
        timeline = List.copyOf(timeline);
        expectations = List.copyOf(expectations);
    }

    /** An experiment in which the reference plays everything. */
    public ScenarioSpec(
            String id, String title, long seed, Map<String, Object> params, List<GroupSpec> groups,
            NetworkSpec network, List<StepSpec> timeline, List<ExpectationSpec> expectations,
            RecordSpec record,
            StopSpec stop, SourcePlace place) {
        this(id, title, seed, params, groups, List.of(), network, timeline, expectations, record, stop,
                place);
    }

    /** The same experiment under another id. */
    public ScenarioSpec withId(String other) {
        return new ScenarioSpec(other, title, seed, params, groups, uses, network, timeline, expectations,
                record, stop, place);
    }

    /** The same experiment with another seed. */
    public ScenarioSpec withSeed(long other) {
        return new ScenarioSpec(
                id, title, other, params, groups, uses, network, timeline, expectations, record, stop, place);
    }

    /** The same experiment with one more parameter to tell of. */
    public ScenarioSpec withParam(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(params);
        more.put(name, Ordered.plain(value));
        return new ScenarioSpec(
                id, title, seed, more, groups, uses, network, timeline, expectations, record, stop, place);
    }

    /** The same experiment among other peers. */
    public ScenarioSpec withGroups(List<GroupSpec> others) {
        return new ScenarioSpec(
                id, title, seed, params, others, uses, network, timeline, expectations, record, stop, place);
    }

    /** The same experiment with somebody else's code in other parts. */
    public ScenarioSpec withUses(List<UseSpec> others) {
        return new ScenarioSpec(id, title, seed, params, groups, others, network, timeline, expectations,
                record, stop, place);
    }

    /** The same experiment over another network. */
    public ScenarioSpec withNetwork(NetworkSpec other) {
        return new ScenarioSpec(
                id, title, seed, params, groups, uses, other, timeline, expectations, record, stop, place);
    }

    /** The same experiment in which other things happen. */
    public ScenarioSpec withTimeline(List<StepSpec> others) {
        return new ScenarioSpec(
                id, title, seed, params, groups, uses, network, others, expectations, record, stop, place);
    }

    /** The same experiment of which something else is expected. */
    public ScenarioSpec withExpectations(List<ExpectationSpec> others) {
        return new ScenarioSpec(
                id, title, seed, params, groups, uses, network, timeline, others, record, stop, place);
    }

    /** The same experiment that keeps something else. */
    public ScenarioSpec withRecord(RecordSpec other) {
        return new ScenarioSpec(
                id, title, seed, params, groups, uses, network, timeline, expectations, other, stop, place);
    }

    /** The same experiment with another end. */
    public ScenarioSpec withStop(StopSpec other) {
        return new ScenarioSpec(
                id, title, seed, params, groups, uses, network, timeline, expectations, record, other, place);
    }

    public int peerCount() {
        return groups.stream().mapToInt(GroupSpec::count).sum();
    }

    public int points() {
        return expectations.stream().mapToInt(ExpectationSpec::points).sum();
    }
}
