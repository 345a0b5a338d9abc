package peerlab.dsl.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.dsl.grammar.Spelling;

/** Sentences of a JSON Schema: if this then that, and what must be there. */
final class Laws {

    private Laws() {
    }

    static Map<String, Object> when(Map<String, Object> condition, Map<String, Object> law) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("if", condition);
        schema.put("then", law);
        return schema;
    }

    /** That words are there, in either spelling. */
    static Map<String, Object> required(String... words) {
        List<String> written = List.of(words);
        String camelCase = Spelling.camelCase(written.get(0));
        return written.size() > 1 || camelCase.equals(written.get(0)) ? Map.of("required", written)
                : Map.of("anyOf", List.of(
                        Map.of("required", written), Map.of("required", List.of(camelCase))));
    }

    static Map<String, Object> equal(String property, String value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("properties", Map.of(property, Map.of("const", value)));
        schema.put("required", List.of(property));
        return schema;
    }

    /** That words are not there. */
    static Map<String, Object> absent(String... words) {
        return Map.of("not", Map.of("required", List.of(words)));
    }

    /** What a word must be, where it is there, in either spelling. */
    static Map<String, Object> word(String word, Object schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(Spelling.YAML.word(word), schema);
        properties.put(word, schema);
        return Map.of("properties", properties);
    }
}
