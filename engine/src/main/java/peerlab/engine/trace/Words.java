package peerlab.engine.trace;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of words that come again and again: names of fields, types of messages, letters of peers. A
 * table of fixed size; a word that finds its place taken moves in.
 */
final class Words {

    private static final int PLACES = 512;
    private static final int LONGEST = 80;

    private final String[] words = new String[PLACES];
    private final byte[][] bytes = new byte[PLACES][];
    private final String before;
    private final String after;

    /** @param before and {@code after}: what stands around each word: quotes, a colon */
    Words(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** The word's bytes, escaped. */
    byte[] of(String word) {
        int hash = word.hashCode();
        int place = (hash ^ hash >>> 9 ^ hash >>> 18) & PLACES - 1;
        String there = words[place];
        return there == word || word.equals(there) ? bytes[place] : moveIn(word, place);
    }

    private byte[] moveIn(String word, int place) {
        byte[] encoded = (before + JsonEscape.of(word) + after).getBytes(StandardCharsets.UTF_8);
        if (word.length() <= LONGEST) {
            words[place] = word;
            bytes[place] = encoded;
        }
        return encoded;
    }
}
