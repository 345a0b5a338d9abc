package peerlab.engine.spec;

/** A value or, where the two ends differ, any between them: each of those concerned draws its own. */
public record Between<T extends Comparable<T>>(T least, T most) {

    public Between {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("the range " + least + ".." + most + " is reversed");
        }
    }

    public static <T extends Comparable<T>> Between<T> just(T value) {
        return new Between<>(value, value);
    }

    public boolean isSingle() {
        return least.compareTo(most) == 0;
    }

    @Override
    public String toString() {
        return isSingle() ? least.toString() : least + ".." + most;
    }
}
