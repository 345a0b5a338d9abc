package peerlab.kademlia;

import java.util.Arrays;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/**
 * The answer to {@link FindNode}, and to {@link FindValue} of a peer without it: the closest that it
 * knows, as numbers of the directory.
 */
public record Nodes(int call, Directory directory, int... numbers) implements Message {

    /** An answer that names contacts of one network. */
    public Nodes(int call, Contact... contacts) {
        this(call, contacts.length == 0 ? new Directory(0) : Directory.of(contacts[0]), contacts);
    }

    private Nodes(int call, Directory directory, Contact... contacts) {
        this(call, directory, Arrays.stream(contacts).mapToInt(directory::number).toArray());
    }

    /** Reads the first and the last. */
    int approach() {
        return numbers.length == 0 ? 0 : numbers[0] + numbers[numbers.length - 1];
    }

    /** Whom it names. */
    public Contact[] contacts() {
        return directory.contacts(numbers).toArray(Contact[]::new);
    }

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.peers("contacts", numbers, directory);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nodes that && call == that.call && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * call + numbers.length;
    }

    @Override
    public String toString() {
        return "Nodes[call=" + call + ", contacts=" + directory.contacts(numbers) + "]";
    }
}
