package peerlab.cache.ring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All keys that anybody has asked for in one run. */
final class KeyTable {

    /** As memcached has it: so many bytes, none of them a blank or a sign that controls something. */
    static final int MOST_BYTES = 250;

    private final Map<String, CacheKey> byText = new HashMap<>();
    private final List<CacheKey> all = new ArrayList<>();

    /** What keeps a text from being a key; blanks around it do not. */
    static Optional<String> complaint(String text) {
        String key = text.strip();
        if (key.isEmpty()) {
            return Optional.of("a key has at least one sign");
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("'" + key.substring(0, 20) + "...' has more than " + MOST_BYTES + " bytes");
        }
        boolean hasBlanks = key.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        return hasBlanks ? Optional.of("'" + key + "' has a blank in it") : Optional.empty();
    }

    /** The key of a text; empty where it cannot be one. */
    Optional<CacheKey> find(String text) {
        CacheKey known = byText.get(text);
        return known != null ? Optional.of(known) : enter(text);
    }

    private Optional<CacheKey> enter(String text) {
        if (complaint(text).isPresent()) {
            return Optional.empty();
        }
        String key = text.strip();
        CacheKey known = byText.get(key);
        if (known == null) {
            known = new CacheKey(key, all.size());
            all.add(known);
            byText.put(key, known);
        }
        return Optional.of(known);
    }

    /** In the order in which they were first asked for. */
    List<CacheKey> all() {
        return all;
    }
}
