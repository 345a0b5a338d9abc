package peerlab.engine.check;

import java.util.List;
import java.util.Map;

import peerlab.engine.observe.View.PeerView;

/** The peer that a function over peers is looking at. Its protocol is asked at most once for each look. */
final class PeerSlot {

    /** What can be asked of every peer, whatever its protocol shows. */
    static final List<String> OF_ALL = List.of(
            "clockOffset", "group", "honest", "name", "paused", "region", "slow", "up");


    private PeerView peer;
    private Map<String, Object> values;

    void show(PeerView next) {
        peer = next;
        values = null;
    }

    /** What the peer shows under a name; null where it shows nothing. */
    Object read(String name) {
        if (name.equals("up")) {
            return peer.isUp();
        } else if (name.equals("honest")) {
            return peer.isHonest();
        }
        if (values == null) {
            values = peer.values();
        }
        Object value = values.get(name);
        if (value != null) {
            return value;
        }
        return switch (name) {
            case "name" -> peer.id().name();
            case "group" -> peer.group();
            case "region" -> peer.region().isEmpty() ? null : peer.region();
            case "paused" -> peer.isPaused();
            case "slow" -> peer.isSlow();
            case "clockOffset" -> peer.clockOffset();
            default -> null;
        };
    }
}
