package peerlab.dsl.groovy;

import java.util.Set;

/**
 * Counts what nests in a script without brackets, or grows without end: {@code - - -x},
 * {@code a ? b : c ? d : e}, {@code a < b < c}, {@code a: b: c:}, line after line that begins with a dot.
 * Beyond its limits Groovy's parser would overflow the stack, or take minutes.
 */
final class Nesting {

    /**
     * Brackets within brackets, signs before signs, choices within choices. Values nest less deep in both
     * languages; here they stand in blocks.
     */
    static final int DEPTH_LIMIT = 45;
    /** What may begin a type within a type: grows with the square. */
    static final int ANGLES_LIMIT = 300;
    /** What sets something, to what is set, to what is set. */
    static final int SETTINGS_LIMIT = 30;
    /** Of one line; what they take to parse grows with their square. */
    static final int BRACES_LIMIT = 1_000;

    /** Words between two values; a line that begins with one goes on with the line above. */
    private static final Set<String> RELATIONS = Set.of("in", "as", "instanceof");

    private final ScriptText script;
    private final Ending ending;
    private int signs;
    private int choices;
    private int angles;
    private int settings;
    private int braces;
    private int members;
    private int labels;
    private int relations;

    Nesting(ScriptText script, Ending ending) {
        this.script = script;
        this.ending = ending;
    }

    /** Anything begins here, if only a text or a word: what is not between signs ends a row of them. */
    void begin(char c) {
        boolean isBetweenSigns = Character.isWhitespace(c) || "+-!~".indexOf(c) >= 0;
        signs = isBetweenSigns ? signs : 0;
    }

    /**
     * A word.
     *
     * @param isLabel whether a colon follows: Groovy may take it for a label, of a label, of a label
     */
    void word(String word, int place, boolean isFirst, boolean isLabel) {
        members = isFirst ? 0 : members;
        labels = isLabel ? labels + 1 : 0;
        boolean isRelation = RELATIONS.contains(word) && !isLabel;
        relations = isRelation ? relations + 1 : isFirst ? 0 : relations;
        if (labels > DEPTH_LIMIT) {
            ending.tooDeep(place, "colons");
        } else if (relations > DEPTH_LIMIT) {
            ending.at(place, place + word.length(),
                    "more of '" + word + "' than anybody needs in one statement", "write it in several");
        }
    }

    /** A number or a text. */
    void value() {
        labels = 0;
    }

    /**
     * A sign, or a blank.
     *
     * @param before the last character before it that is no blank, or a line end
     * @param isFirst whether it is the first of its line that Groovy gets to see
     */
    void sign(char c, int place, char before, boolean isFirst) {
        labels = c == ':' || Character.isWhitespace(c) ? labels : 0;
        signs += "+-!~".indexOf(c) >= 0 ? 1 : 0;
        boolean isOver = ";{}".indexOf(c) >= 0 || c == '\n' && "?:<.=".indexOf(before) < 0;
        relations = ";{}".indexOf(c) >= 0 ? 0 : relations;
        choices = isOver ? 0 : c == '?' ? choices + 1 : choices;
        angles = isOver ? 0 : c == '<' || c == '.' ? angles + 1 : angles;
        settings = isOver ? 0 : isSetting(c, place) ? settings + 1 : settings;
        braces = c == '\n' ? 0 : "{(".indexOf(c) >= 0 ? braces + 1 : braces;
        if (!Character.isWhitespace(c) && isFirst) {
            members = ".?(".indexOf(c) >= 0 ? members + 1 : 0;
        }
        if (signs > DEPTH_LIMIT || choices > DEPTH_LIMIT || members > DEPTH_LIMIT) {
            ending.tooDeep(place, "signs");
        } else if (settings > SETTINGS_LIMIT || angles > ANGLES_LIMIT || braces > BRACES_LIMIT) {
            ending.at(place, place + 1, "more of '" + c + "' than anybody needs in one statement",
                    "write it in several");
        }
    }

    private boolean isSetting(char c, int place) {
        return c == '=' && script.at(place + 1) != '=' && "=!<>".indexOf(script.at(place - 1)) < 0;
    }
}
