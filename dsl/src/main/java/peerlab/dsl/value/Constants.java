package peerlab.dsl.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Spelling;

/**
 * Works out a value that is known before the run: literals, parameters, a script's variables, and arithmetic
 * over them. The result is a {@link Quantity}, a {@code String}, a {@code Boolean} or a list of those.
 */
final class Constants {

    /** Powers of ten beyond this are taken for a slip of the finger. */
    private static final int MOST_DIGITS = 40;

    private final Scope scope;
    private final Map<String, Object> variables;
    private final Spelling spelling;

    Constants(Scope scope, Map<String, Object> variables, Spelling spelling) {
        this.scope = scope;
        this.variables = variables;
        this.spelling = spelling;
    }

    Object of(Tree tree) {
        if (tree instanceof Tree.Number number) {
            return number(number);
        } else if (tree instanceof Tree.Quoted quoted) {
            return quoted.text();
        } else if (tree instanceof Tree.Name name) {
            return named(name).orElseThrow(() -> unknown(name));
        } else if (tree instanceof Tree.Known known) {
            return normal(known.value(), known);
        } else if (tree instanceof Tree.Listed listed) {
            return listed.items().stream().map(this::of).toList();
        } else if (tree instanceof Tree.Unary unary && unary.operator().equals("-")) {
            return quantity(unary.operand()).combine("*", Quantity.number(BigDecimal.ONE.negate()))
                    .orElseThrow();
        } else if (tree instanceof Tree.Binary binary && "+-*/%".contains(binary.operator())) {
            return arithmetic(binary);
        }
        throw new Complaint(tree.place(), "a value is due here that is known before the run", null);
    }

    /** The value of a word, where it is a variable, a parameter, or a truth. */
    Optional<Object> named(Tree.Name name) {
        if (!name.isParam() && (name.name().equals("true") || name.name().equals("false"))) {
            return Optional.of(Boolean.valueOf(name.name()));
        }
        if (!name.isParam() && variables.containsKey(name.name())) {
            return Optional.of(normal(variables.get(name.name()), name));
        }
        boolean canBeParam = name.isParam() || spelling == Spelling.GROOVY;
        return canBeParam ? scope.param(name.name()).map(value -> normal(value, name)) : Optional.empty();
    }

    boolean isParam(Tree.Name name) {
        boolean isVariable = !name.isParam() && variables.containsKey(name.name());
        return !isVariable && (name.isParam() || spelling == Spelling.GROOVY)
                && scope.param(name.name()).isPresent();
    }

    boolean hasParam(String name) {
        return scope.params().contains(name);
    }

    Complaint unknown(Tree.Name name) {
        List<String> params = scope.params();
        if (!name.isParam() && params.contains(name.name())) {
            return new Complaint(name.place(), "'" + name.name() + "' is a parameter",
                    "write " + spelling.param(name.name()));
        }
        String others = params.isEmpty() ? "declare it in params" : "parameters: "
                + String.join(", ", params);
        String what = name.isParam() ? "unknown parameter '" : "unknown name '";
        return new Complaint(name.place(), what + name.name() + "'",
                Suggestion.remedy(name.name(), params, others));
    }

    private Quantity number(Tree.Number number) {
        if (Math.abs((long) number.value().precision() - number.value().scale()) > MOST_DIGITS
                || number.value().scale() > MOST_DIGITS) {
            throw new Complaint(number.place(), "a number of more than " + MOST_DIGITS + " digits", null);
        }
        return Quantity.of(number.value(), number.unit())
                .orElseThrow(() -> new Complaint(number.place(), "unknown unit '" + number.unit() + "'",
                        units(number.unit())));
    }

    private String units(String unit) {
        boolean isSize = unit.matches("(?i)[kmgt]i?b?(ytes?)?|bytes?");
        boolean isBandwidth = unit.matches("(?i)[kmg]?(b|bits?)(ps|/s)|[kmg]bits?");
        boolean isShare = unit.matches("(?i)p(er)?c(en)?t.*|p(er)?cent.*");
        if (isShare) {
            return "write " + spelling.quantity(BigDecimal.ONE, "%");
        }
        String rates = String.join(" ", Quantity.BANDWIDTHS);
        return "units: " + (isSize ? String.join(" ", Quantity.SIZES) + "; of bandwidths: " + rates
                : isBandwidth ? rates : String.join(" ", Quantity.SPANS));
    }

    private Quantity quantity(Tree tree) {
        if (of(tree) instanceof Quantity quantity) {
            return quantity;
        }
        throw new Complaint(tree.place(), "a number is due here", null);
    }

    private Quantity arithmetic(Tree.Binary binary) {
        Quantity left = quantity(binary.left());
        Quantity right = quantity(binary.right());
        boolean isDivision = binary.operator().equals("/") || binary.operator().equals("%");
        if (isDivision && right.value().signum() == 0) {
            throw new Complaint(binary.place(), "a division by zero", null);
        }
        return left.combine(binary.operator(), right).orElseThrow(() -> new Complaint(binary.place(),
                "'" + left.text() + "' and '" + right.text() + "' cannot be combined by "
                        + binary.operator(),
                "use the same unit on both sides"));
    }

    private Object normal(Object value, Tree tree) {
        if (value instanceof Boolean || value instanceof Quantity) {
            return value;
        } else if (value instanceof CharSequence text) {
            return text.toString();
        } else if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(normal(item, tree)));
            return items;
        }
        return Quantity.of(value).orElseThrow(() -> new Complaint(tree.place(),
                "a value that no scenario can hold: " + value,
                "use numbers, quantities, words, true or false"));
    }
}
