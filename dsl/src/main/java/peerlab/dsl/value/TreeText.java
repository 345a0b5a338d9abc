package peerlab.dsl.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import peerlab.dsl.grammar.Spelling;

/** Writes expressions: the same operators in both languages, units and parameters in the one that is due. */
final class TreeText {

    private static final int LOOSEST = 0;
    private static final int NOT = 3;
    private static final int RANGE = 5;
    static final int SUM = 6;
    private static final int SIGN = 8;
    private static final Map<String, Integer> TIGHTNESS = Map.ofEntries(
            Map.entry("or", 1), Map.entry("and", 2),
            Map.entry("==", 4), Map.entry("!=", 4), Map.entry("<", 4), Map.entry("<=", 4), Map.entry(">", 4),
            Map.entry(">=", 4),
            Map.entry("+", SUM), Map.entry("-", SUM), Map.entry("*", 7), Map.entry("/", 7),
                    Map.entry("%", 7));

    private final Spelling to;
    private final Predicate<String> isParam;
    private final Map<String, Object> variables;

    /**
     * @param isParam whether a word without a dollar is a parameter
     * @param variables values that are written out
     */
    TreeText(Spelling to, Predicate<String> isParam, Map<String, Object> variables) {
        this.to = to;
        this.isParam = isParam;
        this.variables = variables;
    }

    Spelling spelling() {
        return to;
    }

    String text(Tree tree) {
        return text(tree, LOOSEST);
    }

    /** The value of a variable of the script; null for any other name. */
    Object value(Tree.Name name) {
        return name.isParam() ? null : variables.get(name.name());
    }

    boolean isParam(Tree.Name name) {
        return name.isParam() || isParam.test(name.name());
    }

    /** In parentheses where what stands around it binds tighter. */
    String text(Tree tree, int around) {
        if (tree instanceof Tree.Number number) {
            return number(number);
        } else if (tree instanceof Tree.Name name) {
            return name(name);
        } else if (tree instanceof Tree.Quoted quoted) {
            return Literals.quoted(quoted.text());
        } else if (tree instanceof Tree.Known known) {
            return enclosed(Literals.of(known.value(), to), isNegative(known.value()) ? SIGN : 9, around);
        } else if (tree instanceof Tree.Member member) {
            return text(member.of(), 9) + "." + member.name();
        } else if (tree instanceof Tree.Indexed indexed) {
            return text(indexed.of(), 9) + "[" + text(indexed.by()) + "]";
        } else if (tree instanceof Tree.Braced braced) {
            return braced.word() + " { " + text(braced.body()) + " }";
        } else if (tree instanceof Tree.Range range) {
            return enclosed(text(range.from(), SUM) + ".." + text(range.to(), SUM), RANGE, around);
        } else if (tree instanceof Tree.Listed listed) {
            return "[" + String.join(", ", listed.items().stream().map(this::text).toList()) + "]";
        } else if (tree instanceof Tree.Call call) {
            return call(call);
        } else if (tree instanceof Tree.Unary unary) {
            return unary(unary, around);
        }
        return binary((Tree.Binary) tree, around);
    }

    private String number(Tree.Number number) {
        String digits = number.value().toPlainString();
        if (number.unit().isEmpty()) {
            return digits;
        }
        boolean isShare = number.unit().equals("%") || number.unit().equals("percent");
        String unit = !isShare ? number.unit() : to == Spelling.GROOVY ? "percent" : "%";
        return digits + (to == Spelling.GROOVY ? "." : "") + unit;
    }

    private String name(Tree.Name name) {
        Object value = value(name);
        if (value != null) {
            return Literals.of(value, to);
        }
        return isParam(name) ? to.param(name.name()) : name.name();
    }

    private String call(Tree.Call call) {
        List<String> arguments = new ArrayList<>(call.arguments().stream().map(this::text).toList());
        call.named().forEach(named -> arguments.add(named.name() + ": " + text(named.value())));
        return call.receiver().map(receiver -> text(receiver, 9) + ".").orElse("")
                + call.word() + "(" + String.join(", ", arguments) + ")";
    }

    private String unary(Tree.Unary unary, int around) {
        if (unary.operator().equals("-")) {
            String operand = text(unary.operand(), SIGN);
            // two signs without a blank are an operator of Groovy's, which reads no number behind two either
            boolean isNumber = operand.matches("(- ?)+\\d.*");
            return enclosed(isNumber ? "-(" + operand + ")"
                    : (operand.startsWith("-") ? "- " : "-") + operand, SIGN, around);
        }
        return to == Spelling.GROOVY ? enclosed("!" + text(unary.operand(), SIGN), SIGN, around)
                : enclosed("not " + text(unary.operand(), NOT), NOT, around);
    }

    private String binary(Tree.Binary binary, int around) {
        int own = TIGHTNESS.get(binary.operator());
        boolean isComparison = own == 4;
        String left = text(binary.left(), isComparison ? RANGE : own);
        return enclosed(left + " " + binary.operator() + " " + text(binary.right(), own + 1), own, around);
    }

    private static String enclosed(String text, int own, int around) {
        return own < around ? "(" + text + ")" : text;
    }

    private static boolean isNegative(Object value) {
        return Quantity.of(value).filter(number -> number.value().signum() < 0).isPresent();
    }
}
