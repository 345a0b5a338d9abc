package peerlab.dsl.groovy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the programs of scripts are kept from one start to the next. */
public final class CacheFolder {

    /** The variable of the environment that names another folder; where it is empty, nothing is kept. */
    public static final String VARIABLE = "PEERLAB_CACHE";

    private CacheFolder() {
    }

    /**
     * The folder that the environment names, or one in the user's home.
     *
     * @param home the user's home folder; nothing is kept where it is not known
     */
    public static Optional<Path> usual(Map<String, String> environment, String home) {
        String named = environment.get(VARIABLE);
        try {
            if (named != null) {
                return named.isBlank() ? Optional.empty() : Optional.of(Path.of(named, "scripts"));
            }
            return home == null || home.isBlank() ? Optional.empty()
                    : Optional.of(Path.of(home, ".cache", "peerlab", "scripts"));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
