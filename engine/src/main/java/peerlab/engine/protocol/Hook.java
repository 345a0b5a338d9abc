package peerlab.engine.protocol;

/**
 * A part of a protocol that a student may implement while the reference plays the rest.
 *
 * @param name as a scenario says it: {@code routing-table}
 * @param type the interface to implement
 */
public record Hook(String name, Class<?> type, String summary) {
}
