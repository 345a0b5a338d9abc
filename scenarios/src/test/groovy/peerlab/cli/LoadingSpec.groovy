package peerlab.cli

import java.nio.file.Path
import java.time.Duration

import spock.lang.Specification

/** Whoever waits for a file in vain learns what it was that took so long. */
class LoadingSpec extends Specification {

    static final List<String> GROOVY = ['groovyjarjarantlr4.v4.runtime.atn.ParserATNSimulator',
                                        'org.codehaus.groovy.control.SourceUnit', 'peerlab.dsl.groovy.Syntax']
    static final List<String> YAML = ['org.yaml.snakeyaml.parser.ParserImpl', 'peerlab.dsl.yaml.YamlFrontEnd']
    static final List<String> CONDITIONS = ['java.util.regex.Matcher', 'peerlab.dsl.value.ConditionReader']
    static final List<String> RECORDED = ['com.fasterxml.jackson.core.JsonFactory',
                                          'peerlab.dsl.replay.Lines']
    static final List<String> SCRIPT = ['peerlab.dsl.groovy.ScriptRun', 'peerlab.dsl.groovy.GroovyFrontEnd']
    static final List<String> COMPUTATION = ['java.lang.String', 'peerlab.dsl.groovy.Computation',
                                             'peerlab.dsl.groovy.ScriptRun']
    static final List<String> PROTOCOL = ['java.util.HashMap', 'lab.Loiterer',
                                          'peerlab.dsl.grammar.Vocabulary']

    static final String READING = 'this has been read for 10 s, and not to its end'
    static final String RUNNING = 'the script has been at work for 10 s and comes to no end'
    static final String ASKING =
            'a protocol that was asked what it offers has been at work for 10 s and does not answer'
    static final String LARGE =
            'look for what repeats or nests thousands of times; if it is meant, write --patience 60'
    static final String ENDLESS =
            'a scenario describes, it does not wait or compute: look for a loop, or write --patience 60'
    static final String FRAME = 'look at lab.Loiterer.call(Loiterer.java:7)'

    def "of a file that was given up it is said what was at work: #what"() {
        given: "a stack, the innermost first"
        def frames = (stack + ['peerlab.dsl.ScenarioLoader', 'java.lang.Thread']).collect {
            assert Class.forName(it)
            new StackTraceElement(it, 'call', it.split(/\./)[-1] + '.java', 7)
        }

        when:
        def said = Loading.givenUp(Path.of('lab.groovy'), Duration.ofSeconds(10), frames)

        then:
        said.message() == message
        said.remedy().get() == remedy
        !said.place().known

        where:
        what                   | stack        || message  | remedy
        "Groovy's parser"      | GROOVY       || READING  | LARGE
        "YAML's parser"        | YAML         || READING  | LARGE
        "Peerlab itself"       | CONDITIONS   || READING  | LARGE
        "a recorded file"      | RECORDED     || READING  | LARGE
        "the script"           | SCRIPT       || RUNNING  | ENDLESS
        "a text of the script" | COMPUTATION  || RUNNING  | ENDLESS
        "a protocol"           | PROTOCOL     || ASKING   | FRAME
    }
}
