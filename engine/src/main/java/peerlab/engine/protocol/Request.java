package peerlab.engine.protocol;

import java.util.Map;

/**
 * What a client asks of a peer.
 *
 * @param id unique within the run, in the order of asking
 * @param operation its name: {@code get}
 * @param key what it is about; empty where the operation takes none
 * @param value what is to be written, or null
 * @param options what else the scenario said
 */
public record Request(long id, String operation, String key, Object value, Map<String, Object> options) {
}
