package peerlab.dsl.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import peerlab.dsl.grammar.Form;
import peerlab.dsl.grammar.Forms;
import peerlab.engine.base.Unit;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.MetricSpec.Kind;

/**
 * Conditions as regular expressions that ECMAScript and Java read alike. They refuse what is certainly wrong
 * in the part before the first quote: functions and measures that do not exist, numbers without the unit of
 * what they are compared with.
 */
final class ConditionPatterns {

    /** Whatever stands before a name, and before any quote. */
    private static final String BEFORE = "(?:[^'\"]*[^A-Za-z0-9_.$'\"])?";
    private static final String BEHIND = "(?![A-Za-z0-9_.])";
    private static final String SENTENCE =
            "(?!.*\\b(?:and|or|not)\\b)['\"]?[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9-]+)+['\"]?$";

    private final MetricCatalog catalog;

    ConditionPatterns(MetricCatalog catalog) {
        this.catalog = catalog;
    }

    String condition() {
        List<String> refused = new ArrayList<>();
        String functions = String.join("|", Forms.functions().stream().map(Form::word).toList());
        refused.add("[^'\"]*(?:^|[^A-Za-z])(?!(?:" + functions + ") *\\{)[A-Za-z]+ *\\{");
        refused.add("[^'\"]*[^=<>!]=(?:[^=]|$)");
        refused.add("[^'\"()]*\\([^'\")]*$");
        measures().forEach((group, names) -> refused.add(BEFORE + group + "\\.(?!(?:"
                + String.join("|", names) + ")" + BEHIND + ")"));
        refused.add(" *(?:not +|!)?(?:" + named(unit -> unit != Unit.TRUTH) + ") *$");
        refused.add(BEFORE + "(?:" + named(unit -> unit != Unit.TRUTH && unit != Unit.NUMBER)
                + ") *(?:==|!=|<=?|>=?) *-?[0-9][0-9_]*(?:\\.[0-9]+)? *(?:$|and\\b|or\\b|&&|\\|\\|)");
        return "^" + String.join("", refused.stream().map(part -> "(?!" + part + ")").toList()) + ".+";
    }

    /** The measures of each group, as names stand behind the group's dot. */
    private Map<String, List<String>> measures() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        catalog.names().forEach(name -> groups.computeIfAbsent(name.substring(0, name.indexOf('.')),
                group -> new ArrayList<>()).add(name.substring(name.indexOf('.') + 1).replace(".", "\\.")));
        return groups;
    }

    private String named(Predicate<Unit> isMeant) {
        return String.join("|", catalog.names().stream()
                .filter(name -> catalog.find(name).filter(named -> isMeant.test(named.unit())).isPresent())
                .map(name -> name.replace(".", "\\.")).toList());
    }

    /** What names a rate; empty where there is none. */
    String rates() {
        List<String> rates = catalog.all().stream().filter(metric -> metric.kind() == Kind.RATE)
                .map(metric -> metric.name().replace(".", "\\.")).toList();
        return rates.isEmpty() ? "" : "^" + BEFORE + "(?:" + String.join("|", rates) + ")" + BEHIND;
    }

    /** Names no messages and no properties but these. */
    static String naming(List<String> messages, List<String> properties) {
        String types = messages.isEmpty() ? "" : "['\"]?(?:" + String.join("|", messages) + ")['\"]?|";
        String others = "messages *\\[(?! *(?:" + types + Patterns.PARAM + ") *\\])";
        String sentences = String.join("|", properties.stream().map(ConditionPatterns::quoted).toList());
        String own = properties.isEmpty() ? "" : "['\"]?(?:" + sentences + ")['\"]?$|";
        return "^(?:" + own + "(?!" + SENTENCE + ")(?!.*" + others + "))";
    }

    private static String quoted(String text) {
        return text.replaceAll("([^A-Za-z0-9 ])", "\\\\$1");
    }
}
