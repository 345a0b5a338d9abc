package peerlab.cli;

import java.util.List;

import peerlab.cache.placement.PlacementEntry;
import peerlab.cache.placement.Placements;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.cache.policy.Policies;
import peerlab.cache.policy.PolicyEntry;
import peerlab.engine.protocol.Parameter;

/** Lists the policies of caches and the placements of keys, with what can be set and where it comes from. */
final class PolicyList {

    private final Terminal terminal;
    private final boolean isVerbose;

    PolicyList(Terminal terminal, boolean isVerbose) {
        this.terminal = terminal;
        this.isVerbose = isVerbose;
    }

    void policies() {
        Table table = new Table();
        for (PolicyEntry policy : Policies.all()) {
            table.row(policy.name(), policy.summary());
            if (isVerbose) {
                details(table, policy.source(), policy.parameters());
            }
        }
        if (isVerbose) {
            table.row("yours", "a class that implements " + EvictionPolicy.class.getName()
                    + ", brought along by --with PATH");
        }
        table.lines("").forEach(terminal::say);
    }

    void placements() {
        Table table = new Table();
        for (PlacementEntry placement : Placements.all()) {
            table.row(placement.name(), placement.summary());
            if (isVerbose) {
                details(table, placement.source(), placement.parameters());
            }
        }
        table.lines("").forEach(terminal::say);
    }

    private static void details(Table table, String source, List<Parameter> parameters) {
        table.row("", "from " + source);
        for (Parameter parameter : parameters) {
            table.row("", parameter.name() + " = " + parameter.initial() + ", " + parameter.summary());
        }
    }
}
