package peerlab.engine.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.SelectorSpec;

/**
 * Turns the words of a scenario into peers: who is meant at this instant, among those whom a verb can mean.
 * What it returns is in the order of the scenario, whatever was drawn first.
 */
public final class Selector {

    private static final SelectorSpec ANYBODY = new SelectorSpec.Some(1, new SelectorSpec.All());

    private final Cluster cluster;
    private final Map<String, List<PeerId>> groups = new HashMap<>();
    private final Map<String, PeerId> names = new HashMap<>();
    private final Map<String, List<PeerId>> marks = new HashMap<>();
    private final Judge judge;

    /**
     * Answers what only the rest of the run knows: a condition over one peer, closeness to a key, who leads.
     */
    public interface Judge {

        boolean matches(PeerId peer, SelectorSpec.Where where);

        List<PeerId> closest(SelectorSpec.Closest closest);

        boolean isLeader(PeerId peer);

        /** Whether a condition over the run and one peer holds at the instant at which it is asked. */
        Predicate<PeerId> judging(Expression condition);
    }

    public Selector(Cluster cluster, Judge judge) {
        this.cluster = cluster;
        this.judge = judge;
        for (PeerId id : cluster.ids()) {
            groups.computeIfAbsent(cluster.peer(id).group(), group -> new ArrayList<>()).add(id);
        }
    }

    /** Remembers who was chosen under a name; a later choice under the same name replaces it. */
    public void remember(String mark, List<PeerId> who) {
        marks.put(mark, List.copyOf(who));
    }

    /** Everybody, in the order of the scenario. */
    public List<PeerId> all() {
        return cluster.ids();
    }

    /** Whether a name means anybody: a peer, a group, or those whom an earlier step chose. */
    public boolean knows(String name) {
        return marks.containsKey(name) || !named(name).isEmpty();
    }

    /** Those meant, among those who pass; {@code random} is the step's own stream. */
    public List<PeerId> choose(SelectorSpec spec, Predicate<Peer> candidates, RandomSource random) {
        Set<PeerId> chosen = new HashSet<>(resolve(spec, candidates, random));
        return inOrder(chosen);
    }

    /**
     * True where it is settled who is meant, whatever is drawn and whoever is up: by their names, or all of
     * them.
     */
    public static boolean isByName(SelectorSpec spec) {
        return spec instanceof SelectorSpec.Named || spec instanceof SelectorSpec.Numbered
                || spec instanceof SelectorSpec.All
                || spec instanceof SelectorSpec.Except except
                && isByName(except.of()) && isByName(except.without());
    }

    /**
     * Through whom a peer comes in: those whom {@code via} names, up or not; or chosen by it among those up;
     * else any that is up.
     */
    public List<PeerId> contacts(Optional<SelectorSpec> via, Peer peer, RandomSource random) {
        Predicate<Peer> others = other -> other != peer && other.deployment() == peer.deployment();
        if (via.isPresent()) {
            boolean isNamed = via.get() instanceof SelectorSpec.Named;
            return choose(via.get(), isNamed ? others : others.and(Peer::isUp), random);
        }
        PeerId anyone = chooseOne(ANYBODY, others.and(Peer::isUp), random);
        return anyone == null ? List.of() : List.of(anyone);
    }

    /** One of those meant, uniformly; null where nobody is. Cheaper than choosing all. */
    public PeerId chooseOne(SelectorSpec spec, Predicate<Peer> candidates, RandomSource random) {
        if (spec instanceof SelectorSpec.Some some && some.count() == 1
                && some.of() instanceof SelectorSpec.All) {
            return anyone(candidates, random);
        }
        List<PeerId> meant = choose(spec, candidates, random);
        return meant.isEmpty() ? null : meant.get(random.nextInt(meant.size()));
    }

    /**
     * Draws peers until one passes; after many misses looks at all, so that few candidates are found as well.
     */
    private PeerId anyone(Predicate<Peer> candidates, RandomSource random) {
        int size = cluster.size();
        for (int attempt = 0; attempt < 16 && size > 0; attempt++) {
            Peer peer = cluster.peer(random.nextInt(size));
            if (candidates.test(peer)) {
                return peer.id();
            }
        }
        List<PeerId> left = all(candidates);
        return left.isEmpty() ? null : left.get(random.nextInt(left.size()));
    }

    /** See {@link Judge#judging}. */
    public Predicate<PeerId> judging(Expression condition) {
        return judge.judging(condition);
    }

    private List<PeerId> resolve(SelectorSpec spec, Predicate<Peer> candidates, RandomSource random) {
        if (spec instanceof SelectorSpec.All) {
            return all(candidates);
        } else if (spec instanceof SelectorSpec.Some some) {
            return sample(choose(some.of(), candidates, random), some.count(), random);
        } else if (spec instanceof SelectorSpec.Share share) {
            List<PeerId> of = choose(share.of(), candidates, random);
            return sample(of, countOf(share.share().value(), of.size()), random);
        } else if (spec instanceof SelectorSpec.Minority) {
            List<PeerId> all = all(candidates);
            return sample(all, (all.size() - 1) / 2, random);
        } else if (spec instanceof SelectorSpec.Majority) {
            List<PeerId> all = all(candidates);
            return sample(all, all.size() / 2 + 1, random);
        } else if (spec instanceof SelectorSpec.Except except) {
            Set<PeerId> without = new HashSet<>(resolve(except.without(), peer -> true, random));
            return choose(except.of(), candidates, random).stream().filter(id -> !without.contains(id))
                    .toList();
        } else if (spec instanceof SelectorSpec.Down down) {
            return choose(down.of(), peer -> peer.hasBegun() && !peer.isUp(), random);
        }
        return resolveNamed(spec).stream().filter(id -> candidates.test(cluster.peer(id))).toList();
    }

    private List<PeerId> resolveNamed(SelectorSpec spec) {
        if (spec instanceof SelectorSpec.Named named) {
            return named(named.name());
        } else if (spec instanceof SelectorSpec.Numbered numbered) {
            List<PeerId> unnamed = groups.getOrDefault(GroupSpec.UNNAMED, cluster.ids());
            int from = Math.min(numbered.first() - 1, unnamed.size());
            return unnamed.subList(from, Math.max(from, Math.min(numbered.last(), unnamed.size())));
        } else if (spec instanceof SelectorSpec.Where where) {
            return cluster.ids().stream().filter(id -> judge.matches(id, where)).toList();
        } else if (spec instanceof SelectorSpec.Closest closest) {
            return judge.closest(closest);
        } else if (spec instanceof SelectorSpec.Leader) {
            return cluster.ids().stream().filter(judge::isLeader).toList();
        } else if (spec instanceof SelectorSpec.Others) {
            return cluster.ids().stream().filter(id -> !judge.isLeader(id)).toList();
        }
        throw new IllegalStateException("a selector that nobody resolves: " + spec);
    }

    private List<PeerId> named(String name) {
        List<PeerId> marked = marks.get(name);
        if (marked != null) {
            return marked;
        }
        List<PeerId> group = groups.get(name);
        if (group != null) {
            return group;
        }
        if (names.isEmpty()) {
            cluster.ids().forEach(id -> names.put(id.name(), id));
        }
        PeerId peer = names.get(name);
        return peer == null ? List.of() : List.of(peer);
    }

    private List<PeerId> all(Predicate<Peer> candidates) {
        List<PeerId> all = new ArrayList<>();
        for (PeerId id : cluster.ids()) {
            if (candidates.test(cluster.peer(id))) {
                all.add(id);
            }
        }
        return all;
    }

    private List<PeerId> inOrder(Set<PeerId> chosen) {
        PeerId[] byIndex = chosen.toArray(PeerId[]::new);
        Arrays.sort(byIndex);
        return List.of(byIndex);
    }

    private static int countOf(double share, int size) {
        int nearest = (int) StrictMath.floor(share * size + 0.5);
        return share > 0 && size > 0 ? Math.max(1, nearest) : nearest;
    }

    private static List<PeerId> sample(List<PeerId> from, int count, RandomSource random) {
        int wanted = Math.min(count, from.size());
        int[] positions = new int[from.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        random.sample(positions, positions.length, wanted);
        List<PeerId> chosen = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            chosen.add(from.get(positions[i]));
        }
        return chosen;
    }
}
