package peerlab.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the command line says about a scenario.
 *
 * @param set parameters with their values as typed: {@code --set n=128}
 * @param seed wins over the seed of the file
 */
public record LoadOptions(Map<String, String> set, OptionalLong seed) {

    public static final LoadOptions NONE = new LoadOptions(Map.of(), OptionalLong.empty());

    public LoadOptions {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
}
