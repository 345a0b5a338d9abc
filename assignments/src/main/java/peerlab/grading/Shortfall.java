package peerlab.grading;

import java.util.OptionalLong;

/**
 * One time that a check was not met.
 *
 * @param values the data of this time, as the spec names them: {@code seed: 7, peers: 64}; empty where it has
 *     none
 * @param account the condition that did not hold with the value of each part, or the exception and where it
 *     came from
 */
public record Shortfall(String values, OptionalLong seed, String account) {
}
