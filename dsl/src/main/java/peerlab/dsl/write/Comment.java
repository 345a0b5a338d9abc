package peerlab.dsl.write;

/**
 * A remark of the author's, without the signs that begin it.
 *
 * @param isAlone whether nothing but the remark stands on its line
 */
record Comment(int line, int column, boolean isAlone, String text) {
}
