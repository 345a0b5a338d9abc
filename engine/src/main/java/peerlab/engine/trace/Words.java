package peerlab.engine.trace;

/**
 * The bytes of words that come again and again: names of fields, types of messages, reasons. A table of fixed
 * size; a word that finds no place free moves in where it looked first.
 */
final class Words {

    private static final int PLACES = 1024;
    private static final int NEIGHBOURS = 4;
    private static final int LONGEST = 80;

    private final String[] words = new String[PLACES + NEIGHBOURS];
    private final Word[] encoded = new Word[PLACES + NEIGHBOURS];
    private final String before;
    private final String after;

    /** @param before and {@code after}: what stands around each word: quotes, a colon */
    Words(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** The word's bytes, escaped; null where it is too long for a place. */
    Word of(String word) {
        int place = place(word);
        for (int i = place; i < place + NEIGHBOURS; i++) {
            String there = words[i];
            if (there == word || word.equals(there)) {
                return encoded[i];
            }
        }
        return moveIn(word, place);
    }

    /**
     * The word's bytes if the very same object was asked for before; else null. What comes once only, like a
     * key, is not worth a place.
     */
    Word again(String word) {
        if (word.length() > LONGEST) {
            return null;
        }
        int place = place(word);
        if (words[place] != word) {
            words[place] = word;
            encoded[place] = null;
            return null;
        }
        if (encoded[place] == null) {
            encoded[place] = encode(word);
        }
        return encoded[place];
    }

    private static int place(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return hash >>> 22;
    }

    private Word moveIn(String word, int place) {
        if (word.length() > LONGEST) {
            return null;
        }
        int free = place;
        while (free < place + NEIGHBOURS && words[free] != null) {
            free++;
        }
        int taken = free < place + NEIGHBOURS ? free : place;
        words[taken] = word;
        encoded[taken] = encode(word);
        return encoded[taken];
    }

    private Word encode(String word) {
        return new Word(before + JsonEscape.of(word) + after);
    }
}
