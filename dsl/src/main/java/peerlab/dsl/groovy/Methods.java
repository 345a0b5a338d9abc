package peerlab.dsl.groovy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import peerlab.dsl.value.Quantity;

/**
 * The methods that a script may call: few, without side effects beyond a list of its own, and the same
 * everywhere.
 */
final class Methods {

    private final Computation computation;

    Methods(Computation computation) {
        this.computation = computation;
    }

    Object call(Node node, Object of, List<Object> arguments) {
        if (of == null && !node.text().startsWith("Math.")) {
            throw computation.complaint(node, "'" + node.text() + "' is asked of nothing",
                    "set the variable first");
        }
        Object found = Unknown.METHOD;
        if (node.text().startsWith("Math.")) {
            found = math(node, arguments);
        } else if (of instanceof List<?> list) {
            found = list(node, list, arguments);
        } else if (of instanceof String text) {
            found = text(node, text, arguments);
        } else if (of instanceof Map<?, ?> map) {
            found = map(node, map, arguments);
        } else if (of instanceof Quantity quantity) {
            found = number(node, quantity, arguments);
        }
        if (found == Unknown.METHOD) {
            throw computation.complaint(node,
                    "a script cannot ask " + Shown.of(of) + " for '" + node.text() + "'",
                    "lists and texts have size() contains(x) reverse() join(', '), numbers have units");
        }
        return found;
    }

    private Object math(Node node, List<Object> arguments) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Object argument : arguments) {
            if (!(argument instanceof Quantity quantity)) {
                return Unknown.METHOD;
            }
            numbers.add(quantity.value());
        }
        if (numbers.isEmpty()) {
            return Unknown.METHOD;
        }
        BigDecimal first = numbers.get(0);
        BigDecimal last = numbers.get(numbers.size() - 1);
        BigDecimal result = switch (node.text()) {
            case "Math.min" -> first.min(last);
            case "Math.max" -> first.max(last);
            case "Math.abs" -> first.abs();
            case "Math.floor" -> first.setScale(0, RoundingMode.FLOOR);
            case "Math.ceil" -> first.setScale(0, RoundingMode.CEILING);
            case "Math.round" -> first.setScale(0, RoundingMode.HALF_UP);
            case "Math.sqrt" -> decimal(node, StrictMath.sqrt(first.doubleValue()));
            case "Math.log" -> decimal(node, StrictMath.log(first.doubleValue()));
            case "Math.log10" -> decimal(node, StrictMath.log10(first.doubleValue()));
            case "Math.pow" -> decimal(node, StrictMath.pow(first.doubleValue(), last.doubleValue()));
            default -> null;
        };
        return result == null ? Unknown.METHOD : computation.checked(node, Quantity.number(result));
    }

    private BigDecimal decimal(Node node, double value) {
        if (!Double.isFinite(value)) {
            throw computation.complaint(node, "'" + node.text() + "' has no value here",
                    "look at its arguments");
        }
        BigDecimal decimal = BigDecimal.valueOf(value);
        return decimal.stripTrailingZeros().scale() <= 0 ? decimal.setScale(0, RoundingMode.UNNECESSARY)
                : decimal;
    }

    private Object number(Node node, Quantity number, List<Object> arguments) {
        return switch (node.text() + arguments.size()) {
            case "abs0" -> new Quantity(number.value().abs(), number.unit());
            case "intValue0", "toInteger0" -> new Quantity(
                    number.value().setScale(0, RoundingMode.DOWN), number.unit());
            case "intdiv1" -> {
                Quantity quotient = (Quantity) computation.arithmetic(node, "/", number, arguments.get(0));
                yield new Quantity(quotient.value().setScale(0, RoundingMode.DOWN), quotient.unit());
            }
            case "toString0" -> Shown.of(number);
            default -> Unknown.METHOD;
        };
    }

    private Object text(Node node, String text, List<Object> arguments) {
        String first = arguments.isEmpty() ? "" : Shown.of(arguments.get(0));
        return switch (node.text() + arguments.size()) {
            case "size0", "length0" -> count(text.length());
            case "toUpperCase0" -> text.toUpperCase(Locale.ROOT);
            case "toLowerCase0" -> text.toLowerCase(Locale.ROOT);
            case "capitalize0" -> text.isEmpty() ? text
                    : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
            case "trim0", "strip0" -> text.strip();
            case "reverse0" -> new StringBuilder(text).reverse().toString();
            case "contains1" -> text.contains(first);
            case "startsWith1" -> text.startsWith(first);
            case "endsWith1" -> text.endsWith(first);
            case "isEmpty0", "empty0" -> text.isEmpty();
            case "toString0" -> text;
            case "toInteger0" -> integer(node, text);
            case "padLeft2" -> pad(node, text, arguments);
            case "split1", "tokenize1" -> new ArrayList<>(
                    List.of((Object[]) text.split(java.util.regex.Pattern.quote(first))));
            default -> Unknown.METHOD;
        };
    }

    private Object integer(Node node, String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw computation.complaint(node, "'" + text + "' is not a whole number", "such as '12'");
        }
        return Quantity.number(new BigDecimal(text));
    }

    private String pad(Node node, String text, List<Object> arguments) {
        int width = Math.min(computation.whole(node, arguments.get(0)), Computation.TEXT_LIMIT);
        String sign = Shown.of(arguments.get(1));
        int missing = sign.isEmpty() ? 0 : Math.max(0, width - text.length());
        return sign.substring(0, Math.min(1, sign.length())).repeat(missing) + text;
    }

    private Object list(Node node, List<?> list, List<Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        return switch (node.text() + arguments.size()) {
            case "size0" -> count(list.size());
            case "isEmpty0", "empty0" -> list.isEmpty();
            case "first0", "head0" -> computation.item(node, list, 0);
            case "last0" -> computation.item(node, list, -1);
            case "get1" -> computation.item(node, list, computation.whole(node, first));
            case "contains1" -> list.stream().anyMatch(item -> Computation.isEqual(item, first));
            case "join1" -> computation.checked(node, kept(node, list).stream().map(Shown::of)
                    .collect(Collectors.joining(Shown.of(first))));
            case "reverse0" -> reversed(kept(node, list));
            case "sort0" -> sorted(node, kept(node, list));
            case "sum0" -> kept(node, list).stream()
                    .reduce((a, b) -> computation.arithmetic(node, "+", a, b)).orElse(count(0));
            case "min0" -> computation.item(node, sorted(node, kept(node, list)), 0);
            case "max0" -> computation.item(node, sorted(node, kept(node, list)), -1);
            case "add1", "leftShift1" -> added(node, list, first);
            default -> Unknown.METHOD;
        };
    }

    private List<Object> kept(Node node, List<?> list) {
        return new ArrayList<>(Numbers.limited(computation, node, list));
    }

    private static List<Object> reversed(List<Object> list) {
        Collections.reverse(list);
        return list;
    }

    private List<Object> sorted(Node node, List<Object> list) {
        list.sort((a, b) -> computation.compare(node, a, b));
        return list;
    }

    @SuppressWarnings("unchecked")
    private Object added(Node node, List<?> list, Object item) {
        if (list instanceof Numbers || item == list) {
            throw computation.complaint(node,
                    "nothing can be added to " + (item == list ? "a list that is itself"
                    : "a range"), "begin with a list: x = []");
        }
        ((List<Object>) list).add(item);
        return Numbers.limited(computation, node, list);
    }

    private Object map(Node node, Map<?, ?> map, List<Object> arguments) {
        return switch (node.text() + arguments.size()) {
            case "size0" -> count(map.size());
            case "isEmpty0" -> map.isEmpty();
            case "keySet0" -> new ArrayList<Object>(map.keySet());
            case "values0" -> new ArrayList<Object>(map.values());
            case "get1" -> map.get(Shown.of(arguments.get(0)));
            case "containsKey1" -> map.containsKey(Shown.of(arguments.get(0)));
            default -> Unknown.METHOD;
        };
    }

    private static Quantity count(int value) {
        return Quantity.number(BigDecimal.valueOf(value));
    }

    private enum Unknown { METHOD }
}
