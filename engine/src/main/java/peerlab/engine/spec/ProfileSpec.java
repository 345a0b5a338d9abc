package peerlab.engine.spec;

import java.util.List;

/**
 * A network that somebody measured, by its name.
 *
 * @param summary one line of what it is like
 * @param sources where its numbers come from, a sentence each
 */
public record ProfileSpec(String name, String summary, List<String> sources) {
    public ProfileSpec {
        sources = List.copyOf(sources);
    }
}
