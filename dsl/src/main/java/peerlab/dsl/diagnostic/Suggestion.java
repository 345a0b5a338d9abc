package peerlab.dsl.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant by a word that does not exist. */
public final class Suggestion {

    /** Longer words are cut before they are compared. */
    private static final int LONGEST = 60;

    private Suggestion() {
    }

    /** A word that is found within another is no accident from this length on. */
    private static final int TELLING = 5;

    /**
     * The nearest of the words, if it is near: at most a third of the letters differ, or else one is the end
     * of the other, as {@code timeout} of {@code requestTimeout}. The first of several wins.
     */
    public static Optional<String> nearest(String word, Collection<String> words) {
        String written = fold(word);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : words) {
            String folded = fold(candidate);
            int distance = distance(written, folded);
            int allowed = Math.max(1, Math.max(written.length(), folded.length()) / 3);
            if (distance <= allowed && distance < bestDistance && distance < folded.length()) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best)
                .or(() -> words.stream().filter(candidate -> isEnd(written, fold(candidate))).findFirst());
    }

    private static boolean isEnd(String a, String b) {
        return Math.min(a.length(), b.length()) >= TELLING && (a.endsWith(b) || b.endsWith(a));
    }

    /** "did you mean 'crash'?", or what else to say where nothing is near. */
    public static String remedy(String word, Collection<String> words, String otherwise) {
        return nearest(word, words).map(near -> "did you mean '" + near + "'?").orElse(otherwise);
    }

    /**
     * Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other: the
     * optimal string alignment distance (Boytsov 2011, section 2.1).
     */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                boolean isSwap = i > 1 && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (isSwap) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static String fold(String word) {
        String cut = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        return cut.toLowerCase(Locale.ROOT);
    }
}
