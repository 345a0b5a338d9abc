package peerlab.engine.base;

/**
 * Where something was written. It belongs to a value without being part of what the value means: two
 * specifications that say the same are equal wherever they were written, so all places are equal.
 */
public final class SourcePlace {

    /** For what no file says: defaults, and specifications built in Java. */
    public static final SourcePlace NOWHERE = new SourcePlace("", 0, 0, 0);

    private final String file;
    private final int line;
    private final int column;
    private final int length;

    /**
     * @param file as the user named it
     * @param line from 1
     * @param column from 1
     * @param length how many characters it spans on its line, at least 1
     */
    public SourcePlace(String file, int line, int column, int length) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.length = length;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public int length() {
        return length;
    }

    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourcePlace;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** {@code kademlia.groovy:23}. */
    @Override
    public String toString() {
        return isKnown() ? file + ":" + line : "(no file)";
    }
}
