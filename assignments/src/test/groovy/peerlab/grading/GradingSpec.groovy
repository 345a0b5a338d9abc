package peerlab.grading

import java.nio.file.Path

import lab.Careless
import lab.Quitter
import lab.Samples
import spock.lang.Specification

class GradingSpec extends Specification {

    @Assignment('a7-quits')
    static class Quits extends Specification {

        @Graded(points = 1, feedback = 'It has to run.')
        def "what is graded first"() {
            expect: 'all is well'
            true
        }

        @Graded(points = 5, feedback = 'It has to count.')
        def "what ends the process"() {
            expect: 'a number'
            new Quitter().count('') == 0
        }
    }

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream()
    private final Grading grading = new Grading(new PrintStream(printed, true, 'UTF-8'))

    def "a sheet has a line for each check, then each shortfall with its values and what repeats it"() {
        expect: 'an exit code that says so, and the sheet'
        grading.grade(Samples.Sample.name) == 1
        printed.toString('UTF-8') == '''\
a9-sample                                                                                     points
  correct
  o  what holds earns its points                                                              2 of 2
  efficient
  x  what has to hold each time earns nothing where it fails once                             0 of 3
     = Look at sevens.
  scalable
  x  what throws earns nothing                                                                0 of 1
     = Read where it came from.
  x  what breaks outside of a condition shows the frames of the student                       0 of 1
     = It has to run.
  x  what is skipped earns nothing                                                            0 of 4
     = It has to run.
                                                                                             2 of 11

x what has to hold each time earns nothing where it fails once
     with seed: 7
     Condition not satisfied:

     seed % 7 != 0
     |    |   |
     7    0   false
  again  mvn -q test -Dassignment=a9-sample -Dpeerlab.seeds=7
     with seed: 14
     Condition not satisfied:

     seed % 7 != 0
     |    |   |
     14   0   false
  again  mvn -q test -Dassignment=a9-sample -Dpeerlab.seeds=14
     and 2 more

x what throws earns nothing
     Expected no exception to be thrown, but got 'java.lang.IllegalArgumentException'
  again  mvn -q test -Dassignment=a9-sample

x what breaks outside of a condition shows the frames of the student
     IllegalArgumentException: nothing to count
       at lab.Careless.count, line 13
  again  mvn -q test -Dassignment=a9-sample

x what is skipped earns nothing
     it was skipped: for another day
  again  mvn -q test -Dassignment=a9-sample
'''
    }

    def "a spec that breaks before it begins earns nothing, and says why"() {
        expect: 'the reason in the place of a shortfall'
        grading.grade(Samples.Broken.name) == 1
        printed.toString('UTF-8').contains('0 of 5')
        printed.toString('UTF-8').contains('it did not run: IllegalStateException: the folder is gone')
    }

    def "a process that a student ends is no grade and no success"() {
        given: 'a grading in a process of its own'
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java')
        def process = new ProcessBuilder("$java", '-cp', classPath(), Grading.name, spec.name)
                .redirectErrorStream(true).start()

        when: 'it ends'
        def said = process.inputStream.getText('UTF-8')

        then: 'as what it is'
        process.waitFor() == code
        said.contains(sentence)

        where: 'one that asks for exit code 0, and one that comes to its end'
        spec   || code | sentence
        Quits  || 2    | 'nothing was graded: the process was ended by lab.Quitter.count(Quitter.java:7)'
        String || 1    | ''
    }

    def "where nobody's code ends the process, nobody is named"() {
        expect: 'as for a signal'
        EarlyEnd.sentence([]).startsWith('nothing was graded: the process was ended before the sheet')
    }

    private static String classPath() {
        System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
    }

    def "two specs give two sheets, nothing graded gives none and is no success"() {
        expect: 'sheet by sheet'
        grading.grade(Samples.Sample.name, Samples.Broken.name) == 1
        printed.toString('UTF-8').contains('a9-sample')
        printed.toString('UTF-8').contains('a8-broken')
        new Grading(new PrintStream(OutputStream.nullOutputStream())).grade(String.name) == 1
    }

    def "names of checks are told apart"() {
        when: 'two have one name'
        def check = new Check('same', Tier.CORRECT, 1, 'None.')
        new GradeSheet('a9-sample', [new Grade(check, []), new Grade(check, [])])

        then: 'a grader that knows them by name would lose one'
        def refusal = thrown(IllegalArgumentException)
        refusal.message.contains("two checks of 'a9-sample' have one name")
    }

    def "seeds are one or a range, and what is neither is refused with the remedy"() {
        expect: 'the seeds'
        Seeds.of('7') == [7L]
        Seeds.of(' 3..5 ') == [3L, 4L, 5L]

        when: 'it is none'
        Seeds.of(text)

        then: 'what to write'
        def refusal = thrown(IllegalArgumentException)
        refusal.message.contains(remedy)

        where:
        text      | remedy
        'many'    | 'write a seed, 7, or a range of seeds, 1..20'
        '5..1'    | 'a range goes upwards'
        '1..9999' | 'at most 1000 seeds'
    }

    def "a scenario that is wrong is said to be so, and so is a metric that there is not"() {
        given: 'the scenarios of the tour'
        def file = HookedScenario.file('a0-tour', 'scenarios/lookups.yaml')
        def scenario = new HookedScenario(file, 'closest', { null })

        when: 'a parameter is misspelt'
        scenario.playReference(1, [m: 3])

        then: 'the loader speaks'
        def refusal = thrown(IllegalArgumentException)
        refusal.message.contains("'m'")

        when: 'a metric is'
        def played = scenario.playReference(1, [n: 5])
        played.metric('lookups.count') == 100
        played.metric('lookups.hops') >= 1
        played.metric('lookups.hop')

        then: 'those that there are'
        def unknown = thrown(IllegalArgumentException)
        unknown.message.contains('lookups.hops')
    }

    def "code that throws in a run is told with its frames, in the place of what was expected"() {
        given: 'a hook that throws'
        def scenario = new HookedScenario(HookedScenario.file('a0-tour', 'scenarios/lookups.yaml'), 'closest',
                { new Careless() })

        when: 'it plays'
        def complaints = scenario.play(1, [n: 5]).complaints()

        then: 'who threw what, when and where'
        complaints[0] ==~ /p\d threw IllegalArgumentException at .* while .*/
        complaints[1] == 'nothing to count'
        complaints[2].startsWith('at ')
        complaints[2].contains('Careless')
        !complaints.any { it.contains('lookups.exact') }
    }
}
