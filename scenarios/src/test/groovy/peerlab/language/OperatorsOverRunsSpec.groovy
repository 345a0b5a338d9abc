package peerlab.language

import java.nio.charset.StandardCharsets
import java.nio.file.Path

import peerlab.engine.spec.RecordSpec
import peerlab.engine.trace.TraceWriter
import peerlab.language.NaiveJudge.Answer
import spock.lang.Specification
import spock.lang.TempDir

/**
 * What the temporal operators say of generated runs of a real protocol, beside what somebody says who only
 * has the trace and the sentences of the language. The build judges a few runs; {@code -Doperators.runs=400}
 * judges many.
 */
class OperatorsOverRunsSpec extends Specification {

    static final int FEW = 24
    /** How often a verdict has to come up before it counts as tried. */
    static final int MINIMUM = 3

    @TempDir
    Path folder

    def 'every operator, with all its options, says of run #seed what its trace says'() {
        given: 'a run with crashes, returns and a partition, and some seventy expectations'
        def story = new Story(seed)
        def spec = new Loads(folder).spec(story.text())

        when: 'it is run, and its trace is kept'
        def bytes = new ByteArrayOutputStream()
        def all = new RecordSpec(true, false, Optional.empty(), spec.record().place())
        def trace = new TraceWriter(bytes, all)
        def result = new Loads(folder).run(spec, trace)
        trace.close()
        def recorded = new Recorded(bytes.toString(StandardCharsets.UTF_8).readLines())

        then: 'it ends when it is to end'
        def end = story.endOf(recorded)
        result.ended().nanos() == end

        and: 'each verdict is that of brute force over the states of the trace, and so is when it failed'
        result.expectations().size() == story.expectations.size()
        [result.expectations(), story.expectations].transpose().each { said, wanted ->
            Answer expected = wanted.answer(recorded, end)
            assert said.verdict().name() == expected.verdict: "$wanted.text: ${said.cause()}"
            assert expected.at == null || said.at().get().nanos() == expected.at: wanted.text
        }

        where:
        seed << (1..Integer.getInteger('operators.runs', FEW))
    }

    def 'the runs bring each operator to each verdict that it can have'() {
        given: 'what is said of some of them'
        def verdicts = (1..FEW).collectMany { seed ->
            def story = new Story(seed)
            def result = new Loads(folder).run(new Loads(folder).spec(story.text()))
            [result.expectations(), story.expectations].transpose().collect { said, wanted ->
                "$wanted.operator ${said.verdict()}".toString()
            }
        }

        expect: 'no verdict that would go untested'
        def counts = verdicts.countBy { it }
        counts.size() == Story.OPERATORS.size() * 3
        counts.every { it.value >= MINIMUM }
    }
}
