package peerlab.grading

import java.nio.file.Files
import java.nio.file.Path

import peerlab.grading.proof.Examiner
import peerlab.grading.proof.KillMatrix
import peerlab.grading.proof.Submission
import peerlab.kademlia.Key
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.environment.RestoreSystemProperties

/** The tour is fit to be handed out: its checks let the solution pass and notice each wrong one. */
@RestoreSystemProperties
class TourProofSpec extends Specification {

    /** Other seeds than those that a student sees, and more of them. */
    static final String HIDDEN_SEEDS = '101..105'

    static final Path TOUR = Path.of(System.getProperty('peerlab.root', '..'), 'assignments', 'a0-tour')

    @Shared
    Path specClasses = Path.of(getClass().classLoader.getResource('tour/ClosestIdsSpec.class')
            .toURI()).parent.parent

    @Shared
    Examiner examiner = new Examiner('tour.ClosestIdsSpec', 'tour.ClosestIds', specClasses)

    @Shared
    @TempDir
    Path folder

    def "the solution earns every point, on seeds that nobody was shown as well"() {
        given: 'more seeds'
        System.setProperty(Seeds.PROPERTY, seeds)

        when: 'the solution is examined'
        def sheet = examiner.examine(compiled(TOUR.resolve('solution')))

        then: 'it has all points'
        def text = new GradeText().of(sheet)
        !text.contains('  x  ')
        text.contains('12 of 12')
        text.count('  o  ') == 9

        where: 'those of a student, and others'
        seeds << [Seeds.PUBLIC, HIDDEN_SEEDS]
    }

    def "the skeleton compiles and earns nothing"() {
        expect: 'no check that is met by doing nothing'
        examiner.examine(compiled(TOUR.resolve('skeleton'))).points() == 0
    }

    def "each mutant misses the check that names it, and no check is idle"() {
        given: 'every wrong solution there is, on one seed'
        System.setProperty(Seeds.PROPERTY, '1')
        def mutants = Files.list(TOUR.resolve('mutants')).withCloseable { it.sorted().toList() }
        def matrix = new KillMatrix()

        when: 'they are examined'
        mutants.each { sources ->
            def mutant = compiled(sources)
            matrix.add(mutant.name(), examiner.named(mutant).orElseThrow(), examiner.examine(mutant))
        }
        println matrix

        then: 'none gets away, and there are enough of them to mean something'
        mutants.size() >= 9
        matrix.survivors() == []
        matrix.idleChecks() == []
    }

    def "a student's class path holds neither the solution nor a mutant"() {
        given: 'the class that is on it'
        def hook = Class.forName('tour.ClosestIds').getDeclaredConstructor().newInstance()

        expect: 'it is the skeleton, and there is no other'
        getClass().classLoader.getResources('tour/ClosestIds.class').toList().size() == 1
        hook.closest(new Key(0, 0, 0), 1, [new Key(1, 1, 1)]) == []
    }

    private Submission compiled(Path sources) {
        Submission.compile(sources, Files.createTempDirectory(folder, 'classes'), classPath())
    }

    private static String classPath() {
        System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
    }
}
