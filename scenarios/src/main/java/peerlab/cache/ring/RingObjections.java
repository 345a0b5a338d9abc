package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import peerlab.engine.protocol.Objection;

/** What is wrong with options that are right alone: of one group, or of several that share a network. */
final class RingObjections {

    private final List<RingSettings> groups;
    private final Map<String, RingSettings> holders = new LinkedHashMap<>();
    private final List<Objection> all = new ArrayList<>();

    private RingObjections(List<RingSettings> groups) {
        this.groups = groups;
    }

    static List<Objection> of(List<RingSettings> groups) {
        RingObjections objections = new RingObjections(groups);
        objections.judge();
        return objections.all;
    }

    private void judge() {
        for (int group = 0; group < groups.size(); group++) {
            if (!groups.get(group).isClient()) {
                holders.putIfAbsent(groups.get(group).ring(), groups.get(group));
                agrees(group, groups.get(group));
                placement(group, groups.get(group));
            }
        }
        for (int group = 0; group < groups.size(); group++) {
            quorums(group, groups.get(group));
            patience(group, groups.get(group));
        }
    }

    /** All who hold keys of a network place them alike. */
    private void agrees(int group, RingSettings settings) {
        RingSettings first = holders.get(settings.ring());
        for (String option : RingSettings.COMMON) {
            Object one = first.given().all().get(option);
            Object other = settings.given().all().get(option);
            if (!Objects.equals(one, other)) {
                all.add(new Objection(group, option, "'" + option + "' of " + other + ", and of " + one
                        + " for others who hold keys of the network '" + settings.ring() + "'",
                        "say the same of both, or give them networks of their own: ring"));
            }
        }
    }

    private void placement(int group, RingSettings settings) {
        boolean isBounded = settings.placement().equals(RingSettings.BOUNDED);
        if (isBounded && !settings.given().has(RingSettings.KEYS)) {
            all.add(new Objection(group, RingSettings.PLACEMENT,
                    "'bounded' without knowing how many keys there are", "say it: keys"));
        }
        if (isBounded && settings.isSloppy()) {
            all.add(new Objection(group, RingSettings.SLOPPY,
                    "nobody can stand in where loads are bounded", "use the placement 'ring'"));
        }
    }

    /** Options that change nothing without another one. */
    private void patience(int group, RingSettings settings) {
        boolean isAlone = replicas(settings) == 1 && !settings.isSloppy();
        if (settings.hedge().isPresent() && isAlone) {
            all.add(new Objection(group, RingSettings.HEDGE, "nobody else to ask: keys have one replica",
                    "raise replicas"));
        }
        if (settings.writesBack() && settings.origin().isEmpty()) {
            all.add(new Objection(group, RingSettings.WRITES, "nothing to write back to", "add an origin"));
        }
        if (settings.repeats().most() == 0 && !settings.repeats().pause().isZero()) {
            all.add(new Objection(group, RingSettings.BACKOFF, "nothing is sent again", "add retries"));
        }
        if (settings.repeats().most() == 0 && settings.repeats().budget().isPresent()) {
            all.add(new Objection(group, RingSettings.BUDGET, "nothing is sent again", "add retries"));
        }
        if (settings.queue() < RingSettings.MOST_WAITING && settings.work().meanNanos() == 0) {
            all.add(new Objection(group, RingSettings.QUEUE, "nobody ever waits: requests take no time",
                    "add work"));
        }
    }

    private int replicas(RingSettings settings) {
        return holders.getOrDefault(settings.ring(), settings).replicas();
    }

    private void quorums(int group, RingSettings settings) {
        if (!holders.containsKey(settings.ring())) {
            all.add(new Objection(group, RingSettings.RING, "nobody holds keys of the network '"
                    + settings.ring() + "'", "add a group with this ring that is no client"));
            return;
        }
        int replicas = holders.get(settings.ring()).replicas();
        Map<String, Integer> quorums = new LinkedHashMap<>();
        quorums.put(RingSettings.READ_QUORUM, settings.readQuorum());
        quorums.put(RingSettings.WRITE_QUORUM, settings.writeQuorum());
        quorums.forEach((option, quorum) -> {
            if (quorum > replicas) {
                all.add(new Objection(group, option, "'" + option + "' of " + quorum + " among " + replicas
                        + (replicas == 1 ? " replica" : " replicas"), "ask for fewer, or raise replicas"));
            }
        });
    }
}
