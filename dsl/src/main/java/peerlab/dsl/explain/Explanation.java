package peerlab.dsl.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import peerlab.dsl.grammar.Phrase;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;

/**
 * Tells what a scenario comes to, once everything that it includes, computes and leaves out is in its place:
 * each value with its origin, then the timeline as a picture.
 */
public final class Explanation {

    private final ScenarioSpec spec;
    private final Origins origins;
    private final Protocols protocols;
    private final boolean isSeedGiven;
    private final TimePicture picture;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param phrases what the files say, as they were written
     * @param set the parameters that the command line gives
     * @param isSeedGiven whether the command line gives the seed
     * @param width of the picture, in characters
     */
    public Explanation(
            ScenarioSpec spec, List<Phrase> phrases, Set<String> set, boolean isSeedGiven,
                    Protocols protocols,
            int width) {
        this.spec = spec;
        this.origins = new Origins(phrases, set);
        this.protocols = protocols;
        this.isSeedGiven = isSeedGiven;
        this.picture = new TimePicture(spec, width);
    }

    public List<String> lines() {
        lines.clear();
        lines.add(spec.title());
        lines.add("  " + Origins.place(spec.place()));
        setting();
        spec.groups().forEach(this::group);
        network();
        steps();
        expectations();
        ending();
        lines.add("");
        lines.addAll(picture.lines());
        return List.copyOf(lines);
    }

    private void setting() {
        lines.add("");
        String seed = isSeedGiven ? "--seed" : origins.word("seed").or(() -> origins.word("seeds"))
                .map(Origins::place).orElse(Origins.DEFAULT);
        lines.add("seed " + spec.seed() + " (" + seed + ")");
        if (!spec.params().isEmpty()) {
            List<String> params = new ArrayList<>();
            spec.params().forEach((name, value) -> params.add(name + " = " + value + " ("
                    + origins.param(name) + ")"));
            lines.add("params " + String.join(", ", params));
        }
    }

    private void group(GroupSpec group) {
        SourcePlace place = group.place();
        lines.add("");
        String names = group.count() == 1 ? group.name() + "1" : group.name() + "1 to " + group.name()
                + group.count();
        lines.add(group.count() + (group.count() == 1 ? " peer" : " peers") + " (" + origins.argument(place)
                + "), "
                + names + ", " + (group.count() == 1 ? "runs " : "run ") + group.protocol());
        Map<String, Object> values = new LinkedHashMap<>(group.options());
        protocols.find(group.protocol()).map(ProtocolProvider::parameters).orElse(List.of())
                .forEach((Parameter parameter) -> values.putIfAbsent(parameter.name(), parameter.initial()));
        values.forEach((name, value) -> lines.add("  " + name + " " + (value == null ? "none" : value)
                + " (" + origins.option(place, name) + ")"));
        if (!group.cache().isEmpty()) {
            lines.add("  cache " + String.join(", ", group.cache().entrySet().stream()
                    .map(said -> said.getKey() + " " + said.getValue()).toList()) + " ("
                    + origins.about("cache", group.name()) + ")");
        }
        lines.add("  they begin " + (group.start() == GroupSpec.Start.CONVERGED
                ? "as if all had joined long ago" : "knowing nobody") + " (" + origins.option(place, "start")
                        + ")");
    }

    private void network() {
        lines.add("");
        lines.addAll(new NetworkText(spec.network(), origins).lines());
    }

    private void steps() {
        lines.add("");
        lines.add(spec.timeline().isEmpty() ? "nothing happens" : "what happens");
        int width = spec.timeline().stream().mapToInt(step -> English.when(step.when()).length()).max()
                .orElse(0);
        for (StepSpec step : spec.timeline()) {
            String when = English.when(step.when());
            lines.add("  " + when + " ".repeat(width - when.length()) + "  " + English.what(step) + " ("
                    + Origins.place(step.place()) + ")");
        }
    }

    private void expectations() {
        lines.add("");
        lines.add(spec.expectations().isEmpty() ? "nothing must hold" : "what must hold");
        for (ExpectationSpec expectation : spec.expectations()) {
            String points = expectation.points() == 0 ? ""
                    : ", " + expectation.points() + (expectation.points() == 1 ? " point" : " points");
            lines.add("  " + expectation.claim(picture::said) + points + " ("
                    + Origins.place(expectation.place())
                    + ")");
        }
    }

    private void ending() {
        lines.add("");
        String when = spec.stop().when().map(condition -> "it stops when " + condition + ", at ")
                .orElse("it stops at ");
        String most = spec.stop().when().isPresent() ? " at most" : "";
        lines.add(when + spec.stop().at() + most + " (" + Origins.place(spec.stop().place()) + ")");
    }
}
