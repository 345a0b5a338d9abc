package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;

/**
 * The statements of the top level by their words. Of those that can be said once, a later file has the last
 * word.
 */
final class Statements {

    private final Diagnostics diagnostics;
    private final List<String> inOrder;
    private final Map<String, List<Phrase>> byWord = new LinkedHashMap<>();
    private final Set<String> misspelt = new LinkedHashSet<>();
    /** By word: a loop may say an unknown one many times, and what is near it takes long to find. */
    private final Map<String, String> remedies = new LinkedHashMap<>();

    Statements(List<Phrase> statements, Vocabulary vocabulary, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.inOrder = statements.stream().map(Phrase::word).toList();
        for (Phrase statement : statements) {
            if (vocabulary.blocks().containsKey(statement.word())) {
                byWord.computeIfAbsent(statement.word(), word -> new ArrayList<>()).add(statement);
            } else {
                unknown(statement, vocabulary);
            }
        }
    }

    private void unknown(Phrase statement, Vocabulary vocabulary) {
        String word = statement.word();
        Spelling spelling = Spelling.of(statement.place());
        Optional<String> home = vocabulary.actions().containsKey(word)
                || vocabulary.occasions().containsKey(word)
                ? Optional.of("timeline")
                : vocabulary.operators().containsKey(word) ? Optional.of("expect")
                : vocabulary.network().containsKey(word) ? Optional.of("network")
                : Optional.empty();
        if (home.isPresent()) {
            diagnostics.error(statement.place(), "'" + spelling.word(word) + "' stands outside "
                    + home.get(),
                    "move it into " + home.get());
            return;
        }
        diagnostics.error(statement.place(), "unknown word '" + spelling.word(word) + "'",
                remedies.computeIfAbsent(word, unknown -> remedy(unknown, vocabulary.blocks().keySet())));
    }

    private String remedy(String word, Set<String> blocks) {
        Suggestion.nearest(word, blocks).ifPresent(misspelt::add);
        return Suggestion.remedy(word, blocks, "a scenario is made of " + String.join(" ", blocks));
    }

    /** True where an unknown word seems to be this one. */
    boolean isMisspelt(String word) {
        return misspelt.contains(word);
    }

    /** All statements with this word. */
    List<Phrase> all(String word) {
        return byWord.getOrDefault(word, List.of());
    }

    /** The statement that counts, of those that can be said once. */
    Optional<Phrase> last(String word) {
        return lastOf(all(word));
    }

    /** True where the last statement with one word was reached after that with another. */
    boolean isLater(String word, String than) {
        return inOrder.lastIndexOf(word) > inOrder.lastIndexOf(than);
    }

    /** The last of several; two in one file are an error. */
    private Optional<Phrase> lastOf(List<Phrase> phrases) {
        for (int i = 1; i < phrases.size(); i++) {
            if (phrases.get(i).place().file().equals(phrases.get(i - 1).place().file())) {
                String word = Spelling.of(phrases.get(i).place()).word(phrases.get(i).word());
                diagnostics.error(phrases.get(i).place(), "'" + word + "' is written twice",
                        "keep one of them");
            }
        }
        return phrases.isEmpty() ? Optional.empty() : Optional.of(phrases.get(phrases.size() - 1));
    }

    /** What stands in the braces of all statements with this word, in order. */
    List<Phrase> bodies(String word) {
        List<Phrase> inside = new ArrayList<>();
        for (Phrase statement : all(word)) {
            boolean isGroovy = Spelling.of(statement.place()) == Spelling.GROOVY;
            boolean isBare = isGroovy && statement.body().isEmpty();
            if (isBare || !statement.options().isEmpty() || !statement.arguments().isEmpty()) {
                diagnostics.error(statement.place(), "'" + word + "' needs braces",
                        isGroovy ? "write " + word + " { ... }" : "indent its lines");
            }
            inside.addAll(statement.body().orElse(List.of()));
        }
        return inside;
    }

    /** What stands in the braces, each word once. */
    Map<String, Phrase> words(String word, Iterable<String> known) {
        Map<String, Phrase> counting = new LinkedHashMap<>();
        words(word, known, Set.of()).forEach((name, phrases) -> counting.put(name, phrases.get(0)));
        return counting;
    }

    /**
     * The same, where some words may be repeated: those of the file that counts.
     *
     * @param repeated the words that may be
     */
    Map<String, List<Phrase>> words(String word, Iterable<String> known, Set<String> repeated) {
        Map<String, List<Phrase>> inside = new LinkedHashMap<>();
        bodies(word).forEach(phrase -> inside.computeIfAbsent(phrase.word(), w -> new ArrayList<>())
                .add(phrase));
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        Map<String, List<Phrase>> counting = new LinkedHashMap<>();
        inside.forEach((name, phrases) -> {
            if (repeated.contains(name)) {
                String file = phrases.get(phrases.size() - 1).place().file();
                counting.put(name, phrases.stream().filter(p -> p.place().file().equals(file)).toList());
            } else if (names.contains(name)) {
                lastOf(phrases).ifPresent(phrase -> counting.put(name, List.of(phrase)));
            } else {
                Spelling spelling = Spelling.of(phrases.get(0).place());
                diagnostics.error(phrases.get(0).place(), "'" + word + "' has no '" + spelling.word(name)
                        + "'",
                        Suggestion.remedy(name, names, "it has " + spelling.words(names)));
            }
        });
        return counting;
    }
}
