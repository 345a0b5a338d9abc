package peerlab.dsl.value;

import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Spelling;

/** Reads names, words of the language, true and false, and what may be any of these. */
final class WordReader {

    private final Site site;

    WordReader(Site site) {
        this.site = site;
    }

    /** A name or a sentence, in one line. */
    String name() {
        String name = text().orElseGet(this::computed);
        if (name.isBlank()) {
            throw site.needs("a name", null);
        }
        return name;
    }

    /** In YAML the text itself is the name, unless it is a parameter. */
    private Optional<String> text() {
        boolean isYaml = site.spelling() == Spelling.YAML;
        site.text().ifPresent(Text::requireShort);
        return site.text().filter(t -> isYaml && (site.isQuoted() || !t.words().matches("\\$[A-Za-z]\\w*")))
                .map(Text::words);
    }

    private String computed() {
        Tree tree = site.expression();
        if (tree instanceof Tree.Name name && site.constants().named(name).isEmpty()) {
            throw site.needs("a name in quotes", "write '" + name.name() + "'");
        }
        boolean canBeWorkedOut = !(tree instanceof Tree.Call || tree instanceof Tree.Range
                || tree instanceof Tree.Member
                || tree instanceof Tree.Braced || tree instanceof Tree.Indexed);
        if (canBeWorkedOut && site.constants().of(tree) instanceof String name) {
            return name.strip().replaceAll("\\s+", " ");
        }
        throw site.needs("a name in quotes", "write '" + site.found().replace("'", "") + "'");
    }

    /** One of a few words; quotes around it do not matter. */
    String choice(List<String> choices) {
        String word = word();
        if (!choices.contains(word)) {
            String known = choices.size() == 1 ? choices.get(0)
                    : String.join(", ", choices.subList(0, choices.size() - 1)) + " or "
                            + choices.get(choices.size() - 1);
            throw new Complaint(site.place(),
                    "'" + site.spelling().word(site.slot()) + "' is " + known + ", found " + word,
                    Suggestion.nearest(word, choices).map(near -> "did you mean '" + near + "'?")
                            .orElse(null));
        }
        return word;
    }

    private String word() {
        Optional<String> text = text();
        if (text.isPresent()) {
            return text.get();
        }
        Tree tree = site.expression();
        if (tree instanceof Tree.Name name && site.constants().named(name).isEmpty()) {
            return name.name();
        }
        return String.valueOf(site.constants().of(tree));
    }

    boolean flag() {
        if (site.isQuoted()) {
            throw site.needs("true or false", "write it without quotes");
        }
        Tree tree = site.expression();
        if (tree instanceof Tree.Name name) {
            Object value = site.constants().named(name).orElse(name.name());
            if (value instanceof Boolean flag) {
                return flag;
            }
            boolean isYes = List.of("yes", "on", "y").contains(name.name());
            boolean isNo = List.of("no", "off", "n").contains(name.name());
            throw site.needs("true or false", isYes ? "write true" : isNo ? "write false" : null);
        }
        if (site.constants().of(tree) instanceof Boolean flag) {
            return flag;
        }
        throw site.needs("true or false", null);
    }

    /** A number, a quantity, true, false or a word: what a parameter may be. */
    Object anything() {
        if (site.spelling() == Spelling.YAML && site.text().isPresent()) {
            String words = site.text().get().words();
            boolean isNumber = !words.isEmpty() && (Character.isDigit(words.charAt(0))
                    || "$-(".indexOf(words.charAt(0)) >= 0);
            if (site.isQuoted() || !isNumber && !words.equals("true") && !words.equals("false")) {
                return name();
            }
        }
        return constant(site.expression());
    }

    /** The same for a part of a larger value. */
    Object constant(Tree tree) {
        if (tree instanceof Tree.Call || tree instanceof Tree.Range || tree instanceof Tree.Member) {
            throw site.needs("a number, a quantity, a word, true or false", null);
        }
        Object constant = site.constants().of(tree);
        if (constant instanceof Quantity quantity) {
            return valueOf(quantity);
        } else if (constant instanceof List) {
            throw site.needs("a number, a quantity, a word, true or false", null);
        }
        return constant;
    }

    private Object valueOf(Quantity quantity) {
        try {
            return quantity.asValue();
        } catch (ArithmeticException | IllegalArgumentException outside) {
            throw site.complaint("is out of range: " + site.found(), null);
        }
    }
}
