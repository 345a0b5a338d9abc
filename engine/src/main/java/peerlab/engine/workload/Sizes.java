package peerlab.engine.workload;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.RandomSource;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.SizeSpec;

/** How large the values are that one step is about: always the same for the same key. */
final class Sizes {

    private static final Bytes USUAL = new Bytes(64);

    private final Optional<Bytes> fixed;
    private final Optional<SizeSpec> law;
    private final RandomSource random;
    private final Map<String, Bytes> drawn = new HashMap<>();
    private final Map<String, Object> said;
    private final Map<String, Object> options;

    /** @param random the step's own stream, from which nothing is drawn */
    Sizes(ActionSpec.Operate action, RandomSource random) {
        this.fixed = action.size();
        this.law = action.habits().sizes();
        this.random = random;
        this.said = action.options();
        this.options = fixed.isPresent() && law.isEmpty() ? with(fixed.get()) : said;
    }

    /** The size of a value that is written. */
    Bytes of(String key) {
        if (law.isEmpty()) {
            return fixed.orElse(USUAL);
        }
        return drawn.computeIfAbsent(key, k -> new Bytes(law.get().draw(random.stream("size").stream(k))));
    }

    /** What a reader says: the size of what it asks for, where the step knows one. */
    Map<String, Object> said(String key) {
        return law.isEmpty() ? options : with(of(key));
    }

    private Map<String, Object> with(Bytes size) {
        if (said.isEmpty()) {
            return Map.of("size", size);
        }
        Map<String, Object> all = new LinkedHashMap<>(said);
        all.put("size", size);
        return all;
    }
}
