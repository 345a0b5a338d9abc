package my;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;
import peerlab.kademlia.FindNode;
import peerlab.kademlia.Nodes;

/** A peer of Kademlia that is asked for others and says that it knows nobody. */
public final class Shrug implements Behaviour {

    @Override
    public void onSend(PeerId to, Message message, Adversary self) {
        if (self.questionOf(to) instanceof FindNode find && message instanceof Nodes) {
            self.send(to, new Nodes(find.call()));
        } else {
            self.send(to, message);
        }
    }
}
