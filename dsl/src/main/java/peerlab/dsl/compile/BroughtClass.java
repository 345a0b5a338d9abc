package peerlab.dsl.compile;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.use.Classes;
import peerlab.engine.base.SourcePlace;

/** Finds a class that a scenario names, and says what keeps it from playing its part. */
final class BroughtClass {

    private static final int MOST_NAMES = 8;

    private final Classes classes;
    private final Diagnostics diagnostics;

    BroughtClass(Classes classes, Diagnostics diagnostics) {
        this.classes = classes;
        this.diagnostics = diagnostics;
    }

    /** The class with this full name; empty where there is none, which has been said then. */
    Optional<Class<?>> named(String name, SourcePlace place) {
        try {
            return Optional.of(classes.load(name));
        } catch (ClassNotFoundException missing) {
            List<String> names = classes.names();
            String otherwise = names.isEmpty() ? "bring it along: --with PATH, a jar or a folder"
                    : "there are " + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
            diagnostics.error(place, "there is no class '" + name + "'",
                    Suggestion.remedy(name, names, otherwise));
        } catch (LinkageError broken) {
            diagnostics.error(place, "the class '" + name + "' cannot be loaded",
                    "build it again, with the Peerlab and the JDK that run it");
        }
        return Optional.empty();
    }

    /**
     * Whether instances of a class can be made that are of the type wanted.
     *
     * @param part what it is to be, as the end of a sentence: "play 'closest'"
     */
    boolean isFit(Class<?> type, Class<?> wanted, String part, SourcePlace place) {
        String name = type.getSimpleName();
        if (!wanted.isAssignableFrom(type)) {
            diagnostics.error(place, "'" + name + "' cannot " + part,
                    "let it implement " + wanted.getSimpleName());
        } else if (!Modifier.isPublic(type.getModifiers())) {
            diagnostics.error(place, "'" + name + "' is not public", "write public class " + name);
        } else if (Modifier.isAbstract(type.getModifiers())) {
            diagnostics.error(place, "'" + name + "' is abstract: no instance of it can be made",
                    "name a class that has all methods of " + wanted.getSimpleName());
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
