package peerlab.dsl.value;

import java.util.Optional;

import peerlab.engine.base.SourcePlace;

/** The text of a value, which knows where in the file each of its characters stands. */
record Text(String text, SourcePlace origin) {

    /** No value is longer than this. */
    static final int MOST_CHARACTERS = 10_000;

    /** Complains of a text that is longer than any value. */
    void requireShort() {
        if (text.length() > MOST_CHARACTERS) {
            throw new Complaint(place(0, 1), "a value of " + text.length() + " characters",
                    "no value is longer than " + MOST_CHARACTERS + " characters");
        }
    }

    /** The place of some of the characters, cut at the end of their first line. */
    SourcePlace place(int start, int end) {
        int from = Math.min(start, text.length());
        int lineStart = text.lastIndexOf('\n', from - 1) + 1;
        int line = origin.line() + (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
        int column = lineStart == 0 ? origin.column() + from : from - lineStart + 1;
        int lineEnd = text.indexOf('\n', from);
        int stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
        return new SourcePlace(origin.file(), line, column, Math.max(1, stop - from));
    }

    /** The place of the whole, without blanks around it. */
    SourcePlace place() {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return place(start, end);
    }

    /** The whole with each run of blanks and line ends as one blank, as a name or a sentence is meant. */
    String words() {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** What stands at a place in the first line of the text, as it fits into a message. */
    Optional<String> at(SourcePlace place) {
        int start = place.column() - origin.column();
        int end = start + place.length();
        boolean isInside = place.line() == origin.line() && start >= 0 && end <= text.length();
        return isInside ? Optional.of(brief(text.substring(start, end).strip())) : Optional.empty();
    }

    /** As much of it as fits into a message. */
    String brief() {
        return brief(words());
    }

    private static String brief(String words) {
        return words.length() <= 40 ? words : words.substring(0, 37) + "...";
    }
}
