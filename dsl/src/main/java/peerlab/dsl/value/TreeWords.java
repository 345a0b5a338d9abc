package peerlab.dsl.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.grammar.Spelling;

/** Writes who and what is meant: {@code any(10, of: 'cache')}, or {@code any 10 of cache}. */
final class TreeWords {

    private static final Set<String> WHO =
            Set.of("all", "one", "minority", "majority", "leader", "others", "down", "halves");
    private static final Set<String> PAIRS = Set.of("peer", "key");
    private static final String SIMPLE_NAME = "[A-Za-z][A-Za-z0-9_]*([ -][A-Za-z0-9_]+)*";
    private static final String RESERVED =
            "(any|random|peers|closest|except|down|where|of|to)\\b.*|.*\\bexcept\\b.*";

    private final TreeText expressions;
    private final boolean isWho;

    /** @param isWho whether peers are meant, and not keys */
    TreeWords(TreeText expressions, boolean isWho) {
        this.expressions = expressions;
        this.isWho = isWho;
    }

    String phrase(Tree tree) {
        return expressions.spelling() == Spelling.GROOVY ? called(tree) : worded(tree, true);
    }

    /** With parentheses, as in Groovy. */
    private String called(Tree tree) {
        if (tree instanceof Tree.Listed listed) {
            return "[" + String.join(", ", listed.items().stream().map(this::called).toList()) + "]";
        }
        if (!(tree instanceof Tree.Call call)) {
            return name(tree).map(Literals::quoted).orElseGet(() -> expressions.text(tree));
        }
        StringBuilder text = new StringBuilder();
        call.receiver().ifPresent(receiver -> text.append(called(receiver)).append('.'));
        text.append(call.word()).append('(');
        String comma = "";
        for (Tree argument : call.arguments()) {
            boolean isPair = argument instanceof Tree.Name name && PAIRS.contains(name.name());
            text.append(comma).append(isPair ? ((Tree.Name) argument).name() : called(argument));
            comma = ", ";
        }
        for (Tree.Named named : call.named()) {
            boolean isKey = named.name().equals("to") && named.value() instanceof Tree.Name key
                    && WHO.contains(key.name());
            text.append(comma).append(named.name()).append(": ")
                    .append(isKey ? Literals.quoted(((Tree.Name) named.value()).name())
                            : called(named.value()));
            comma = ", ";
        }
        return text.append(')').toString();
    }

    /** @param isWide whether 'except' may stand here without parentheses */
    private String worded(Tree tree, boolean isWide) {
        if (!(tree instanceof Tree.Call call)) {
            return name(tree).map(TreeWords::worded).orElseGet(() -> expressions.text(tree));
        }
        Optional<Tree> of = call.named("of");
        Tree first = call.arguments().isEmpty() ? null : call.arguments().get(0);
        switch (call.word()) {
            case "except":
                String without = worded(first, false);
                if (call.receiver().isEmpty()) {
                    // 'except (' begins a call
                    return without.startsWith("(") ? called(call) : "except " + without;
                }
                String except = worded(call.receiver().get(), true) + " except " + without;
                return isWide ? except : "(" + except + ")";
            case "any":
                return any(call, first, of);
            case "random":
                return "random " + expressions.text(first);
            case "keys":
                return isAmount(first) ? expressions.text(first, TreeText.SUM) + " keys" : called(call);
            case "peers":
                boolean isPlain = first instanceof Tree.Range range && isAmount(range.from());
                return isPlain ? "peers " + expressions.text(first) : called(call);
            case "down":
                return of.or(() -> Optional.ofNullable(first)).map(wider -> "down of " + worded(wider, false))
                        .orElse("down");
            case "closest":
                return closest(call, first);
            default:
                return called(call);
        }
    }

    private String any(Tree.Call call, Tree what, Optional<Tree> of) {
        boolean isPair = what instanceof Tree.Name name && PAIRS.contains(name.name());
        String suffix = of.map(wider -> " of " + worded(wider, false)).orElse("");
        if (isPair && of.isEmpty()) {
            return "any " + ((Tree.Name) what).name();
        } else if (isAmount(what)) {
            return "any " + expressions.text(what, TreeText.SUM) + suffix;
        } else if (of.isEmpty() && (what instanceof Tree.Name || what instanceof Tree.Quoted)) {
            return "any " + worded(what, false);
        }
        return called(call);
    }

    private String closest(Tree.Call call, Tree count) {
        Optional<Tree> to = call.named("to");
        boolean isKey = to.isPresent() && (to.get() instanceof Tree.Quoted
                || to.get() instanceof Tree.Name key && !expressions.isParam(key)
                        && expressions.value(key) == null);
        if (!isKey || !isAmount(count)) {
            return called(call);
        }
        String key = to.get() instanceof Tree.Quoted quoted ? quoted.text() : ((Tree.Name) to.get()).name();
        return "closest " + expressions.text(count, TreeText.SUM) + " to " + worded(key);
    }

    /** True for what begins with a number or a parameter when it is written. */
    private boolean isAmount(Tree tree) {
        if (tree instanceof Tree.Binary binary) {
            return "+-*/%".contains(binary.operator()) && isAmount(binary.left());
        } else if (tree instanceof Tree.Known known) {
            return !(known.value() instanceof CharSequence) && Quantity.of(known.value()).isPresent();
        } else if (tree instanceof Tree.Name name) {
            Object value = expressions.value(name);
            return value == null ? expressions.isParam(name) : !(value instanceof CharSequence);
        }
        return tree instanceof Tree.Number;
    }

    /** The name that is meant, where it is one that the author chose. */
    private Optional<String> name(Tree tree) {
        if (tree instanceof Tree.Quoted quoted) {
            return Optional.of(quoted.text());
        } else if (tree instanceof Tree.Known known && known.value() instanceof CharSequence text) {
            return Optional.of(text.toString());
        } else if (tree instanceof Tree.Name name) {
            if (expressions.value(name) instanceof CharSequence text) {
                return Optional.of(text.toString());
            }
            boolean isChosen = expressions.value(name) == null && !expressions.isParam(name)
                    && !(isWho && WHO.contains(name.name()));
            return isChosen ? Optional.of(name.name()) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Without quotes where it cannot be taken for a word of the language. */
    private static String worded(String name) {
        boolean isPlain = name.matches(SIMPLE_NAME) && !name.matches(RESERVED) && !WHO.contains(name)
                && !List.of("peer", "true", "false").contains(name);
        return isPlain ? name : Literals.quoted(name);
    }
}
