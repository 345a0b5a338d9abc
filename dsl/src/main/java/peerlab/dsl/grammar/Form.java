package peerlab.dsl.grammar;

/**
 * A way to write a value, in both languages.
 *
 * @param word what it is called: {@code closest}
 * @param groovy an example: {@code closest(3, to: 'key-17')}
 * @param yaml the same example: {@code closest 3 to key-17}
 * @param summary what it means, in one line
 */
public record Form(String word, String groovy, String yaml, String summary) {

    /** The example as one of the languages spells it. */
    public String in(Spelling spelling) {
        return spelling == Spelling.GROOVY ? groovy : yaml;
    }
}
