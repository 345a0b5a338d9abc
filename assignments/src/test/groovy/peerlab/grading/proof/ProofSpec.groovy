package peerlab.grading.proof

import java.nio.file.Files
import java.nio.file.Path

import peerlab.grading.Check
import peerlab.grading.Grade
import peerlab.grading.GradeSheet
import peerlab.grading.Shortfall
import peerlab.grading.Tier
import spock.lang.Specification
import spock.lang.TempDir

class ProofSpec extends Specification {

    @TempDir
    Path folder

    def "the matrix tells which mutants get away and which checks are idle"() {
        given: 'three checks; the first mutant misses the one that names it, the others do not'
        def matrix = new KillMatrix()
        matrix.add('caught', 'sorts', sheet('sorts', 'counts'))
        matrix.add('at large', 'sorts', sheet('counts'))
        matrix.add('misnamed', 'sorst', sheet('sorts'))

        expect: 'both by name'
        matrix.survivors() == ['at large', 'misnamed']
        matrix.idleChecks() == ['ends']
        matrix.toString() == '''\
           1   2   3
caught     X   x   .
at large   .   x   .
misnamed   x   .   .
   1  sorts
   2  counts
   3  ends
'''
    }

    private static GradeSheet sheet(String... missed) {
        new GradeSheet('a9-sample', ['sorts', 'counts', 'ends'].collect { name ->
            new Grade(new Check(name, Tier.CORRECT, 1, 'None.'),
                    name in missed ? [new Shortfall('', OptionalLong.empty(), 'it did not')] : [])
        })
    }

    def "what does not compile is refused with the compiler's words and the line"() {
        given: 'a student who forgot a semicolon'
        write('One.java', 'class One {\n    int one = 1\n}\n')

        when: 'it is compiled'
        Submission.compile(folder.resolve('sources'), folder, '')

        then: 'the place and the reason'
        def refusal = thrown(IllegalArgumentException)
        refusal.message.contains("One.java:2: ';' expected")
    }

    def "a folder without any source is no submission"() {
        given: 'notes alone'
        write('notes.txt', 'to do')

        when: 'it is compiled'
        Submission.compile(folder.resolve('sources'), folder, '')

        then: 'it is said'
        def refusal = thrown(IllegalArgumentException)
        refusal.message.startsWith('there is no Java file below')
    }

    def "a submission without the class that is asked for is refused by its name"() {
        given: 'a class of another name'
        write('One.java', 'package sample; public class One { }\n')
        def submission = Submission.compile(folder.resolve('sources'),
                Files.createDirectory(folder.resolve('classes')), '')
        def examiner = new Examiner('sample.TwoSpec', 'sample.Two', folder.resolve('classes'))

        when: 'it is asked for'
        examiner.named(submission)

        then: 'it is said'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "'sources' or its spec lacks the class sample.Two"

        expect: 'what is there and bears no mark is no mutant'
        new Examiner('sample.OneSpec', 'sample.One', folder.resolve('classes')).named(submission) ==
                Optional.empty()
    }

    def "a class with nothing graded in it gives no sheet, and that is an error of the instructor's"() {
        given: 'a spec without checks'
        write('One.java', 'package sample; public class One { }\n')
        def submission = Submission.compile(folder.resolve('sources'),
                Files.createDirectory(folder.resolve('classes')), '')

        when: 'it is examined'
        new Examiner('sample.One', 'sample.One', folder.resolve('classes')).examine(submission)

        then: 'it is said'
        def fault = thrown(IllegalStateException)
        fault.message == 'sample.One gave 0 grade sheets where one was due'
    }

    private void write(String name, String text) {
        Files.createDirectories(folder.resolve('sources'))
        Files.writeString(folder.resolve('sources').resolve(name), text)
    }
}
