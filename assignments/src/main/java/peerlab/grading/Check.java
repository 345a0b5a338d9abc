package peerlab.grading;

/**
 * What a submission is asked for: one graded feature.
 *
 * @param name the feature's name, which is unique in its assignment and the same in every run
 */
public record Check(String name, Tier tier, int points, String feedback) {
}
