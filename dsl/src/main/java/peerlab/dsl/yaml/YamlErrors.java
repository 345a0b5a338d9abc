package peerlab.dsl.yaml;

import java.util.List;
import java.util.Optional;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.engine.base.SourcePlace;

/** Says in words of ours what is wrong with the form of a file. */
final class YamlErrors {

    /** What the parser says, what we say, and what to do. */
    private record Wording(String theirs, String ours, String remedy) {
    }

    private static final List<Wording> WORDINGS = List.of(
            new Wording("mapping values are not allowed", "a ':' where no word with a value can be",
                    "put the value in quotes if it contains ': ', or check the indentation"),
            new Wording("'\\t", "a tab", "indent with blanks"),
            new Wording("expected ',' or '}'",
                    "'{' is never closed, or a value in it contains one of , [ ] { }",
                    "add '}', or put the value in quotes"),
            new Wording("expected ',' or ']'",
                    "'[' is never closed, or a value in it contains one of , [ ] { }",
                    "add ']', or put the value in quotes"),
            new Wording("unexpected end of stream", "a quote that is never closed",
                    "close it on the same line"),
            new Wording("could not find expected ':'", "a line that has no ':' after its word",
                    "write word: value"),
            new Wording("expected <block end>", "a line that belongs to nothing above it",
                    "align it with the lines that it belongs to"),
            new Wording("cannot start any token", "a value cannot begin with this character",
                    "put the value in quotes"),
            new Wording("expected the node content", "a value is missing here",
                    "write one, or close the bracket before"),
            new Wording("undefined alias", "a '*' makes an alias of a word", "put the value in quotes"),
            new Wording("while scanning an alias", "a '*' makes an alias of a word",
                    "put the value in quotes"),
            new Wording("unknown escape character", "an unknown escape after '\\'", "use single quotes"));

    private final Places places;

    YamlErrors(Places places) {
        this.places = places;
    }

    private Optional<Diagnostic> slip(MarkedYAMLException marked, Mark mark, String theirs) {
        FormSlips slips = new FormSlips(places.source());
        Optional<Diagnostic> language = slips.language();
        int line = mark.getLine() + 1;
        if (language.isPresent()) {
            return language;
        } else if (theirs.contains("could not find expected ':'") && marked.getContextMark() != null) {
            return slips.lineWithoutWord(marked.getContextMark().getLine() + 1)
                    .or(() -> slips.lineWithoutWord(line));
        } else if (theirs.contains("mapping values are not allowed")) {
            return slips.severalInOneLine(line);
        } else if (theirs.contains("expected ',' or '}'")) {
            return slips.commaBefore(line, places.at(mark, 1).column());
        }
        return theirs.contains("expected <block end>") ? slips.lineWithoutWord(line) : Optional.empty();
    }

    Diagnostic diagnostic(YAMLException wrong) {
        if (wrong instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            String theirs = marked.getContext() + " " + marked.getProblem();
            Optional<Diagnostic> slip = slip(marked, mark, theirs);
            if (slip.isPresent()) {
                return slip.get();
            }
            Optional<Wording> wording = WORDINGS.stream().filter(w -> theirs.contains(w.theirs()))
                    .findFirst();
            Mark began = marked.getContextMark();
            boolean isUnclosed = theirs.contains("expected ','")
                    || theirs.contains("unexpected end of stream");
            boolean isElsewhere = isUnclosed && began != null && began.getLine() != mark.getLine();
            SourcePlace place = places.at(isElsewhere ? began : mark, 1);
            boolean isInsideAValue = isUnclosed && !isElsewhere && places.isAt(mark, "[{");
            if (isInsideAValue) {
                return Diagnostic.error(place, "a bracket inside a value", "put the value in quotes");
            }
            return wording.map(w -> Diagnostic.error(place, w.ours(), w.remedy()))
                    .orElseGet(() -> Diagnostic.error(place, "this is not YAML: " + marked.getProblem()));
        }
        SourcePlace start = new SourcePlace(places.source().file(), 1, 1, 1);
        return Diagnostic.error(start, "this is not YAML", "begin with scenario: the claim");
    }
}
