package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.use.Classes;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Hook;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.UseSpec;

/** Compiles {@code use}: whose class plays which part of a protocol. */
final class UseCompiler {

    private final Protocols protocols;
    private final BroughtClass brought;
    private final Vocabulary vocabulary;
    private final StatementReader reader;
    private final Diagnostics diagnostics;

    UseCompiler(Protocols protocols, Classes classes, Vocabulary vocabulary, StatementReader reader,
            Diagnostics diagnostics) {
        this.protocols = protocols;
        this.brought = new BroughtClass(classes, diagnostics);
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    /**
     * The uses in order.
     *
     * @param groups the groups that are right
     * @param areAllGroupsKnown false where a hook that nobody offers may be that of a group which is wrong
     */
    List<UseSpec> uses(List<Phrase> statements, List<GroupSpec> groups, boolean areAllGroupsKnown) {
        Map<String, UseSpec> uses = new LinkedHashMap<>();
        for (Phrase statement : statements) {
            Optional<Given> given = reader.given(vocabulary.blocks().get("use"), statement);
            given.flatMap(g -> use(g, statement, groups, areAllGroupsKnown)).ifPresent(use -> {
                UseSpec before = uses.put(use.hook() + " on " + use.group().orElse("all"), use);
                if (before != null && before.place().file().equals(use.place().file())) {
                    diagnostics.error(use.place(), "two classes play '" + use.hook() + "'",
                            "keep one of them, or say on: for which group each is");
                }
            });
        }
        return new ArrayList<>(uses.values());
    }

    private Optional<UseSpec> use(Given given, Phrase statement, List<GroupSpec> groups,
            boolean areAllGroupsKnown) {
        String name = given.get("class", String.class);
        String hookName = given.get("as", String.class);
        Optional<String> on = given.find("on", String.class);
        SourcePlace where = statement.arguments().get(0).place();
        Optional<Class<?>> type = brought.named(name, where);
        if (!areAllGroupsKnown) {
            return Optional.empty();
        }
        boolean isOfSomebody = on.isEmpty()
                || new GroupNames(groups, diagnostics).isKnown(on.get(), reader.placeOf(statement, "on"));
        if (!isOfSomebody) {
            return Optional.empty();
        }
        List<Hook> offered = groups.stream().filter(group -> on.isEmpty() || group.name().equals(on.get()))
                .map(GroupSpec::protocol).distinct().flatMap(p -> protocols.find(p).stream())
                .flatMap(p -> p.hooks().stream()).toList();
        Optional<Hook> hook = offered.stream().filter(h -> h.name().equals(hookName)).findFirst();
        if (hook.isEmpty()) {
            List<String> hooks = offered.stream().map(Hook::name).distinct().toList();
            String otherwise = hooks.isEmpty() ? "its protocol has no parts that others may play"
                    : "there are " + String.join(", ", hooks);
            diagnostics.error(reader.placeOf(statement, "as"), "unknown hook '" + hookName + "'",
                    Suggestion.remedy(hookName, hooks, otherwise));
            return Optional.empty();
        }
        boolean isRight = type.isPresent() && brought.isFit(
                type.get(), hook.get().type(), "play '" + hook.get().name() + "'", where);
        return isRight ? Optional.of(new UseSpec(name, hookName, on, statement.place())) : Optional.empty();
    }
}
