package peerlab.dsl.editor;

import static peerlab.dsl.editor.Laws.equal;
import static peerlab.dsl.editor.Laws.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.ProtocolProvider;

/** What a JSON Schema says of {@code peers}: one group, or several of which one may go without a name. */
final class GroupSchema {

    /** Of so many groups it is told whether a second one has no name. */
    private static final int MOST_GROUPS = 10;

    private final Entry<?> peers;
    private final List<ProtocolProvider> protocols;

    GroupSchema(Entry<?> peers, List<ProtocolProvider> protocols) {
        this.peers = peers;
        this.protocols = protocols;
    }

    Map<String, Object> group() {
        List<Object> kinds = new ArrayList<>();
        for (ProtocolProvider protocol : protocols) {
            Words words = new Words();
            words.add("count", ValueSchemas.of(peers.argument().orElseThrow()));
            peers.options().forEach(slot -> words.add(slot.name(), Map.of()));
            for (Parameter parameter : protocol.parameters()) {
                words.add(parameter.name(), ValueSchemas.of(parameter));
            }
            Map<String, Object> options = new LinkedHashMap<>();
            words.into(options);
            if (!protocol.canStartConverged()) {
                options.put("not", equal("start", "converged"));
            }
            kinds.add(when(equal("run", protocol.name()), options));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("count", ValueSchemas.of(peers.argument().orElseThrow()));
        peers.options().forEach(slot -> properties.put(Spelling.YAML.word(slot.name()),
                slot.name().equals("run") ? run(slot) : ValueSchemas.of(slot)));
        properties.put("as", ValueSchemas.text(Patterns.groupName(),
                "use letters, for peers are numbered after them"));
        schema.put("properties", properties);
        schema.put("required", List.of("count", "run"));
        schema.put("allOf", kinds);
        return schema;
    }

    /** A protocol by its name, or by the name of its class, or a parameter that holds either. */
    private Map<String, Object> run(Slot slot) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", slot.summary());
        List<Object> described = new ArrayList<>();
        for (ProtocolProvider protocol : protocols) {
            Map<String, Object> name = new LinkedHashMap<>();
            name.put("const", protocol.name());
            name.put("description", protocol.summary());
            described.add(name);
        }
        described.add(ValueSchemas.text("^" + Patterns.PARAM + "$|[.]",
                "write the name of a protocol, or of a class with its package"));
        schema.put("anyOf", described);
        return schema;
    }

    /** Several groups: all but one of them have a name. */
    static Map<String, Object> several(Map<String, Object> group) {
        Map<String, Object> named = Map.of("required", List.of("as"));
        List<Object> alternatives = new ArrayList<>();
        for (int nameless = 0; nameless < MOST_GROUPS; nameless++) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < nameless; i++) {
                items.add(named);
            }
            items.add(Map.of());
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("items", items);
            one.put("additionalItems", named);
            alternatives.add(one);
        }
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", group);
        list.put("anyOf", alternatives);
        return list;
    }
}
