package peerlab.dsl.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Source;
import peerlab.engine.base.SourcePlace;

/**
 * Answers slips of the form for which YAML's own parser blames something else, often a line too late: it sees
 * where the text no longer makes sense, and this is where it was written wrongly.
 */
final class FormSlips {

    private static final Pattern NO_BLANK = Pattern.compile("(\\s*(?:- )?)([A-Za-z][A-Za-z ]*):(\\S.*)");
    private static final Pattern SEVERAL = Pattern.compile(
            "(\\s*(?:- )?)([A-Za-z]+): ([^'\"{\\[]*), *([A-Za-z]+): .*");
    private static final Pattern NO_COMMA = Pattern.compile(".*[^\\s,{:](\\s+)([A-Za-z]+)");
    private static final Pattern GROOVY = Pattern.compile(
            "(scenario\\s+['\"].*|(network|timeline|expect|record)\\s*\\{\\s*)");

    /** Of a longer line nobody can tell what was meant. */
    private static final int LONGEST = 500;

    /** So many lines above tell what a line belongs to. */
    private static final int NEAR = 10;

    private final Source source;

    FormSlips(Source source) {
        this.source = source;
    }

    /** A script of Groovy's, whatever the file is called. */
    Optional<Diagnostic> language() {
        boolean isGroovy = source.text().lines().anyMatch(line -> GROOVY.matcher(line).matches());
        String name = source.file().replaceAll(".*[/\\\\]|\\.[^.]*$", "");
        return isGroovy ? Optional.of(Diagnostic.error(new SourcePlace(source.file(), 1, 1,
                Math.max(1, source.line(1).length())), "this is Groovy, in a file named for YAML",
                "name the file " + name + ".groovy")) : Optional.empty();
    }

    /**
     * A line at which YAML misses a ':' after a word: {@code seed:42}, or a step without its dash.
     *
     * @param number where what it could not read begins
     */
    Optional<Diagnostic> lineWithoutWord(int number) {
        String line = line(number);
        Matcher slip = NO_BLANK.matcher(line);
        if (slip.matches()) {
            int start = slip.start(2);
            return Optional.of(Diagnostic.error(place(number, start, slip.end(2) + 1 - start),
                    "a blank is missing behind '" + slip.group(2) + ":'",
                    "write " + slip.group(2) + ": " + slip.group(3).strip()));
        }
        String before = above(number);
        boolean isItem = line.strip().startsWith("{") && before.strip().startsWith("- ")
                && indent(line) == indent(before);
        return isItem ? Optional.of(Diagnostic.error(place(number, indent(line), 1),
                "a line of a list without its dash", "write - before it")) : Optional.empty();
    }

    /** {@code peers: 64, run: kademlia}. */
    Optional<Diagnostic> severalInOneLine(int number) {
        Matcher slip = SEVERAL.matcher(line(number));
        if (!slip.matches() || slip.group(2).equals("scenario")) {
            return Optional.empty();
        }
        int start = slip.start(4);
        return Optional.of(Diagnostic.error(place(number, start, slip.end(4) - start),
                "'" + slip.group(4) + "' within the value of '" + slip.group(2) + "'",
                "several words in one line stand in braces: " + slip.group(2) + ": { ..., " + slip.group(4)
                        + ": ... }"));
    }

    /**
     * {@code { at: 50s crash: all }}.
     *
     * @param column of the ':' at which it is noticed
     */
    Optional<Diagnostic> commaBefore(int number, int column) {
        String line = line(number);
        Matcher slip = NO_COMMA.matcher(line.substring(0, Math.min(line.length(), column - 1)));
        if (!slip.matches() || column > line.length() || line.charAt(column - 1) != ':') {
            return Optional.empty();
        }
        int start = slip.start(2);
        return Optional.of(Diagnostic.error(place(number, start, slip.end(2) - start),
                "a comma is missing before '" + slip.group(2) + "'", "write , " + slip.group(2) + ": ..."));
    }

    /** The nearest line above with something on it. */
    private String above(int number) {
        int at = number - 1;
        while (at > 0 && at > number - NEAR && line(at).isBlank()) {
            at--;
        }
        return line(at);
    }

    private String line(int number) {
        String line = source.line(number);
        return line.length() <= LONGEST ? line : "";
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private SourcePlace place(int line, int start, int length) {
        return new SourcePlace(source.file(), line, start + 1, length);
    }
}
