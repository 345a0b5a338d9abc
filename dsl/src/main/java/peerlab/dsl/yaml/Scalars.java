package peerlab.dsl.yaml;

import java.util.Map;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

import peerlab.dsl.grammar.Value;
import peerlab.engine.base.SourcePlace;

/** Takes the text of scalars as it stands in the file, so that each character of it keeps its place. */
final class Scalars {

    private final Places places;

    Scalars(Places places) {
        this.places = places;
    }

    Value.Written written(ScalarNode scalar) {
        ScalarStyle style = scalar.getScalarStyle();
        String raw = places.raw(scalar);
        SourcePlace place = places.of(scalar);
        if (style == ScalarStyle.PLAIN) {
            return new Value.Written(raw, false, place, Map.of());
        }
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            int lineEnd = raw.indexOf('\n');
            String lines = lineEnd < 0 ? "" : raw.substring(lineEnd + 1);
            return new Value.Written(lines, false, new SourcePlace(place.file(), place.line() + 1, 1, 1),
                    Map.of());
        }
        boolean isVerbatim = raw.length() >= 2
                && raw.substring(1, raw.length() - 1).equals(scalar.getValue());
        SourcePlace inside = isVerbatim
                ? new SourcePlace(place.file(), place.line(), place.column() + 1,
                        Math.max(1, place.length() - 2))
                : place;
        return new Value.Written(scalar.getValue(), true, inside, Map.of());
    }
}
