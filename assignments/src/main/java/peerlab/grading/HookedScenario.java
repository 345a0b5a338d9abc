package peerlab.grading;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

import peerlab.dsl.LoadOptions;
import peerlab.dsl.Loaded;
import peerlab.dsl.ScenarioLoader;
import peerlab.engine.Simulation;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Protocols;

/** A scenario in which a student's code plays one hook at every peer, and the reference all the rest. */
public final class HookedScenario {

    private final Path file;
    private final String hook;
    private final Supplier<?> student;

    /**
     * @param hook its name, as the protocol declares it: {@code closest}
     * @param student makes the instance for one peer
     */
    public HookedScenario(Path file, String hook, Supplier<?> student) {
        this.file = file;
        this.hook = hook;
        this.student = student;
    }

    /** A file of an assignment, in the checkout that the specs run in. */
    public static Path file(String assignment, String name) {
        return Path.of(System.getProperty("peerlab.root", "..")).resolve("assignments").resolve(assignment)
                .resolve(name);
    }

    /**
     * Runs it with the student's code; {@code set} are the scenario's parameters, as {@code --set} takes
     * them.
     */
    public Played play(long seed, Map<String, ?> set) {
        return new Played(simulation(seed, set, this::student).run());
    }

    /** Runs it with the reference alone, for comparison. */
    public Played playReference(long seed, Map<String, ?> set) {
        return new Played(simulation(seed, set, Hooks.REFERENCE).run());
    }

    /**
     * Starts it with the student's code and hands it over, to be steered: a spec looks at the run, and does
     * next what depends on what it sees.
     */
    public Simulation start(long seed, Map<String, ?> set) {
        Simulation simulation = simulation(seed, set, this::student);
        simulation.start();
        return simulation;
    }

    private Optional<Supplier<?>> student(String name, String group) {
        return name.equals(hook) ? Optional.of(student) : Optional.empty();
    }

    private Simulation simulation(long seed, Map<String, ?> set, Hooks hooks) {
        Protocols protocols = Protocols.installed();
        Map<String, String> values = new LinkedHashMap<>();
        set.forEach((name, value) -> values.put(name, value.toString()));
        Loaded loaded = new ScenarioLoader(protocols)
                .load(file, new LoadOptions(values, OptionalLong.of(seed)));
        if (loaded.hasErrors()) {
            throw new IllegalArgumentException(loaded.render(false));
        }
        return Simulation.of(loaded.runs().get(0), protocols).withHooks(hooks);
    }

    @Override
    public String toString() {
        return file.getFileName() + " with your '" + hook + "'";
    }
}
