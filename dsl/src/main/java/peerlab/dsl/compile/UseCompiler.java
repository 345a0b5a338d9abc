package peerlab.dsl.compile;

import java.lang.reflect.Modifier;
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
    private final Classes classes;
    private final Vocabulary vocabulary;
    private final StatementReader reader;
    private final Diagnostics diagnostics;

    UseCompiler(Protocols protocols, Classes classes, Vocabulary vocabulary, StatementReader reader,
            Diagnostics diagnostics) {
        this.protocols = protocols;
        this.classes = classes;
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
        Optional<Class<?>> type = type(name, where);
        if (!areAllGroupsKnown) {
            return Optional.empty();
        }
        List<String> names = groups.stream().map(GroupSpec::name).toList();
        if (on.isPresent() && !names.contains(on.get())) {
            diagnostics.error(reader.placeOf(statement, "on"), "no group is called '" + on.get() + "'",
                    names.equals(List.of(GroupSpec.UNNAMED)) ? "there is one group only: leave 'on' out"
                            : Suggestion.remedy(on.get(), names, "groups: " + String.join(", ", names)));
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
        boolean isRight = type.isPresent() && isFit(type.get(), hook.get(), where);
        return isRight ? Optional.of(new UseSpec(name, hookName, on, statement.place())) : Optional.empty();
    }

    private Optional<Class<?>> type(String name, SourcePlace place) {
        try {
            return Optional.of(classes.load(name));
        } catch (ClassNotFoundException missing) {
            String otherwise = classes.names().isEmpty() ? "bring it along: --with PATH, a jar or a folder"
                    : "there are " + String.join(", ", classes.names().subList(0,
                            Math.min(8, classes.names().size())));
            diagnostics.error(place, "there is no class '" + name + "'",
                    Suggestion.remedy(name, classes.names(), otherwise));
        } catch (LinkageError broken) {
            diagnostics.error(place, "the class '" + name + "' cannot be loaded",
                    "build it again, with the Peerlab and the JDK that run it");
        }
        return Optional.empty();
    }

    private boolean isFit(Class<?> type, Hook hook, SourcePlace place) {
        String name = type.getSimpleName();
        String wanted = hook.type().getSimpleName();
        if (!hook.type().isAssignableFrom(type)) {
            diagnostics.error(place, "'" + name + "' cannot play '" + hook.name() + "'",
                    "let it implement " + wanted);
        } else if (!Modifier.isPublic(type.getModifiers())) {
            diagnostics.error(place, "'" + name + "' is not public", "write public class " + name);
        } else if (Modifier.isAbstract(type.getModifiers())) {
            diagnostics.error(place, "'" + name + "' is abstract: no instance of it can be made",
                    "name a class that has all methods of " + wanted);
        } else if (!hasConstructor(type)) {
            diagnostics.error(place, "'" + name + "' has no public constructor without arguments",
                    "add public " + name + "() { }");
        } else {
            return true;
        }
        return false;
    }

    private static boolean hasConstructor(Class<?> type) {
        try {
            type.getConstructor();
            return true;
        } catch (NoSuchMethodException | LinkageError none) {
            return false;
        }
    }
}
