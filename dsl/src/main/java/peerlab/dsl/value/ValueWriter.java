package peerlab.dsl.value;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.grammar.ValueKind;
import peerlab.engine.base.SourcePlace;

/**
 * Writes a value of one language in the other, as it was written: parameters stay parameters, units stay
 * units. What a script computed is written out.
 */
public final class ValueWriter {

    /** How the surface carries a text: YAML has its own quotes, Groovy none besides those of the value. */
    public interface Surface {

        /**
         * The text as a value.
         *
         * @param isLiteral whether it must be read as it stands, whatever it looks like
         */
        String scalar(String text, boolean isLiteral);
    }

    private static final String PARAM = "\\$[A-Za-z]\\w*";

    private final Spelling to;
    private final Predicate<String> params;
    private final Set<String> properties;
    private final Surface surface;
    private final Surface inList;

    /**
     * @param params which names a parameter has
     * @param properties the named statements of the protocols
     * @param inList how a text is carried as an item of a list
     */
    public ValueWriter(
            Spelling to, Predicate<String> params, Set<String> properties, Surface surface, Surface inList) {
        this.to = to;
        this.params = params;
        this.properties = properties;
        this.surface = surface;
        this.inList = inList;
    }

    /**
     * A value for a slot of this kind; a text that cannot be read as one is complained of.
     */
    public String write(ValueKind kind, Value value) {
        switch (kind) {
            case NAME, WORD, MESSAGE:
                return name(value);
            case MARK_OR_ALL:
                return markOrAll(value);
            case MOMENT:
                return moment(value);
            case CONDITION, CONDITION_OF_PEER:
                return condition(value);
            case SELECTOR, SIDES, KEYS, POPULATION:
                return listed(phrase(value), new TreeWords(words(value), kind != ValueKind.KEYS));
            default:
                return anything(expression(value), words(value));
        }
    }

    private ValueWriter items() {
        return new ValueWriter(to, params, properties, inList, inList);
    }

    /** A value of a parameter, or of anything whose kind is not known. */
    public String anything(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return "[" + String.join(", ", sequence.items().stream().map(items()::anything).toList()) + "]";
        }
        if (value instanceof Value.Written written && isYaml(value)) {
            String words = text(written).words();
            boolean isNumber = !words.isEmpty() && (Character.isDigit(words.charAt(0))
                    || "$-(".indexOf(words.charAt(0)) >= 0);
            boolean isTruth = words.equals("true") || words.equals("false");
            if (written.isQuoted() || !isNumber && !isTruth) {
                return literal(words);
            }
        }
        return anything(expression(value), words(value));
    }

    private String anything(Tree tree, TreeText words) {
        if (tree instanceof Tree.Listed listed) {
            return "[" + String.join(", ", listed.items().stream()
                    .map(item -> items().anything(item, words)).toList()) + "]";
        }
        if (tree instanceof Tree.Known known) {
            return known(known.value());
        }
        if (tree instanceof Tree.Name name && words.value(name) != null) {
            return known(words.value(name));
        }
        return tree instanceof Tree.Quoted quoted ? literal(quoted.text()) : plain(words.text(tree));
    }

    private String known(Object value) {
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(items()::known).toList()) + "]";
        }
        return value instanceof CharSequence text ? literal(text.toString())
                : plain(Literals.of(value, to));
    }

    private String name(Value value) {
        if (value instanceof Value.Written written && isYaml(value)) {
            String words = text(written).words();
            boolean isParam = !written.isQuoted() && words.matches(PARAM);
            return isParam ? plain(to.param(words.substring(1))) : literal(words);
        }
        Tree tree = expression(value);
        boolean isWord = tree instanceof Tree.Name name && !name.isParam() && !params.test(name.name())
                && words(value).value(name) == null;
        return isWord ? literal(((Tree.Name) tree).name()) : anything(tree, words(value));
    }

    private String markOrAll(Value value) {
        boolean isAll = value instanceof Value.Written written && !written.isQuoted()
                && text(written).words().equals("all");
        return isAll ? plain("all") : name(value);
    }

    private String moment(Value value) {
        if (value instanceof Value.Written written && isYaml(value)) {
            String words = text(written).words();
            boolean isTime = !words.isEmpty() && (Character.isDigit(words.charAt(0))
                    || "$-(".indexOf(words.charAt(0)) >= 0);
            if (written.isQuoted() || !isTime) {
                return literal(words);
            }
        }
        return anything(expression(value), words(value));
    }

    private String condition(Value value) {
        Tree tree = expression(value);
        if (value instanceof Value.Written written && isYaml(value)) {
            String words = text(written).words();
            tree = isSentence(words) ? new Tree.Quoted(words, value.place()) : tree;
        }
        if (to == Spelling.YAML && tree instanceof Tree.Quoted quoted && isSentence(quoted.text())) {
            return plain(quoted.text());
        }
        return plain(words(value).text(tree));
    }

    private boolean isSentence(String words) {
        return properties.contains(words) || ConditionReader.SENTENCE.matcher(words).matches();
    }

    private String listed(Tree tree, TreeWords words) {
        if (tree instanceof Tree.Listed listed) {
            return "[" + String.join(", ", listed.items().stream()
                    .map(item -> items().listed(item, words)).toList()) + "]";
        }
        return plain(words.phrase(tree));
    }

    private String plain(String text) {
        return surface.scalar(text, false);
    }

    /** A name or a sentence that the author chose. */
    private String literal(String text) {
        if (to == Spelling.GROOVY) {
            return plain(Literals.quoted(text));
        }
        boolean looksLikeMore = text.matches("true|false|all")
                || !text.isEmpty() && (Character.isDigit(text.charAt(0))
                        || "$-(".indexOf(text.charAt(0)) >= 0);
        return surface.scalar(text, looksLikeMore);
    }

    private TreeText words(Value value) {
        Map<String, Object> variables = value instanceof Value.Written written ? written.variables()
                : Map.of();
        return new TreeText(to, name -> !isYaml(value) && params.test(name), variables);
    }

    private Tree expression(Value value) {
        return tree(value, false);
    }

    private Tree phrase(Value value) {
        return tree(value, true);
    }

    private static Tree tree(Value value, boolean isPhrase) {
        if (value instanceof Value.Written written) {
            boolean isSentence = isYaml(value) && !isPhrase
                    && ConditionReader.SENTENCE.matcher(text(written).words()).matches();
            return isSentence ? new Tree.Quoted(text(written).words(), value.place())
                    : Inlining.tree(written, isPhrase);
        } else if (value instanceof Value.Computed computed) {
            return Inlining.tree(computed, isPhrase);
        }
        List<Tree> items = ((Value.Sequence) value).items().stream().map(item -> tree(item, isPhrase))
                .toList();
        return new Tree.Listed(items, value.place());
    }

    private static Text text(Value.Written written) {
        return new Text(written.text(), written.place());
    }

    private static boolean isYaml(Value value) {
        SourcePlace place = value.place();
        return Spelling.of(place) == Spelling.YAML;
    }
}
