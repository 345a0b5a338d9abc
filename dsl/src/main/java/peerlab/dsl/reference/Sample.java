package peerlab.dsl.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import peerlab.dsl.grammar.Spelling;

/**
 * A word at work, in both languages, and the place where the line stands. It can be run: {@link #whole}.
 *
 * @param word the word that it shows
 * @param block where the line stands: {@code timeline}, {@code expect}; empty for the top level
 * @param protocol what the peers run
 */
public record Sample(String word, String block, String groovy, String yaml, String protocol) {

    /** The line as one of the languages spells it. */
    public String in(Spelling spelling) {
        return spelling == Spelling.GROOVY ? groovy : yaml;
    }

    /** A scenario in which the line stands, and little else. */
    public String whole(Spelling spelling) {
        boolean isGroovy = spelling == Spelling.GROOVY;
        List<String> lines = new ArrayList<>();
        add(lines, "scenario", isGroovy ? "scenario 'An example'" : "scenario: An example");
        if (word.equals("matrix")) {
            lines.add(isGroovy ? "params n: 16" : "params: { n: 16 }");
        }
        boolean isBody = !block.isEmpty();
        boolean isSample = !isBody && !word.equals("stop");
        if (isSample) {
            lines.add(in(spelling));
        }
        add(lines, "peers", isGroovy ? "peers " + count() + ", run: '" + protocol + "'"
                : "peers:" + "\n"
                        + "  - { count: " + (word.equals("matrix") ? "$n" : "10") + ", run: " + protocol
                        + " }"
                        + "\n" + "  - { count: 5, as: edge, run: " + protocol + " }");
        if (isGroovy && !(word.equals("peers") && block.isEmpty())) {
            lines.add("peers 5, as: 'edge', run: '" + protocol + "'");
        }
        if (isBody) {
            lines.add(body(spelling));
        }
        lines.add(word.equals("stop") ? in(spelling) : isGroovy ? "stop at: 90.s" : "stop: { at: 90s }");
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private String count() {
        return word.equals("matrix") ? "n" : "10";
    }

    private void add(List<String> lines, String other, String line) {
        if (!word.equals(other) || !block.isEmpty()) {
            lines.add(line);
        }
    }

    private String body(Spelling spelling) {
        if (spelling == Spelling.GROOVY) {
            return block + " {\n    " + groovy.replace("\n", "\n    ") + "\n}";
        }
        boolean isList = block.equals("timeline") || block.equals("expect");
        return block + ":\n  " + (isList ? "- " : "") + yaml.replace("\n", "\n  ");
    }
}
