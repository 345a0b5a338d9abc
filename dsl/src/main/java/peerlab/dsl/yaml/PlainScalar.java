package peerlab.dsl.yaml;

import java.io.StringReader;
import java.util.List;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

import peerlab.dsl.diagnostic.Source;

/** Writes a text as a YAML scalar: as it stands where it reads back so, else in quotes. */
public final class PlainScalar {

    private static final String SURE = "[A-Za-z0-9$][A-Za-z0-9 $._<>=+*/%-]*";

    /** What begins an anchor, an alias, a tag and other things that no scenario has. */
    private static final String INDICATORS = "&*!|>%@`~?";

    private PlainScalar() {
    }

    /** @param isInBraces whether it stands between braces or brackets, where a comma ends it */
    public static String of(String text, boolean isInBraces) {
        return isPlain(text, isInBraces) ? text : quoted(text);
    }

    /** In quotes: single ones, or double ones where the text has single ones itself or no signs to show. */
    public static String quoted(String text) {
        boolean isSimple = text.indexOf('\'') < 0 && text.codePoints().allMatch(PlainScalar::isPrintable);
        if (isSimple) {
            return "'" + text + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\u%04x", c));
            }
        });
        return quoted.append('"').toString();
    }

    /** With a blank in the place of each character that YAML does not take as it stands. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : ' '));
        return shown.toString();
    }

    /** What YAML takes as it stands; a half of a pair of characters is none. */
    private static boolean isPrintable(int c) {
        boolean isControl = c < ' ' || c >= 0x7f && c < 0xa0;
        boolean isBreak = c == 0x2028 || c == 0x2029 || c == 0xfeff;
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isBreak && !isHalf && (c & 0xfffe) != 0xfffe;
    }

    private static boolean isPlain(String text, boolean isInBraces) {
        boolean isTrimmed = !text.isEmpty() && text.equals(text.strip());
        if (isTrimmed && text.matches(SURE)) {
            return true;
        }
        boolean isOrdinary = isTrimmed && text.codePoints().allMatch(PlainScalar::isPrintable)
                && INDICATORS.indexOf(text.charAt(0)) < 0;
        String around = isInBraces ? "{ a: " + text + ", b: 1 }" : "a: " + text + "\nb: 1";
        // editors know nothing of the mask
        return isOrdinary && readsBack(text, around, around) && readsBack(text, around, Mask.over(around));
    }

    private static boolean readsBack(String text, String around, String masked) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .compose(new StringReader(masked));
            if (!(root instanceof MappingNode mapping) || mapping.getValue().size() != 2) {
                return false;
            }
            List<NodeTuple> pairs = mapping.getValue();
            Places places = new Places(new Source("scalar.yaml", around));
            return pairs.get(0).getValueNode() instanceof ScalarNode scalar
                    && scalar.getScalarStyle() == ScalarStyle.PLAIN && places.raw(scalar).equals(text)
                    && places.raw(pairs.get(1).getKeyNode()).equals("b");
        } catch (YAMLException wrong) {
            return false;
        }
    }
}
