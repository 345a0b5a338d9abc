package peerlab.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.peer.Cluster;
import peerlab.engine.protocol.CacheTerms;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Parameters;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;

/** Who plays what: the peers of a scenario, the protocol of each, and who begins outside. */
final class Casting {

    private final ScenarioSpec spec;
    private final List<ProtocolProvider> providers = new ArrayList<>();
    private final Map<String, Deployment> deployments = new LinkedHashMap<>();
    private final Map<String, List<PeerId>> members = new LinkedHashMap<>();
    private final Map<Deployment, List<PeerId>> membersOf = new HashMap<>();
    private final Map<Deployment, Map<String, Operation>> operations = new HashMap<>();
    private final List<Cluster.Place> places = new ArrayList<>();
    private final List<GroupSpec> groupOf = new ArrayList<>();

    Casting(ScenarioSpec spec, Protocols protocols, Hooks hooks, RandomSource random) {
        this.spec = spec;
        Map<String, List<Member>> byProtocol = new LinkedHashMap<>();
        List<Member> all = new ArrayList<>(spec.peerCount());
        for (GroupSpec group : spec.groups()) {
            enrol(group, find(protocols, group.protocol()), all, byProtocol);
        }
        byProtocol.forEach((name, enrolled) -> {
            ProtocolProvider provider = find(protocols, name);
            Deployment deployment = Misuse.unlessNull(
                    provider.deploy(enrolled, hooks, random.stream("protocol").stream(name)), "deploy");
            providers.add(provider);
            deployments.put(name, deployment);
            members.put(name, enrolled.stream().map(Member::id).toList());
            membersOf.put(deployment, members.get(name));
            Map<String, Operation> offered = new LinkedHashMap<>();
            Misuse.unlessNull(provider.operations(), "operations")
                    .forEach(operation -> offered.put(operation.name(), operation));
            operations.put(deployment, offered);
        });
        for (Member member : all) {
            String protocol = groupOf.get(member.id().index()).protocol();
            places.add(new Cluster.Place(member, protocol, deployments.get(protocol)));
        }
    }

    private void enrol(
            GroupSpec group, ProtocolProvider provider, List<Member> all, Map<String,
                    List<Member>> byProtocol) {
        Parameters parameters = new Parameters(
                Misuse.unlessNull(provider.parameters(), "parameters"), group.options());
        Parameters cache = new Parameters(
                provider.cache().map(CacheTerms::parameters).orElse(List.of()), group.cache());
        List<Member> enrolled = byProtocol.computeIfAbsent(group.protocol(), name -> new ArrayList<>());
        for (int number = 1; number <= group.count(); number++) {
            Member member = new Member(new PeerId(all.size(), group.name(), number), group.name(),
                    parameters, cache);
            all.add(member);
            enrolled.add(member);
            groupOf.add(group);
        }
    }

    private static ProtocolProvider find(Protocols protocols, String name) {
        return protocols.find(name).orElseThrow(() -> new IllegalArgumentException(
                "no protocol '" + name + "'; there are " + String.join(", ", protocols.names())));
    }

    List<ProtocolProvider> providers() {
        return providers;
    }

    List<Deployment> deployments() {
        return List.copyOf(deployments.values());
    }

    List<Cluster.Place> places() {
        return places;
    }

    /** The name of the protocol that a deployment serves. */
    String nameOf(Deployment deployment) {
        return providers.get(deployments().indexOf(deployment)).name();
    }

    List<PeerId> membersOf(Deployment deployment) {
        return membersOf.get(deployment);
    }

    /** An operation as a deployment's protocol offers it; null where it does not. */
    Operation operation(Deployment deployment, String name) {
        return operations.get(deployment).get(name);
    }

    /** The first operation that writes; null where a deployment's protocol offers none. */
    Operation writing(Deployment deployment) {
        return operations.get(deployment).values().stream()
                .filter(operation -> operation.effect() == Operation.Effect.WRITES).findFirst().orElse(null);
    }

    /** The names of all operations that the protocols of the run offer. */
    Set<String> operations() {
        Set<String> names = new TreeSet<>();
        operations.values().forEach(offered -> names.addAll(offered.keySet()));
        return names;
    }

    boolean startsConverged(PeerId peer) {
        return groupOf.get(peer.index()).start() == GroupSpec.Start.CONVERGED;
    }

    /** The indexes of those who begin outside: all whom some join among the steps can mean. */
    Set<Integer> outsiders(List<StepSpec> steps, Regions regions) {
        Set<Integer> outside = new TreeSet<>();
        for (StepSpec step : steps) {
            if (step.action() instanceof ActionSpec.Life life && life.change() == ActionSpec.LifeVerb.JOIN) {
                outside.addAll(couldMean(life.who(), regions));
            }
        }
        return outside;
    }

    private Set<Integer> couldMean(SelectorSpec who, Regions regions) {
        Set<Integer> meant = new TreeSet<>();
        for (Cluster.Place place : places) {
            if (couldMean(who, place.member(), regions)) {
                meant.add(place.member().id().index());
            }
        }
        return meant;
    }

    private boolean couldMean(SelectorSpec who, Member member, Regions regions) {
        if (who instanceof SelectorSpec.Named named) {
            return named.name().equals(member.group()) || named.name().equals(member.id().name())
                    || named.name().equals(regions.of(member.id()));
        } else if (who instanceof SelectorSpec.Some some) {
            return couldMean(some.of(), member, regions);
        } else if (who instanceof SelectorSpec.Share share) {
            return couldMean(share.of(), member, regions);
        } else if (who instanceof SelectorSpec.Except except) {
            return couldMean(except.of(), member, regions) && !isCertain(except.without(), member, regions);
        } else if (who instanceof SelectorSpec.Numbered numbered) {
            return couldMean(numbered, member);
        }
        return !(who instanceof SelectorSpec.Down);
    }

    /** As selectors count: within the unnamed group, or among all peers where every group has a name. */
    private boolean couldMean(SelectorSpec.Numbered numbered, Member member) {
        boolean hasUnnamed = spec.groups().stream().anyMatch(group -> group.name().equals(GroupSpec.UNNAMED));
        boolean isUnnamed = member.group().equals(GroupSpec.UNNAMED);
        int number = hasUnnamed ? member.id().number() : member.id().index() + 1;
        return isUnnamed == hasUnnamed && number >= numbered.first() && number <= numbered.last();
    }

    /** True where the selector means this member whatever is drawn. */
    private boolean isCertain(SelectorSpec who, Member member, Regions regions) {
        boolean isFixed = who instanceof SelectorSpec.Named
                || who instanceof SelectorSpec.Numbered || who instanceof SelectorSpec.All;
        return isFixed && couldMean(who, member, regions);
    }
}
