package peerlab.engine.protocol;

/**
 * A protocol asks for something impossible, or gives back what makes no sense. It is told so, and where it
 * lets that pass it is the verdict on the run; it is never a fault of the engine that refuses.
 */
public final class Misuse extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public Misuse(String sentence) {
        super(sentence);
    }

    /** What a protocol gave, which must not be nothing. */
    public static <T> T unlessNull(T given, String giver) {
        if (given == null) {
            throw new Misuse(giver + " gave null");
        }
        return given;
    }
}
