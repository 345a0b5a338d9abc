package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.SourcePlace;

/**
 * Somebody else's class plays a part of a protocol: {@code use 'student.MyTable', as: 'routing-table'}.
 *
 * @param type the class by its full name
 * @param hook the part of the protocol
 * @param group the one group in which it plays; all of them where absent
 */
public record UseSpec(String type, String hook, Optional<String> group, SourcePlace place) {

    /** The same, in one group only. */
    public UseSpec on(String only) {
        return new UseSpec(type, hook, Optional.of(only), place);
    }
}
