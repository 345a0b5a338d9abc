package peerlab.kademlia;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Payload;

/**
 * Answers {@link FindValue} with a value of its own making, whether or not it holds one: published at this
 * very moment, so that it wins against any older one. The paper's values carry no signature, so nobody can
 * tell.
 */
final class Forgery implements Behaviour {

    private static final Bytes SIZE = new Bytes(64);

    private final KademliaDeployment network;
    private final boolean isTwoFaced;

    /** @param isTwoFaced whether half of the peers get the lie, always the same ones, and half the truth */
    Forgery(KademliaDeployment network, boolean isTwoFaced) {
        this.network = network;
        this.isTwoFaced = isTwoFaced;
    }

    @Override
    public void onSend(PeerId to, Message message, Adversary self) {
        boolean isAnswer = message instanceof ValueFound || message instanceof Nodes;
        if (isAnswer && self.questionOf(to) instanceof FindValue find
                && Lies.isAbout(find.key(), network, self) && isLiedTo(to, self)) {
            Payload value = new Payload("forged by " + self.self(), SIZE);
            self.send(to, new ValueFound(find.call(), new Item(value, self.self(), self.now())));
        } else {
            self.send(to, message);
        }
    }

    private boolean isLiedTo(PeerId peer, Adversary self) {
        return !isTwoFaced || self.random().stream("side", peer.index()).nextLong() < 0;
    }
}
