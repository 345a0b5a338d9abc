package peerlab.engine.protocol;

/**
 * The peers of one group, as a scenario declares them: what a protocol judges before anything runs.
 *
 * @param name the group's name, after which its peers are numbered from 1
 * @param count how many peers it has
 * @param options what is said of them, the defaults among them
 */
public record Party(String name, int count, Parameters options) {
}
