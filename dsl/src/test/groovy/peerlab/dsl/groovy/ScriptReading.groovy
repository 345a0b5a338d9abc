package peerlab.dsl.groovy

import java.nio.file.Path

import peerlab.dsl.diagnostic.Diagnostic.Severity
import peerlab.dsl.diagnostic.Diagnostics
import peerlab.dsl.diagnostic.Source
import peerlab.dsl.grammar.Environment
import peerlab.dsl.grammar.Phrase
import peerlab.dsl.grammar.Value
import peerlab.engine.base.SourcePlace

/** Reads a script the way the loader does, and keeps what came of it in a form that a spec can show. */
class ScriptReading {

    final List<Phrase> phrases = []
    final Diagnostics diagnostics = new Diagnostics()

    ScriptReading(String script, Map<String, Object> params = [:], Path cache = null) {
        def environment = new Environment() {
            @Override
            void state(Phrase phrase) {
                phrases << phrase
            }

            @Override
            Optional<Object> param(String name) {
                Optional.ofNullable(params[name])
            }
        }
        def source = new Source('lab.groovy', script)
        new GroovyFrontEnd(Optional.ofNullable(cache)).read(source, environment, diagnostics)
    }

    /** Each error as {@code line:column+length message = remedy}. */
    List<String> errors() {
        diagnostics.sorted().findAll { it.severity() == Severity.ERROR }.collect {
            "${place(it.place())} ${it.message()} = ${it.remedy().orElse('')}".toString()
        }
    }

    List<String> notes() {
        diagnostics.sorted().findAll { it.severity() == Severity.NOTE }
                .collect { "${place(it.place())} ${it.message()}".toString() }
    }

    /** Each phrase with its values and its body in one line, without places. */
    List<String> shown() {
        phrases.collect { show(it) }
    }

    static String show(Phrase phrase) {
        def values = phrase.arguments().collect { show(it) }
        def options = phrase.options().collect { "${it.name()}: ${show(it.value())}" }
        def body = phrase.body().map { inner -> " { ${inner.collect { show(it) }.join('; ')} }" }.orElse('')
        "${phrase.word()} ${(values + options).join(', ')}".trim() + body
    }

    static String show(Value value) {
        if (value instanceof Value.Computed) {
            return "<${value.value()}>"
        }
        value.text() + (value.variables() ? value.variables().toString() : '')
    }

    static String place(SourcePlace place) {
        "${place.line()}:${place.column()}+${place.length()}"
    }

    /** The places of the words, the values and the options of all phrases, in the order of the file. */
    List<String> places() {
        def all = []
        phrases.each { collectPlaces(it, all) }
        all
    }

    private static void collectPlaces(Phrase phrase, List<String> to) {
        to << "${phrase.word()} ${place(phrase.place())}".toString()
        phrase.arguments().each { to << "${show(it)} ${place(it.place())}".toString() }
        phrase.options().each {
            to << "${it.name()}: ${place(it.place())}".toString()
            to << "${show(it.value())} ${place(it.value().place())}".toString()
        }
        phrase.body().ifPresent { body -> body.each { collectPlaces(it, to) } }
    }
}
