package peerlab.engine.spec;

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

    /** The same experiment with another seed. */
    public ScenarioSpec withSeed(long other) {
        return new ScenarioSpec(
                id, title, other, params, groups, uses, network, timeline, expectations, record, stop, place);
    }

    /** The same experiment that keeps something else. */
    public ScenarioSpec withRecord(RecordSpec other) {
        return new ScenarioSpec(
                id, title, seed, params, groups, uses, network, timeline, expectations, other, stop, place);
    }

    public int peerCount() {
        return groups.stream().mapToInt(GroupSpec::count).sum();
    }

    public int points() {
        return expectations.stream().mapToInt(ExpectationSpec::points).sum();
    }
}
