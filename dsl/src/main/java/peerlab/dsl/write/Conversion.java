package peerlab.dsl.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Diagnostic.Severity;
import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.ValueWriter;
import peerlab.dsl.value.ValueWriter.Surface;
import peerlab.dsl.yaml.PlainScalar;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;

/**
 * Writes a scenario file in a language: statements in their order, remarks and blank lines where they were,
 * names, parameters and units as the author wrote them. Included files stay where they are, for either
 * language includes the other. What a script computes is written out.
 */
public final class Conversion {

    private static final String NOT_IN_YAML = "cannot be written in YAML: ";

    private final Protocols protocols;
    private final Vocabulary vocabulary;

    public Conversion(Protocols protocols) {
        this.protocols = protocols;
        this.vocabulary = new Vocabulary(protocols);
    }

    /**
     * The file, written again.
     *
     * @param text empty where the file cannot be read, which the diagnostics say
     * @param isPart whether the file is no scenario by itself, but made to be included
     * @param diagnostics what cannot be read, and notes on what was written out
     */
    public record Converted(
            Optional<String> text, boolean isPart, List<Diagnostic> diagnostics, Map<String,
                    Source> sources) {
    }

    public Converted of(Path file, Spelling to) {
        Diagnostics diagnostics = new Diagnostics();
        Reading reading = new Reading(file, vocabulary, diagnostics);
        List<Diagnostic> notes = diagnostics.sorted().stream().filter(d -> d.severity() == Severity.NOTE)
                .toList();
        Diagnostics said = new Diagnostics();
        diagnostics.sorted().stream().filter(d -> d.severity() == Severity.ERROR).forEach(said::add);
        Optional<String> text = Optional.empty();
        if (!said.hasErrors() && reading.source().isPresent()) {
            Source source = reading.source().get();
            List<Diagnostic> own = notes.stream().filter(n -> n.place().file().equals(source.file()))
                    .toList();
            own.forEach(note -> said.note(note.place(), writtenOut(note)));
            text = text(reading, source, own, to, said);
        }
        boolean isPart = reading.phrases().stream().noneMatch(phrase -> phrase.word().equals("scenario"));
        return new Converted(text, isPart, said.sorted(), reading.sources());
    }

    private static String writtenOut(Diagnostic note) {
        return "written out: " + note.message().replace(NOT_IN_YAML, "");
    }

    private Optional<String> text(
            Reading reading, Source source, List<Diagnostic> notes, Spelling to, Diagnostics said) {
        List<Phrase> phrases = reading.phrasesOf(source);
        Spelling from = Spelling.of(new SourcePlace(source.file(), 1, 1, 1));
        List<Comment> comments = new ArrayList<>(CommentReader.comments(source.text(), from));
        notes.forEach(note -> comments.add(new Comment(note.place().line(), note.place().column(), true,
                writtenOut(note))));
        comments.sort(Comparator.comparingInt(Comment::line));
        Margins margins = new Margins(source.text(), comments);
        List<Statement> statements = margins.statements(phrases);
        try {
            return Optional.of(to == Spelling.GROOVY ? groovy(reading, statements, margins.rest())
                    : yaml(reading, statements, margins.rest()));
        } catch (Complaint complaint) {
            complaint.diagnostics().forEach(said::add);
            return Optional.empty();
        }
    }

    private String groovy(Reading reading, List<Statement> statements, List<String> rest) {
        Surface asItIs = (text, isLiteral) -> text;
        return new GroovyText(new Kinds(vocabulary, protocols),
                writer(reading, Spelling.GROOVY, asItIs, asItIs))
                .of(statements, rest);
    }

    private String yaml(Reading reading, List<Statement> statements, List<String> rest) {
        Surface onLine = (text, isLiteral) -> isLiteral ? PlainScalar.quoted(text)
                : PlainScalar.of(text, false);
        Surface inBraces = (text, isLiteral) -> isLiteral ? PlainScalar.quoted(text)
                : PlainScalar.of(text, true);
        return new YamlText(new Kinds(vocabulary, protocols),
                writer(reading, Spelling.YAML, onLine, inBraces),
                writer(reading, Spelling.YAML, inBraces, inBraces)).of(statements, rest);
    }

    private ValueWriter writer(Reading reading, Spelling to, Surface surface, Surface inList) {
        Set<String> properties = new LinkedHashSet<>();
        protocols.all().stream().map(ProtocolProvider::properties).forEach(properties::addAll);
        return new ValueWriter(to, reading::isParam, properties, surface, inList);
    }
}
