package peerlab.engine.protocol;

import java.util.function.Predicate;

/** A statement about all peers that a protocol offers by name: "at most one leader per term". */
public record NamedProperty(String name, String summary, Predicate<Population> holds) {
}
