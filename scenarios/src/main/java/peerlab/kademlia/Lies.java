package peerlab.kademlia;

import static peerlab.engine.protocol.Misbehaviour.CHANCE;
import static peerlab.engine.protocol.Misbehaviour.EVERY;
import static peerlab.engine.protocol.Misbehaviour.TARGET;
import static peerlab.engine.protocol.Misbehaviour.TOWARDS;
import static peerlab.engine.protocol.Misbehaviour.VICTIM;

import java.util.List;
import java.util.Optional;

import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Misbehaviour;
import peerlab.engine.protocol.Population;

/** What a peer of Kademlia can lie about: values, contacts, and who there is. */
final class Lies {

    static final List<Misbehaviour> DECLARED = List.of(
            new Misbehaviour("lies", "answers for a value with one of its own making",
                    List.of(CHANCE, VICTIM, TARGET)),
            new Misbehaviour("misroutes",
                    "answers with contacts that lead astray: random ones, or far or dead ones",
                    List.of(TOWARDS, CHANCE, VICTIM, TARGET)),
            new Misbehaviour("equivocates",
                    "answers for a value with the truth to some peers and with a forgery to the others",
                    List.of(VICTIM, TARGET)),
            new Misbehaviour("colludes",
                    "answers with members of the group alone, and keeps values from everybody else",
                    List.of(VICTIM, TARGET, EVERY)));

    private Lies() {
    }

    /** The behaviour for one peer; empty for a name that is not declared. */
    static Optional<Behaviour> of(String name, KademliaDeployment network, Population population) {
        return Optional.ofNullable(switch (name) {
            case "lies" -> new Forgery(network, false);
            case "misroutes" -> new Misrouting(network, population);
            case "equivocates" -> new Forgery(network, true);
            case "colludes" -> new Collusion(network, population);
            default -> null;
        });
    }

    /** Whether a key is what an adversary's fault is about. */
    static boolean isAbout(Key key, KademliaDeployment network, Adversary self) {
        return self.target().map(name -> network.place(name).equals(key)).orElse(true);
    }
}
