package peerlab.dsl.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Form;
import peerlab.dsl.grammar.Forms;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.value.Quantity;
import peerlab.dsl.value.ValueReader;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;

/**
 * The Groovy surface as a script that tells IntelliJ which words may stand where (a "GroovyDSL script",
 * {@code .gdsl}): words, options and their summaries.
 */
public final class GroovyCompletion {

    private final Vocabulary vocabulary;
    private final List<ProtocolProvider> protocols;
    private final List<String> lines = new ArrayList<>();

    public GroovyCompletion(Protocols protocols) {
        this.vocabulary = new Vocabulary(protocols);
        this.protocols = protocols.all();
    }

    /** The whole script. */
    public String script() {
        lines.clear();
        lines.add("// Completion for Peerlab scenarios in IntelliJ IDEA, made by: peerlab schema --groovy");
        lines.add("// It counts for Groovy scripts in folders of these names:");
        lines.add("def scenarios = '.*/(library|scenarios?|labs?)/[^/]*[.]groovy'");
        lines.add("");
        lines.add("contributor(context(pathRegexp: scenarios, scope: scriptScope())) {");
        vocabulary.blocks().values().forEach(entry -> method("    ", entry, further(entry)));
        lines.add("}");
        lines.add("");
        lines.add("contributor(context(pathRegexp: scenarios, scope: closureScope())) {");
        inside("network", vocabulary.network().values());
        inside("record", vocabulary.record().values());
        inside("timeline", vocabulary.occasions().values());
        vocabulary.occasions().keySet().forEach(word -> inside(word, vocabulary.actions().values()));
        inside("expect", vocabulary.operators().values());
        vocabulary.operators().keySet().forEach(this::condition);
        lines.add("}");
        lines.add("");
        lines.add("contributor(context(pathRegexp: scenarios)) {");
        values();
        lines.add("}");
        lines.add("");
        units();
        return String.join("\n", lines) + "\n";
    }

    /** The options of all protocols stand behind {@code peers}. */
    private Map<String, String> further(Entry<?> entry) {
        Map<String, String> further = new LinkedHashMap<>();
        if (entry.word().equals("peers")) {
            for (ProtocolProvider protocol : protocols) {
                for (Parameter parameter : protocol.parameters()) {
                    further.putIfAbsent(parameter.name(), protocol.name() + ": " + parameter.summary()
                            + (parameter.initial() == null ? ""
                                    : " (" + ValueSchemas.plain(parameter.initial()) + ")"));
                }
            }
        }
        return further;
    }

    private void inside(String block, Collection<? extends Entry<?>> entries) {
        lines.add("    if (enclosingCall('" + block + "')) {");
        entries.forEach(entry -> method("        ", entry, Map.of()));
        lines.add("    }");
    }

    private void condition(String operator) {
        lines.add("    if (enclosingCall('" + operator + "')) {");
        for (Form function : Forms.functions()) {
            lines.add("        method(name: '" + function.word() + "', type: 'java.lang.Object', "
                    + "params: [condition: 'groovy.lang.Closure'], doc: " + text(function.summary()) + ")");
        }
        new MetricCatalog(protocols).names().stream().map(name -> name.substring(0, name.indexOf('.')))
                .distinct().forEach(group -> lines.add("        property(name: '" + group
                        + "', type: 'java.util.Map')"));
        lines.add("    }");
    }

    private void method(String indent, Entry<?> entry, Map<String, String> further) {
        List<String> named = new ArrayList<>();
        for (Slot slot : entry.options()) {
            named.add(parameter(slot.name(), slot.summary()));
        }
        further.forEach((name, summary) -> named.add(parameter(name, summary)));
        String params = entry.argument().map(slot -> "params: [" + slot.name() + ": 'java.lang.Object'], ")
                .orElse("");
        lines.add(indent + "method(name: '" + entry.word() + "', type: 'void', " + params
                + "doc: " + text(entry.summary()) + (named.isEmpty() ? ")" : ","));
        if (!named.isEmpty()) {
            lines.add(indent + "    namedParams: [");
            lines.add(named.stream().map(line -> indent + "        " + line)
                    .collect(Collectors.joining(",\n")) + "])");
        }
    }

    private static String parameter(String name, String summary) {
        return "parameter(name: '" + name + "', type: 'java.lang.Object', doc: " + text(summary) + ")";
    }

    private void values() {
        Map<String, Form> words = new LinkedHashMap<>();
        List.of(Forms.selectors(), Forms.keys()).forEach(forms -> forms.stream()
                .filter(form -> form.groovy().startsWith(form.word()))
                .forEach(form -> words.putIfAbsent(form.word(), form)));
        words.forEach((word, form) -> {
            if (form.groovy().contains("(")) {
                value(word, form.summary() + ": " + form.groovy());
            } else {
                lines.add("    property(name: '" + word + "', type: 'java.lang.Object', doc: "
                        + text(form.summary()) + ")");
            }
        });
        ValueReader.laws().forEach((law, forms) -> value(law, forms.stream()
                .map(parameters -> law + "(" + String.join(", ", parameters) + ")")
                .collect(Collectors.joining(" or "))));
    }

    private void value(String word, String summary) {
        lines.add("    method(name: '" + word + "', type: 'java.lang.Object', "
                + "params: [value: 'java.lang.Object'], doc: " + text(summary) + ")");
    }

    private void units() {
        lines.add("contributor(context(pathRegexp: scenarios, ctype: 'java.lang.Number')) {");
        List<String> units = new ArrayList<>(Quantity.SPANS);
        units.addAll(Quantity.SIZES);
        units.addAll(Quantity.BANDWIDTHS);
        units.addAll(List.of("percent", "ppm"));
        units.forEach(unit -> lines.add("    property(name: '" + unit + "', type: 'java.lang.Object')"));
        lines.add("}");
    }

    private static String text(String summary) {
        return "'" + summary.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
