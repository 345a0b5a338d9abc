package peerlab.kademlia;

import java.util.Arrays;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/**
 * The answer to {@link FindNode}, and to {@link FindValue} of a peer without it: the closest that it
 * knows.
 */
public record Nodes(int call, Contact... contacts) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.beginList("contacts", contacts.length);
        for (Contact contact : contacts) {
            fields.peer("", contact.peer());
        }
        fields.endList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nodes that && call == that.call && Arrays.equals(contacts, that.contacts);
    }

    @Override
    public int hashCode() {
        return 31 * call + contacts.length;
    }

    @Override
    public String toString() {
        return "Nodes[call=" + call + ", contacts=" + Arrays.toString(contacts) + "]";
    }
}
