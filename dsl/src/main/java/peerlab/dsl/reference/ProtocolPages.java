package peerlab.dsl.reference;

import static peerlab.dsl.reference.Reference.code;

import java.util.ArrayList;
import java.util.List;

import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.Hook;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.Misbehaviour;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.ProtocolProvider;

/** What each protocol lets one set, ask, measure and replace. */
final class ProtocolPages {

    private final Page page;

    ProtocolPages(Page page) {
        this.page = page;
    }

    void write(List<ProtocolProvider> protocols) {
        page.title("Protocols");
        page.paragraph("What stands behind `run:`, with its options.");
        page.paragraph("Peers of every protocol can be `byzantine` like this:");
        misbehaviours(Misbehaviour.OF_ALL);
        protocols.forEach(this::protocol);
    }

    private void protocol(ProtocolProvider protocol) {
        page.subtitle(code(protocol.name()));
        page.paragraph(Reference.sentence(protocol.summary())
                + (protocol.canStartConverged() ? " May `start: 'converged'`." : ""));
        if (!protocol.parameters().isEmpty()) {
            page.table(List.of("option", "takes", "default", "meaning"));
            protocol.parameters().forEach(this::parameter);
            page.line("");
        }
        protocol.cache().ifPresent(terms -> {
            page.table(List.of("option of `cache`", "takes", "default", "meaning"));
            terms.parameters().forEach(this::parameter);
            page.line("");
        });
        if (!protocol.operations().isEmpty()) {
            page.table(List.of("operation", "effect", "meaning"));
            for (Operation operation : protocol.operations()) {
                page.row(code(operation.name()), Reference.word(operation.effect()), operation.summary());
            }
            page.line("");
        }
        metrics(protocol);
        for (String property : protocol.properties()) {
            page.item("the property " + code("'" + property + "'"));
        }
        hooks(protocol.hooks());
        misbehaviours(protocol.misbehaviours());
        if (!protocol.messages().isEmpty()) {
            page.paragraph("Messages: " + String.join(", ", protocol.messages().stream()
                    .map(type -> code(type.getSimpleName())).toList()) + ".");
        }
    }

    private void parameter(Parameter parameter) {
        String takes = parameter.choices().isEmpty() ? Reference.word(parameter.type())
                : String.join(" or ", parameter.choices());
        String limits = parameter.least() == null ? ""
                : ", " + plain(parameter.least()) + " to "
                        + (parameter.most() == null ? "any" : plain(parameter.most()));
        page.row(code(parameter.name()), takes + limits, code(plain(parameter.initial())),
                parameter.summary());
    }

    private static String plain(Object value) {
        if (value instanceof Span span) {
            return Spelling.YAML.span(span);
        }
        if (value == null) {
            return "none";
        }
        return value instanceof Ratio ratio ? Spelling.YAML.ratio(ratio) : value.toString();
    }

    private void metrics(ProtocolProvider protocol) {
        List<MetricSpec> metrics = new ArrayList<>();
        protocol.operations().forEach(operation -> metrics.addAll(MetricCatalog.ofOperation(operation)));
        metrics.addAll(protocol.metrics());
        if (!metrics.isEmpty()) {
            Reference.metrics(page, metrics);
        }
    }

    private void misbehaviours(List<Misbehaviour> misbehaviours) {
        if (!misbehaviours.isEmpty()) {
            page.table(List.of("behaviour", "takes", "what such a peer does"));
            misbehaviours.forEach(each -> page.row(code(each.name()), takes(each), each.summary()));
            page.line("");
        }
    }

    private static String takes(Misbehaviour misbehaviour) {
        return String.join(", ", misbehaviour.takes().stream()
                .map(option -> code(option) + (misbehaviour.needs().contains(option) ? " (required)" : ""))
                .toList());
    }

    private void hooks(List<Hook> hooks) {
        if (!hooks.isEmpty()) {
            page.table(List.of("hook", "interface", "what it decides"));
            hooks.forEach(hook -> page.row(code(hook.name()), code(hook.type().getName()), hook.summary()));
            page.line("");
        }
    }
}
