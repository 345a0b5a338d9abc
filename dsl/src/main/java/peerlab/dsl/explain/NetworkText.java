package peerlab.dsl.explain;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.spec.MishapSpec;
import peerlab.engine.spec.NetworkSpec;

/**
 * Says what a network does to every message, each part with its origin; what it does not do it leaves out.
 */
final class NetworkText {

    private final NetworkSpec spec;
    private final Origins origins;
    private final List<String> lines = new ArrayList<>();

    NetworkText(NetworkSpec spec, Origins origins) {
        this.spec = spec;
        this.origins = origins;
    }

    List<String> lines() {
        spec.profile().ifPresent(profile -> {
            lines.add("the network is " + profile.name() + ": " + profile.summary() + " ("
                    + origins.inside("network", "profile") + ")");
            profile.sources().forEach(source -> lines.add("  " + source));
            lines.add("");
        });
        regions();
        lines.add("every message");
        spec.connections().ifPresent(connections ->
                say("waits for a connection, " + connections, "connections"));
        say("takes " + spec.latency(), "latency");
        spec.jitter().ifPresent(jitter -> say("and " + jitter, "jitter"));
        spec.between().forEach(between -> say("from " + between, "between"));
        mishap("is overtaken", spec.reorder(), "reorder");
        say("is lost with a chance of " + spec.loss(), "loss");
        if (spec.corrupt().isPossible()) {
            say("is changed with a chance of " + spec.corrupt().chance()
                    + (spec.corrupt().isDelivered() ? ", and delivered" : ", and dropped"), "corrupt");
        }
        mishap("arrives twice", spec.duplicate(), "duplicate");
        if (spec.isFifo()) {
            say("waits for those that the same peer sent before to the same", "order");
        }
        spec.bandwidths().forEach(line -> say("waits for lines, " + line, "bandwidth"));
        spec.nat().ifPresent(nat -> say("from somebody whom they have not called does not reach " + nat,
                "nat"));
        return List.copyOf(lines);
    }

    private void regions() {
        if (!spec.regions().isEmpty()) {
            lines.add("where they live (" + origin("regions") + ")");
            spec.regions().forEach(region -> lines.add("  " + region));
            lines.add("");
        }
    }

    private void mishap(String what, MishapSpec mishap, String word) {
        if (mishap.isPossible()) {
            say(what + " with a chance of " + mishap, word);
        }
    }

    private void say(String what, String word) {
        lines.add("  " + what + " (" + origin(word) + ")");
    }

    /** A line of a file, else the profile where there is one. */
    private String origin(String word) {
        String origin = origins.inside("network", word);
        return origin.equals(Origins.DEFAULT) && spec.profile().isPresent()
                ? "profile " + spec.profile().get().name() : origin;
    }
}
