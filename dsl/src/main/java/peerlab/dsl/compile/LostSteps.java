package peerlab.dsl.compile;

import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;

/**
 * Knows which names the files of a scenario give to steps, in the text itself: a step that could not be read
 * has its name all the same, and whoever refers to it shall not hear that there is none.
 */
final class LostSteps implements Predicate<String> {

    private final Collection<Source> sources;
    private final Diagnostics diagnostics;

    LostSteps(Collection<Source> sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    /** True where something else is wrong, and a step is called so. */
    @Override
    public boolean test(String name) {
        Pattern named = Pattern.compile("\\bas\\b\\s*[:=]?\\s*[^\\s\\w]?" + Pattern.quote(name)
                + "(?![\\w-])");
        return diagnostics.hasErrors()
                && sources.stream().anyMatch(source -> named.matcher(source.text()).find());
    }

    /** How many lines begin with a word. */
    long lines(String word) {
        Pattern begins = Pattern.compile("\\s*" + word + "\\b.*");
        return sources.stream().flatMap(source -> source.text().lines())
                .filter(line -> begins.matcher(line).matches()).count();
    }
}
