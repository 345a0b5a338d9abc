package peerlab.dsl.editor;

import java.util.LinkedHashMap;
import java.util.Map;

import peerlab.dsl.grammar.Spelling;

/** The words of an object. Groovy's spelling is taken as well, and not offered. */
final class Words {

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Map<String, Object> otherwise = new LinkedHashMap<>();

    void add(String word, Map<String, Object> schema) {
        String spelled = Spelling.YAML.word(word);
        properties.put(spelled, schema);
        if (!spelled.equals(word)) {
            otherwise.put("^" + word + "$", schema);
        }
    }

    void into(Map<String, Object> schema) {
        schema.put("properties", properties);
        if (!otherwise.isEmpty()) {
            schema.put("patternProperties", otherwise);
        }
        schema.put("additionalProperties", false);
    }
}
