package peerlab.kademlia;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Population;

/**
 * Answers {@link FindNode} and {@link FindValue} with contacts that lead astray: the farthest of its own
 * table, peers that are down, or any peers at all. It never hands out a value.
 */
final class Misrouting implements Behaviour {

    static final String FAR = "far";
    static final String DEAD = "dead";

    private final KademliaDeployment network;
    private final Population population;

    Misrouting(KademliaDeployment network, Population population) {
        this.network = network;
        this.population = population;
    }

    @Override
    public void onSend(PeerId to, Message message, Adversary self) {
        boolean isAnswer = message instanceof Nodes || message instanceof ValueFound;
        Inquiry inquiry = isAnswer ? Inquiry.of(self.questionOf(to)) : null;
        if (inquiry != null && Lies.isAbout(inquiry.target(), network, self)) {
            self.send(to, new Nodes(inquiry.call(), astray(inquiry.target(), to, self)));
        } else {
            self.send(to, message);
        }
    }

    private Contact[] astray(Key wanted, PeerId asker, Adversary self) {
        Kademlia own = (Kademlia) self.honestSelf();
        int k = own.settings().k();
        String towards = self.towards().orElse("");
        if (towards.equals(FAR)) {
            return own.table().contacts().stream().filter(contact -> !contact.peer().equals(asker))
                    .sorted((a, b) -> wanted.compareDistances(b, a)).limit(k).toArray(Contact[]::new);
        }
        boolean isDead = towards.equals(DEAD);
        List<PeerId> others = new ArrayList<>();
        for (PeerId peer : population.members()) {
            boolean isMeant = !peer.equals(asker) && !peer.equals(self.self());
            if (isMeant && !(isDead && population.isUp(peer))) {
                others.add(peer);
            }
        }
        return sample(others, k, self.random());
    }

    private Contact[] sample(List<PeerId> peers, int count, RandomSource random) {
        int[] positions = new int[peers.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        Contact[] drawn = new Contact[Math.min(count, positions.length)];
        random.sample(positions, positions.length, drawn.length);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = network.contact(peers.get(positions[i]));
        }
        return drawn;
    }
}
