package peerlab.kademlia;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Timer;

/**
 * One of a group that answers with one another. Whoever asks a member hears of members alone, the closest to
 * what is looked for, and learns of no value; a value that is brought is confirmed and thrown away. To
 * one another they are honest. Where ids can be chosen, a group close to a key eclipses the key (a Sybil
 * attack); where a victim knows members alone, it is eclipsed itself.
 *
 * <p>The honest self does not hear of those who are fooled, so that it names them to nobody.
 *
 * <p>A. Singh et al., "Eclipse attacks on overlay networks", Infocom 2006; J. Douceur, "The Sybil attack",
 * IPTPS 2002.
 */
final class Collusion implements Behaviour {

    private static final Visit VISIT = new Visit();

    private final KademliaDeployment network;
    private final Population population;
    private Set<PeerId> members = Set.of();
    private IdSpace group;
    private int visits;

    /** The alarm of the next call on somebody who is to know this member. */
    record Visit() implements Timer {
    }

    Collusion(KademliaDeployment network, Population population) {
        this.network = network;
        this.population = population;
    }

    @Override
    public void onStart(Adversary self) {
        members = new HashSet<>(self.accomplices());
        group = new IdSpace(self.accomplices().stream().map(network::contact).toList());
        visits = self.random().nextInt(Integer.MAX_VALUE);
        self.every().ifPresent(every -> self.startTimer(VISIT, every));
    }

    @Override
    public void onMessage(PeerId from, Message message, Adversary self) {
        Inquiry inquiry = Inquiry.of(message);
        if (members.contains(from)) {
            self.takeIn(from, message);
        } else if (inquiry != null && Lies.isAbout(inquiry.target(), network, self)) {
            self.send(from, new Nodes(inquiry.call(), closest(inquiry.target(), self)));
        } else if (message instanceof Store store && Lies.isAbout(store.key(), network, self)) {
            self.send(from, new Stored(store.call()));
        } else if (message instanceof Ping ping && self.target().isEmpty()) {
            self.send(from, new Pong(ping.call()));
        } else {
            self.takeIn(from, message);
        }
    }

    /** Each message tells its receiver's table that the sender is alive. */
    @Override
    public void onTimer(Timer timer, Adversary self) {
        List<PeerId> victims = self.victims().isEmpty() ? population.members() : self.victims();
        PeerId next = victims.get(Math.floorMod(visits++, victims.size()));
        if (!members.contains(next)) {
            self.send(next, new Ping(KademliaDeployment.NO_CALL));
        }
        self.startTimer(VISIT, self.every().orElseThrow());
    }

    private Contact[] closest(Key wanted, Adversary self) {
        int k = ((Kademlia) self.honestSelf()).settings().k();
        return group.closest(wanted, k, population::isUp).toArray(Contact[]::new);
    }
}
