package peerlab.engine.protocol;

/**
 * What is wrong with values each of which is right by itself: {@code readQuorum: 3} of two replicas.
 *
 * @param group whose option it is, of those that were judged together, from 0
 * @param option the one to blame
 * @param sentence what is wrong
 * @param remedy what to write or to leave out
 */
public record Objection(int group, String option, String sentence, String remedy) {

    /** One of what was judged alone. */
    public Objection(String option, String sentence, String remedy) {
        this(0, option, sentence, remedy);
    }
}
