package peerlab.dsl.groovy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.groovy.Node.Kind;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Quantity;
import peerlab.engine.base.Unit;

/**
 * Computes the expressions of a script. A value is a {@link Quantity}, a text, a truth, a list, a map,
 * words that say who or what is meant, or nothing; arithmetic is decimal and exact, so that every machine
 * computes the same.
 */
final class Computation {

    /** No text is longer. */
    static final int TEXT_LIMIT = 10_000;

    /** No number has more digits. */
    static final int DIGIT_LIMIT = 100;

    private final String file;
    private final Function<String, Optional<Object>> names;
    private final Methods methods = new Methods(this);

    /** @param names the values of variables and parameters, as Java values or as computed ones */
    Computation(String file, Function<String, Optional<Object>> names) {
        this.file = file;
        this.names = names;
    }

    Object of(Node node) {
        switch (node.kind()) {
            case WHOLE, DECIMAL:
                return checked(node, Quantity.number(new BigDecimal(node.text())));
            case TEXT:
                return node.text();
            case TRUTH:
                return Boolean.valueOf(node.text());
            case NOTHING:
                return null;
            case NAME:
                return name(node);
            case LIST:
                return list(node.parts());
            case MAP:
                return map(node);
            case RANGE:
                return range(node);
            case OPERATION:
                return operation(node);
            case CHOICE:
                return of(node.part(isTrue(of(node.part(0))) ? 1 : 2));
            case INDEX:
                return index(node);
            case PROPERTY:
                return property(node);
            case CALL:
                List<Object> all = list(node.parts());
                return methods.call(node, all.get(0), all.subList(1, all.size()));
            case JOINED:
                StringBuilder text = new StringBuilder();
                node.parts().forEach(piece -> text.append(Shown.of(of(piece))));
                return checked(node, text.toString());
            case WRITTEN:
                return written(node);
            case REFUSED:
                throw new Refused();
            default:
                throw new IllegalStateException("no expression: " + node.kind());
        }
    }

    /** A value as it stands in the file, with what its names stand for at this moment. */
    Value.Written written(Node node) {
        Map<String, Object> bound = new LinkedHashMap<>();
        for (Node name : node.parts()) {
            Node source = name.part(0);
            if (source.kind() != Kind.NAME || names.apply(source.text()).isPresent()) {
                bound.put(name.text(), handed(source));
            }
        }
        return new Value.Written(node.text(), false, node.mark().in(file), bound);
    }

    /** A computed value as the compiler takes it. */
    Object handed(Node source) {
        return handed(source, of(source));
    }

    private Object handed(Node source, Object value) {
        if (value instanceof Quantity quantity) {
            try {
                return quantity.asValue();
            } catch (ArithmeticException | IllegalArgumentException e) {
                throw complaint(source, "there is no such value as " + quantity.value().toPlainString(),
                        "sizes are not negative and whole bytes, times are whole nanoseconds");
            }
        } else if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            Numbers.limited(this, source, list).forEach(item -> items.add(handed(source, item)));
            return items;
        } else if (value == null || value instanceof Map) {
            throw complaint(source, "a value is due here, found " + Shown.of(value),
                    "numbers, units, texts, truths and lists of them are values");
        }
        return value;
    }

    /** As Groovy has it: nothing, zero, and what is empty are false. */
    static boolean isTrue(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        } else if (value instanceof Quantity quantity) {
            return quantity.value().signum() != 0;
        } else if (value instanceof String text) {
            return !text.isEmpty();
        } else if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map && !map.isEmpty();
    }

    Complaint complaint(Node node, String message, String remedy) {
        return new Complaint(node.mark().in(file), message, remedy);
    }

    /** A whole number for an index or a count. */
    int whole(Node node, Object value) {
        if (value instanceof Quantity quantity && quantity.isInteger()
                && quantity.value().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            return quantity.value().intValueExact();
        }
        throw complaint(node, "a whole number is due here, found " + Shown.of(value), "such as 3");
    }

    Object item(Node node, List<?> list, int index) {
        int from = index < 0 ? index + list.size() : index;
        if (from < 0 || from >= list.size()) {
            throw complaint(node, "the list has " + list.size() + " items, and none has the number " + index,
                    list.isEmpty() ? "look whether it is empty: if (x) { ... }"
                            : "items are numbered from 0 to " + (list.size() - 1));
        }
        return list.get(from);
    }

    Object checked(Node node, Object value) {
        if (value instanceof String text && text.length() > TEXT_LIMIT) {
            throw complaint(node, "a text of more than " + TEXT_LIMIT + " characters",
                    "texts are names and titles");
        } else if (value instanceof Quantity q && (q.value().precision() > DIGIT_LIMIT
                || Math.abs((long) q.value().scale()) > DIGIT_LIMIT)) {
            throw complaint(node, "a number of more than " + DIGIT_LIMIT + " digits",
                    "numbers here are of a size to count");
        }
        return value;
    }

    private Object name(Node node) {
        Object value = names.apply(node.text()).orElseThrow(() -> complaint(node,
                "unknown name '" + node.text() + "'", Suggestion.remedy(node.text(), Words.ALONE,
                        "set a variable before it is used, or declare it in params")));
        if (value == Refused.VALUE) {
            throw new Refused();
        }
        return Quantity.of(value).map(Object.class::cast).orElse(value == Nothing.VALUE ? null : value);
    }

    private List<Object> list(List<Node> parts) {
        List<Object> items = new ArrayList<>();
        parts.forEach(part -> items.add(of(part)));
        return items;
    }

    private Object map(Node node) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < node.parts().size(); i += 2) {
            map.put(Shown.of(of(node.part(i))), of(node.part(i + 1)));
        }
        return map;
    }

    private Object range(Node node) {
        Object from = of(node.part(0));
        Object to = of(node.part(1));
        if (from instanceof String || to instanceof String) {
            throw complaint(node, "a range has two whole numbers, found texts", "write 1..10");
        }
        boolean isOfTimes = from instanceof Quantity first && first.unit() != Unit.NUMBER
                || to instanceof Quantity last && last.unit() != Unit.NUMBER;
        if (isOfTimes && node.parts().size() > 2) {
            return of(node.part(2));
        }
        return Numbers.between(whole(node.part(0), from), whole(node.part(1), to), node.text().equals(".."));
    }

    private Object operation(Node node) {
        String operator = node.text();
        Object left = of(node.part(0));
        if (operator.equals("!")) {
            return !isTrue(left);
        } else if (node.parts().size() == 1) {
            return arithmetic(node, "*", left, Quantity.number(BigDecimal.ONE.negate()));
        } else if (operator.equals("&&")) {
            return isTrue(left) && isTrue(of(node.part(1)));
        } else if (operator.equals("||")) {
            return isTrue(left) || isTrue(of(node.part(1)));
        }
        Object right = of(node.part(1));
        return switch (operator) {
            case "==" -> isEqual(left, right);
            case "!=" -> !isEqual(left, right);
            case "in" -> right instanceof List<?> list
                    && list.stream().anyMatch(item -> isEqual(left, item));
            case "<" -> compare(node, left, right) < 0;
            case "<=" -> compare(node, left, right) <= 0;
            case ">" -> compare(node, left, right) > 0;
            case ">=" -> compare(node, left, right) >= 0;
            default -> arithmetic(node, operator, left, right);
        };
    }

    static boolean isEqual(Object left, Object right) {
        if (left instanceof Quantity a && right instanceof Quantity b) {
            return a.unit() == b.unit() && a.value().compareTo(b.value()) == 0;
        }
        return left == null ? right == null : left.equals(right);
    }

    int compare(Node node, Object left, Object right) {
        if (left instanceof Quantity a && right instanceof Quantity b && a.unit() == b.unit()) {
            return a.value().compareTo(b.value());
        } else if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        throw unfit(node, "compared", left, right);
    }

    Object arithmetic(Node node, String operator, Object left, Object right) {
        if (operator.equals("+") && (left instanceof String || right instanceof String)) {
            return checked(node, Shown.of(left) + Shown.of(right));
        } else if (operator.equals("+") && left instanceof List<?> a && right instanceof List<?> b) {
            List<Object> both = new ArrayList<>(Numbers.limited(this, node, a));
            both.addAll(Numbers.limited(this, node, b));
            return Numbers.limited(this, node, both);
        } else if (!(left instanceof Quantity) || !(right instanceof Quantity)) {
            throw unfit(node, "combined by '" + operator + "'", left, right);
        }
        Quantity a = (Quantity) left;
        Quantity b = (Quantity) right;
        if ((operator.equals("/") || operator.equals("%")) && b.value().signum() == 0) {
            throw complaint(node, "a division by zero", "look first: n == 0 ? 0 : x / n");
        }
        return checked(node, a.combine(operator, b)
                .orElseThrow(() -> unfit(node, "combined by '" + operator + "'", a, b)));
    }

    private Complaint unfit(Node node, String how, Object left, Object right) {
        return complaint(node, Shown.of(left) + " and " + Shown.of(right) + " cannot be " + how,
                left == null || right == null
                        ? "one of them is nothing: set it first" : "use the same kind on both sides");
    }

    private Object index(Node node) {
        Object of = of(node.part(0));
        Object by = of(node.part(1));
        if (of instanceof Map<?, ?> map) {
            return map.get(Shown.of(by));
        } else if (of instanceof List<?> list) {
            return item(node.part(1), list, whole(node.part(1), by));
        } else if (of instanceof String text) {
            return item(node.part(1), text.chars().mapToObj(c -> String.valueOf((char) c)).toList(),
                    whole(node.part(1), by));
        }
        throw complaint(node, Shown.of(of) + " has no items", "[..] chooses from a list, a map or a text");
    }

    private Object property(Node node) {
        Object of = of(node.part(0));
        if (of instanceof Map<?, ?> map) {
            return map.get(node.text());
        } else if (of instanceof Quantity quantity && quantity.unit() == Unit.NUMBER) {
            return Quantity.of(quantity.value().round(MathContext.DECIMAL128), node.text())
                    .orElseThrow(() -> complaint(node.part(1), "unknown unit '" + node.text() + "'",
                            "units: " + String.join(" ", Quantity.SPANS)));
        }
        return methods.call(node, of, List.of());
    }

    /** The value null, where a map or an Optional has no place for it. */
    enum Nothing { VALUE }

    /** Ends, without another word, what depends on something that was refused. */
    static final class Refused extends RuntimeException {

        static final Object VALUE = new Object();

        private static final long serialVersionUID = 1L;

        Refused() {
            super("refused", null, false, false);
        }
    }
}
