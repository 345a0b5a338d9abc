package peerlab.engine.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.peer.Conduct;
import peerlab.engine.peer.Peer;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Misbehaviour;
import peerlab.engine.protocol.Population;
import peerlab.engine.spec.FaultSpec;

/**
 * Peers do not keep to their protocol: a behaviour stands before each of them. Those who are chosen are
 * accomplices; of several protocols, those who run the same.
 */
final class ByzantineFault implements Fault {

    private static final Distribution USUAL_DELAY = new Distribution.Fixed(Span.millis(500));
    private static final Span USUAL_PAUSE = Span.millis(10);

    private final FaultSpec.Byzantine spec;
    private final List<Installed> installed = new ArrayList<>();

    /** What stands before a peer since this began. */
    private record Installed(Peer peer, Conduct conduct) {
    }

    ByzantineFault(FaultSpec.Byzantine spec) {
        this.spec = spec;
    }

    @Override
    public List<PeerId> begin(Scene scene) {
        List<PeerId> meant = scene.members(spec.who());
        Conduct.Victims victims = new Conduct.Victims(
                spec.victim().map(scene::members).orElse(List.of()));
        Map<Deployment, List<PeerId>> gangs = new LinkedHashMap<>();
        for (PeerId id : meant) {
            gangs.computeIfAbsent(scene.cluster().peer(id).deployment(), d -> new ArrayList<>()).add(id);
        }
        List<PeerId> who = new ArrayList<>();
        gangs.forEach((deployment, members) -> {
            Supplier<Optional<Behaviour>> behaviours = behaviours(deployment, scene);
            Conduct.Terms terms = terms(members, victims);
            for (PeerId id : members) {
                scene.cluster().called(id.index());
                behaviours.get().ifPresent(behaviour -> {
                    install(scene.cluster().peer(id), behaviour, terms, scene);
                    who.add(id);
                });
            }
        });
        if (who.isEmpty() && !meant.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of these peers can be made to behave like '" + spec.behaviour() + "'");
        }
        Collections.sort(who);
        return who;
    }

    private Conduct.Terms terms(List<PeerId> accomplices, Conduct.Victims victims) {
        return new Conduct.Terms(List.copyOf(accomplices), victims, spec.chance().orElse(Ratio.ALL),
                spec.type(), spec.target(), spec.towards(), spec.every(), spec.by());
    }

    private void install(Peer peer, Behaviour behaviour, Conduct.Terms terms, Scene scene) {
        RandomSource draws = scene.draws().stream(peer.id().name());
        installed.add(new Installed(peer, peer.misbehave(terms, behaviour, draws)));
    }

    /** What every protocol knows, what this one knows, what somebody brings along; in this order. */
    private Supplier<Optional<Behaviour>> behaviours(Deployment deployment, Scene scene) {
        List<PeerId> members = scene.cluster().ids().stream()
                .filter(id -> scene.cluster().peer(id).deployment() == deployment).toList();
        Population population = scene.cluster().population(members);
        return () -> ofAll(deployment)
                .or(() -> deployment.misbehaviour(spec.behaviour(), population))
                .or(() -> scene.hooks().behaviour(spec.behaviour()).map(Supplier::get));
    }

    private Optional<Behaviour> ofAll(Deployment deployment) {
        Behaviour behaviour = switch (spec.behaviour()) {
            case Misbehaviour.SILENT -> new Silence();
            case Misbehaviour.DROPS -> new Neglect(
                    (Message message) -> spec.type().isPresent() || deployment.isRequest(message));
            case Misbehaviour.REPLAYS -> new Repetition();
            case Misbehaviour.DELAYS -> new Delay(spec.by().orElse(USUAL_DELAY));
            case Misbehaviour.FLOODS -> new Flooding(deployment, spec.every().orElse(USUAL_PAUSE));
            default -> null;
        };
        return Optional.ofNullable(behaviour);
    }

    @Override
    public void end(Scene scene) {
        installed.forEach(each -> each.peer().behave(each.conduct()));
    }
}
