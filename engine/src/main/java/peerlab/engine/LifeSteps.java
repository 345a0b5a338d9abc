package peerlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.SelectorSpec;

/** Carries out the steps by which peers come and go, all at once or one after another. */
final class LifeSteps {

    private final StepRunner step;
    private final StepRunner.Stage stage;
    private final RandomSource random;

    LifeSteps(StepRunner step, StepRunner.Stage stage, RandomSource random) {
        this.step = step;
        this.stage = stage;
        this.random = random;
    }

    void begin(ActionSpec.Life life) {
        List<PeerId> named = repeatedlyNamed(life);
        if (named.stream().anyMatch(id -> !able(life.change()).test(stage.cluster().peer(id)))) {
            inTurn(life, named);
            return;
        }
        List<PeerId> chosen = stage.selector().choose(life.who(), candidates(life), random);
        step.report(chosen);
        Consumer<PeerId> change = id -> change(life, stage.cluster().peer(id));
        if (life.every().isEmpty() || chosen.size() < 2) {
            chosen.forEach(change);
            step.mark(chosen);
        } else {
            step.remember(chosen);
            oneByOne(chosen, life.every().get(), change);
        }
    }

    /** Whom a repeated restart names, up or down; nobody for any other step. */
    private List<PeerId> repeatedlyNamed(ActionSpec.Life life) {
        boolean isNamed = life.who() instanceof SelectorSpec.Named
                || life.who() instanceof SelectorSpec.Numbered;
        boolean isRepeated = life.change() == ActionSpec.LifeVerb.RESTART && life.every().isPresent();
        return isNamed && isRepeated ? stage.selector().choose(life.who(), peer -> true, random) : List.of();
    }

    /**
     * Each time the first of those named who is down then, once each: who goes down later has its turn later.
     * A turn at which all of them are up passes.
     */
    private void inTurn(ActionSpec.Life life, List<PeerId> named) {
        step.report(named);
        step.remember(named);
        List<PeerId> left = new ArrayList<>(named);
        step.repeat(life.every().get()::nanos, Long.MAX_VALUE, () -> {
            Optional<PeerId> next = left.stream()
                    .filter(id -> able(life.change()).test(stage.cluster().peer(id))).findFirst();
            next.ifPresent(id -> {
                left.remove(id);
                change(life, stage.cluster().peer(id));
            });
            if (left.isEmpty()) {
                step.mark(named);
            }
            return !left.isEmpty();
        });
    }

    private void oneByOne(List<PeerId> chosen, Span every, Consumer<PeerId> change) {
        int[] next = {0};
        step.repeat(every::nanos, Long.MAX_VALUE, () -> {
            change.accept(chosen.get(next[0]++));
            boolean isLast = next[0] == chosen.size();
            if (isLast) {
                step.mark(chosen);
            }
            return !isLast;
        });
    }

    /** Who can be meant: by name also those who are down lose what they saved, by chance those up. */
    private static Predicate<Peer> candidates(ActionSpec.Life life) {
        boolean isByChance = life.change() == ActionSpec.LifeVerb.WIPE && !Selector.isByName(life.who());
        return isByChance ? Peer::isUp : able(life.change());
    }

    private static Predicate<Peer> able(ActionSpec.LifeVerb verb) {
        return switch (verb) {
            case JOIN -> peer -> !peer.isUp() && (!peer.hasBegun() || peer.hasLeft());
            case RESTART -> peer -> !peer.isUp() && peer.hasBegun() && !peer.hasLeft();
            case LEAVE, CRASH -> Peer::isUp;
            case WIPE -> Peer::hasBegun;
        };
    }

    /**
     * Between choosing and acting a peer may have changed on its own account: then there is nothing left to
     * do.
     */
    private void change(ActionSpec.Life life, Peer peer) {
        if (!able(life.change()).test(peer)) {
            return;
        }
        switch (life.change()) {
            case JOIN -> stage.cluster().join(peer, contacts(life, peer));
            case RESTART -> stage.cluster().restart(peer, contacts(life, peer), life.keepsStorage());
            case LEAVE -> stage.cluster().leave(peer);
            case CRASH -> stage.cluster().crash(peer);
            case WIPE -> stage.cluster().wipe(peer);
            default -> throw new IllegalStateException(
                    "a change of life that nobody carries out: " + life.change());
        }
    }

    private List<PeerId> contacts(ActionSpec.Life life, Peer peer) {
        return stage.selector().contacts(life.via(), peer, random);
    }
}
