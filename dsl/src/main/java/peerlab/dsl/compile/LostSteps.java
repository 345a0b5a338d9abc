package peerlab.dsl.compile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;

/**
 * Knows which names the files of a scenario give to steps, in the text itself: a step that could not be read
 * has its name all the same, and whoever refers to it shall not hear that there is none.
 */
final class LostSteps implements Predicate<String> {

    /** {@code as: 'the crash'}, or what somebody wrote in its place. */
    private static final Pattern NAMED = Pattern.compile(
            "\\bas\\b {0,20}[:=]? {0,20}(?:[^\\s\\w,}]([^,}\\n]{1,100}?)[^\\s\\w,}](?![\\w-])"
                    + "|(\\w[^,}\\n]{0,100}))");

    private final Collection<Source> sources;
    private final Diagnostics diagnostics;
    private Set<String> names;
    private boolean areWorkedOut;

    LostSteps(Collection<Source> sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    /** Names that a script works out: each of them may be any. */
    private static final Pattern WORKED_OUT =
            Pattern.compile("\\bas: {0,20}(?:\"[^\"\\n]{0,100}\\$|[a-z]\\w{0,100}\\b)");

    /** True where something else is wrong, and a step is called so, or may be. */
    @Override
    public boolean test(String name) {
        if (!diagnostics.hasErrors()) {
            return false;
        }
        if (names == null) {
            names = names();
        }
        return areWorkedOut || names.contains(name);
    }

    private Set<String> names() {
        Set<String> found = new HashSet<>();
        for (Source source : sources) {
            areWorkedOut |= source.endsIn("groovy") && WORKED_OUT.matcher(source.text()).find();
            Matcher named = NAMED.matcher(source.text());
            while (named.find()) {
                found.add((named.group(1) == null ? named.group(2) : named.group(1)).strip());
            }
        }
        return found;
    }

    /** How many lines begin with a word. */
    long lines(String word) {
        return sources.stream().flatMap(source -> source.text().lines()).map(String::stripLeading)
                .filter(line -> line.startsWith(word) && (line.length() == word.length()
                        || !Character.isLetterOrDigit(line.charAt(word.length())))).count();
    }
}
