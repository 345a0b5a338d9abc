package peerlab.dsl.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.expand.Gathering;
import peerlab.dsl.expand.Params;
import peerlab.dsl.grammar.Environment;
import peerlab.dsl.grammar.FrontEnd;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.groovy.GroovyFrontEnd;
import peerlab.dsl.yaml.YamlFrontEnd;

/** A scenario as its files say it: every statement as it was written, parameters and includes too. */
public final class Reading {

    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final Params params;
    private final Gathering gathering;
    private final List<Phrase> phrases = new ArrayList<>();

    public Reading(Path file, Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
        this.params = new Params(java.util.Map.of(), diagnostics);
        this.gathering = new Gathering(this::frontEnd, params, diagnostics);
        gathering.read(file);
    }

    private Optional<FrontEnd> frontEnd(Source source) {
        Optional<FrontEnd> frontEnd = source.endsIn("groovy")
                ? Optional.of(new GroovyFrontEnd(Optional.empty()))
                : source.endsIn("yaml") || source.endsIn("yml") ? Optional.of(new YamlFrontEnd(vocabulary))
                : Optional.empty();
        return frontEnd.map(reader -> (text, environment, said) ->
                reader.read(text, new Listening(environment), said));
    }

    /** All statements in the order in which they were reached, those of included files in their place. */
    public List<Phrase> phrases() {
        return phrases;
    }

    /** Those of one file. */
    List<Phrase> phrasesOf(Source source) {
        return phrases.stream().filter(phrase -> phrase.place().file().equals(source.file())).toList();
    }

    /** The file that was named; empty where it cannot be read. */
    Optional<Source> source() {
        return gathering.sources().values().stream().findFirst();
    }

    public java.util.Map<String, Source> sources() {
        return gathering.sources();
    }

    boolean isParam(String name) {
        return params.names().contains(name);
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** Hears every statement on its way. */
    private final class Listening implements Environment {

        private final Environment environment;

        Listening(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void state(Phrase phrase) {
            phrases.add(phrase);
            environment.state(phrase);
        }

        @Override
        public Optional<Object> param(String name) {
            return environment.param(name);
        }

        @Override
        public void lose() {
            environment.lose();
        }
    }
}
