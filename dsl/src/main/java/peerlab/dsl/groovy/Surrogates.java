package peerlab.dsl.groovy;

/**
 * Keeps characters outside the basic plane, such as emoji, from shifting columns: Groovy's parser counts
 * them as one column at a start and as two at an end. Their halves are shown to it as characters of the
 * private use area.
 */
final class Surrogates {

    private static final int SHIFT = 0xE000 - Character.MIN_SURROGATE;

    private Surrogates() {
    }

    static char hidden(char c) {
        return Character.isSurrogate(c) ? (char) (c + SHIFT) : c;
    }

    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = (char) (shown.charAt(i) - SHIFT);
            shown.setCharAt(i, Character.isSurrogate(c) ? c : shown.charAt(i));
        }
        return shown.toString();
    }
}
