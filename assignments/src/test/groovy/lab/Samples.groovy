package lab

import peerlab.grading.Assignment
import peerlab.grading.Graded
import peerlab.grading.Tier
import spock.lang.Ignore
import spock.lang.Specification

/** Assignments that are graded to see what comes of it; they stand where those of a course do. */
class Samples {

    @Assignment('a9-sample')
    static class Sample extends Specification {

        @Graded(points = 2, feedback = 'Nothing to say.')
        def "what holds earns its points"() {
            expect: 'it'
            1 + 1 == 2
        }

        @Graded(points = 3, tier = Tier.EFFICIENT, feedback = 'Look at sevens.')
        def "what has to hold each time earns nothing where it fails once"() {
            expect: 'it'
            seed % 7 != 0

            where:
            seed << (5L..28L)
        }

        @Graded(points = 1, tier = Tier.SCALABLE, feedback = 'Read where it came from.')
        def "what throws earns nothing"() {
            when: 'a student is careless'
            new Careless().count(null)

            then: 'nothing is caught'
            noExceptionThrown()
        }

        @Graded(points = 1, tier = Tier.SCALABLE, feedback = 'It has to run.')
        def "what breaks outside of a condition shows the frames of the student"() {
            given: 'a student who is careless'
            new Careless().count(null)
        }

        @Ignore('for another day')
        @Graded(points = 4, tier = Tier.SCALABLE, feedback = 'It has to run.')
        def "what is skipped earns nothing"() {
            expect: 'nothing'
            true
        }

        def "what carries no points is not on the sheet"() {
            expect: 'nothing'
            true
        }
    }

    @Assignment('a8-broken')
    static class Broken extends Specification {

        def setupSpec() {
            throw new IllegalStateException('the folder is gone')
        }

        @Graded(points = 5, feedback = 'Ask your instructor.')
        def "what cannot begin earns nothing"() {
            expect: 'nothing'
            true
        }
    }
}
