package peerlab.dsl.use;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.spec.UseSpec;

/** Puts somebody else's classes where a scenario wants them: one instance for each peer. */
public final class UsedClasses implements Hooks {

    private final List<UseSpec> uses;
    private final Classes classes;

    /** @param uses as a scenario was compiled with the same classes, so that each can be made */
    public UsedClasses(List<UseSpec> uses, Classes classes) {
        this.uses = List.copyOf(uses);
        this.classes = classes;
    }

    @Override
    public Optional<Supplier<?>> of(String hook, String group) {
        Optional<Supplier<?>> found = Optional.empty();
        for (UseSpec use : uses) {
            if (use.hook().equals(hook) && use.group().orElse(group).equals(group)) {
                Class<?> type = loaded(use.type());
                found = Optional.of(() -> instance(type));
            }
        }
        return found;
    }

    @Override
    public Optional<Supplier<? extends Behaviour>> behaviour(String type) {
        try {
            Class<?> own = classes.load(type);
            return Optional.of(() -> (Behaviour) instance(own));
        } catch (ClassNotFoundException nobodys) {
            return Optional.empty();
        }
    }

    private Class<?> loaded(String name) {
        try {
            return classes.load(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("the class '" + name + "' was there when the scenario was read",
                    gone);
        }
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw UsedClasses.<RuntimeException>asItIs(thrown.getCause());
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("an instance of '" + type.getName() + "' cannot be made",
                    refused);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
