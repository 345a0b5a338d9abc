package peerlab.engine.protocol;

/** The answer to a request that did not succeed, with the reason as a person would say it: "not found". */
public record Failure(String reason) {
}
