package peerlab.flood;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/**
 * What goes round. All messages of one peer about one rumour are the same object.
 *
 * @param number which rumour, in the order of their starting
 * @param hops how many links it has crossed on arrival
 */
public record Rumour(int number, String text, int hops) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("number", number);
        fields.text("text", text);
        fields.number("hops", hops);
    }
}
