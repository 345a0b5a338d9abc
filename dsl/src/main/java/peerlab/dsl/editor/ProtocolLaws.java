package peerlab.dsl.editor;

import static peerlab.dsl.editor.Laws.absent;
import static peerlab.dsl.editor.Laws.equal;
import static peerlab.dsl.editor.Laws.required;
import static peerlab.dsl.editor.Laws.when;
import static peerlab.dsl.editor.Laws.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.engine.protocol.Hook;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.ProtocolProvider;

/**
 * What a JSON Schema says of a file all of whose peers run one protocol: what clients may ask, which messages
 * and properties a condition may name, which parts somebody else's class may play.
 */
final class ProtocolLaws {

    private final Vocabulary vocabulary;

    ProtocolLaws(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Map<String, Object> law(ProtocolProvider protocol) {
        Map<String, Object> group = new LinkedHashMap<>(equal("run", protocol.name()));
        group.put("type", "object");
        Map<String, Object> alone = Map.of("allOf", List.of(absent("include"), required("peers"),
                Map.of("properties", Map.of("peers", group))));
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("timeline", Map.of("items", steps(protocol)));
        words.put("expect", Map.of("items", expectations(protocol)));
        words.put("use", uses(protocol));
        words.put("cache", caches(protocol));
        Map<String, Object> law = new LinkedHashMap<>();
        law.put("properties", words);
        law.put("allOf", List.of(when(isNameless(), Map.of("properties",
                Map.of("use", each(absent("on")))))));
        return when(alone, law);
    }

    private static Map<String, Object> isNameless() {
        return Map.of("properties", Map.of("peers", absent("as")));
    }

    /** No operation of another protocol. */
    private Map<String, Object> steps(ProtocolProvider protocol) {
        List<String> own = protocol.operations().stream().map(Operation::name).toList();
        List<Object> others = new ArrayList<>();
        vocabulary.actions().values().stream().filter(entry -> vocabulary.isOperation(entry.word()))
                .filter(entry -> !own.contains(entry.word()))
                .forEach(entry -> others.add(required(Spelling.YAML.word(entry.word()))));
        return others.isEmpty() ? Map.of() : Map.of("not", Map.of("anyOf", others));
    }

    private Map<String, Object> expectations(ProtocolProvider protocol) {
        List<String> messages = protocol.messages().stream().map(Class::getSimpleName).toList();
        Map<String, Object> condition =
                Map.of("pattern", ConditionPatterns.naming(messages, protocol.properties()));
        List<Object> laws = new ArrayList<>();
        vocabulary.operators().keySet().forEach(operator -> laws.add(word(operator, condition)));
        laws.add(word("when", condition));
        return Map.of("allOf", laws);
    }

    private static Object uses(ProtocolProvider protocol) {
        List<String> hooks = protocol.hooks().stream().map(Hook::name).toList();
        return hooks.isEmpty() ? false : each(Map.of("properties", Map.of("as", Map.of("enum", hooks))));
    }

    /** What its caches can be told, each value within its limits. */
    private static Object caches(ProtocolProvider protocol) {
        if (protocol.cache().isEmpty()) {
            return false;
        }
        Map<String, Object> options = new LinkedHashMap<>();
        protocol.cache().get().parameters().forEach(parameter ->
                options.put(Spelling.YAML.word(parameter.name()), ValueSchemas.of(parameter)));
        return each(Map.of("properties", options));
    }

    /** Of one, or of each of several. */
    private static Map<String, Object> each(Map<String, Object> law) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("if", Map.of("type", "array"));
        each.put("then", Map.of("items", law));
        each.put("else", law);
        return each;
    }
}
