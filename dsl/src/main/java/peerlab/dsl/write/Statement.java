package peerlab.dsl.write;

import java.util.List;
import java.util.Optional;

import peerlab.dsl.grammar.Phrase;

/**
 * A statement with what the author wrote around it.
 *
 * @param before remarks on lines of their own above it
 * @param after the remark at its end; empty where there is none
 * @param isApart whether a blank line separates it from what stands above
 * @param body the statements in its braces, for those that gather others: timeline, expect, network
 * @param last remarks below the last statement of its body
 */
record Statement(
        Phrase phrase, List<String> before, Optional<String> after, boolean isApart, List<Statement> body,
        List<String> last) {

    String word() {
        return phrase.word();
    }
}
