package peerlab.dsl.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import peerlab.dsl.value.Quantity;
import peerlab.dsl.value.ValueReader;

/**
 * Values as YAML spells them, as regular expressions that ECMAScript and Java read alike. They let pass what
 * only the reader of values can judge, such as arithmetic over parameters; what they refuse is wrong.
 */
final class Patterns {

    static final String PARAM = "\\$[A-Za-z][A-Za-z0-9_]*";

    private static final String INTEGER = "[0-9][0-9_]*";
    private static final String NUMBER = INTEGER + "(?:\\.[0-9][0-9_]*)?(?:[eE]-?[0-9]+)?";
    private static final String SPAN_UNIT = "(?:" + String.join("|", Quantity.SPANS) + ")";
    private static final String SIZE_UNIT = "(?:" + String.join("|", Quantity.SIZES) + ")";
    private static final String BANDWIDTH_UNIT = "(?:" + String.join("|", Quantity.BANDWIDTHS) + ")";
    private static final String SHARE_UNIT = "(?:%|\\.percent|\\.?ppm)";
    private static final String ANY_UNIT =
            "(?:\\.?" + SPAN_UNIT + "|\\.?" + SIZE_UNIT + "|\\.?" + BANDWIDTH_UNIT + "|" + SHARE_UNIT + ")";
    private static final String TERM = "(?:" + PARAM + "|" + NUMBER + ANY_UNIT + "?)";
    private static final String COMPUTED = "(?:[( ]*" + PARAM + "[) ]*|"
            + "[-( ]*" + TERM + "(?:[) ]*[-+*/%][-( ]*" + TERM + ")+[) ]*)";
    private static final String PART = "(?:(?:100(?:\\.0+)?|[0-9]{1,2}(?:\\.[0-9]+)?)(?:%|\\.percent)|"
            + NUMBER + "\\.?ppm)";

    private Patterns() {
    }

    static String integer() {
        return whole(either(INTEGER, COMPUTED));
    }

    static String number() {
        return whole(either("-?" + NUMBER, COMPUTED));
    }

    static String span() {
        return whole(spanPart());
    }

    static String bytes() {
        return whole(either(NUMBER + "\\.?" + SIZE_UNIT, COMPUTED));
    }

    static String bandwidth() {
        return whole(either(NUMBER + "\\.?" + BANDWIDTH_UNIT, COMPUTED));
    }

    /** Between 0% and 100%. */
    static String ratio() {
        return whole(either(PART, COMPUTED));
    }

    static String window() {
        return whole("\\(?" + spanPart() + " *\\.\\. *" + spanPart() + "\\)?");
    }

    /** Two whole numbers and all between. */
    static String integers() {
        String end = either("-?" + INTEGER, COMPUTED);
        return whole("\\(?" + end + " *\\.\\. *" + end + "\\)?");
    }

    /** A time, a negative one, or a range of them. */
    static String offset() {
        return whole(oneOrRange(either("-?" + NUMBER + "\\.?" + SPAN_UNIT, "-?" + COMPUTED)));
    }

    /** A drift, a negative one, or a range of them. */
    static String drift() {
        return whole(oneOrRange(either("-?" + NUMBER + SHARE_UNIT, "-?" + COMPUTED)));
    }

    private static String oneOrRange(String part) {
        return "\\(?" + part + "(?: *\\.\\. *" + part + ")?\\)?";
    }

    static String distribution() {
        return whole(either(spanPart(), lawOrRange()));
    }

    /** How a time varies, in a range or by a law. */
    static String law() {
        return whole(lawOrRange());
    }

    /** A size, a range of sizes, or a law. */
    static String size() {
        String bytes = either(NUMBER + "\\.?" + SIZE_UNIT, COMPUTED);
        String shape = either("(?!0+(?:\\.0*)?(?![0-9.]))" + NUMBER, COMPUTED);
        return whole(either(oneOrRange(bytes),
                sizeLaw("lognormal", "median *: *" + bytes, "sigma *: *" + either(NUMBER, COMPUTED), bytes,
                        either(NUMBER, COMPUTED)),
                sizeLaw("pareto", "scale *: *" + bytes, "shape *: *" + shape, bytes, shape)));
    }

    private static String sizeLaw(String law, String... values) {
        return law + " *\\( *" + either(values) + " *, *" + either(values) + " *\\)";
    }

    private static String lawOrRange() {
        String range = "\\(?" + spanPart() + " *\\.\\. *" + spanPart() + "\\)?";
        List<String> all = new ArrayList<>(List.of(range));
        ValueReader.laws().forEach((law, forms) -> forms.forEach(parameters ->
                all.add(law(law, parameters))));
        return either(all.toArray(String[]::new));
    }

    /** Each value by its name, or by its position. */
    private static String law(String law, List<String> parameters) {
        List<String> named = parameters.stream()
                .map(name -> name + " *: *" + lawValue(law, name, parameters)).toList();
        String values = parameters.stream()
                .map(name -> either(String.join("|", named), lawValue(law, name, parameters)))
                .collect(Collectors.joining(" *, *"));
        return law + " *\\( *" + values + " *\\)";
    }

    private static String lawValue(String law, String parameter, List<String> parameters) {
        boolean isAboveOne = law.equals("pareto") && parameters.contains("mean");
        String number = isAboveOne ? "(?!0|1(?:\\.0*)?(?![0-9.]))" + NUMBER : NUMBER;
        return ValueReader.isNumberOfLaw(parameter) ? either(number, COMPUTED) : spanPart();
    }

    static String selector() {
        String amount = either(PART, INTEGER, COMPUTED);
        return whole(either(
                "any *\\(.*\\).*",
                "any +" + amount + "(?: +(?:of|except) +.+)?",
                "any +[A-Za-z'\"].*",
                "peers *\\( *" + either(INTEGER, COMPUTED) + ".*\\).*",
                "peers +" + either(INTEGER, PARAM) + " *\\.\\. *" + either(INTEGER, PARAM) + ".*",
                "peers +(?![A-Za-z0-9]+ *\\.\\.)[A-Za-z].*",
                "closest *\\(.*\\).*",
                "closest +" + either(INTEGER, PARAM) + " +to +.+",
                "(?!(?:any|peers|closest)[ (])(?!" + NUMBER + ANY_UNIT + "?$).+"));
    }

    /** Which keys: a name is any text that is not the beginning of a choice among many. */
    static String keys() {
        String count = either("(?!0+[^0-9])" + INTEGER, COMPUTED);
        String ofMany = " *\\( *(?:of *: *)?" + count + " *\\)";
        String number = either(NUMBER, COMPUTED);
        String share = either(PART, COMPUTED);
        return whole(either(
                "(?!(?:zipf|uniform|scan|hotspot) *\\().+",
                either("uniform", "scan") + ofMany,
                "hotspot *\\( *" + either("(?:of *: *)?" + count, "(?:keys|requests) *: *" + share, share)
                        + "(?: *, *" + either("of *: *" + count, "(?:keys|requests) *: *" + share, share)
                        + "){2} *\\)",
                "zipf *\\( *(?:exponent *: *)?" + number
                        + "(?: *, *" + either("(?:of|shift) *: *" + count, "every *: *" + spanPart())
                        + ")* *\\)"));
    }

    /** Several sides in one text. */
    static String sides() {
        return whole("\\[.*,.*\\]");
    }

    /** A time that is not zero. */
    static String longer() {
        return "^(?!0[0_]*(?:\\.[0_]+)? *\\.?" + SPAN_UNIT + "$)" + either(spanPart()) + "$";
    }

    /** What begins a name that numbers follow. */
    static String groupName() {
        return whole(either("(?!p$)[A-Za-z](?:|[^ ]*[A-Za-z_-])", PARAM));
    }

    /** A text that is no quantity. */
    static String word() {
        return "^(?!" + NUMBER + ANY_UNIT + "$)";
    }

    /** Not finer than a nanosecond, where the unit is so small that digits can be. */
    private static String spanPart() {
        String whole = "[0-9][0-9_]*(?:\\.[0-9]{1,";
        return either(whole + "3}0*)?\\.?us", whole + "6}0*)?\\.?ms", whole + "9}0*)?\\.?s",
                NUMBER + "\\.?(?:min|h)", INTEGER + "(?:\\.[0-9]+)?[eE]-?[0-9]+\\.?" + SPAN_UNIT, COMPUTED);
    }

    private static String either(String... patterns) {
        return "(?:" + String.join("|", patterns) + ")";
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }
}
