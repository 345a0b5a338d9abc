package peerlab.library

import spock.lang.Specification

/** The chapter of the guide on steering a run by hand, held to the code that it shows. */
class SteeringChapterSpec extends Specification {

    def "every piece of code in the chapter stands in a file that is run"() {
        given:
        def chapter = new Chapter('07-steering-by-hand.md')

        expect: "each piece, up to its indentation"
        chapter.pieces().size() >= 4
        chapter.strange('java/my/LastCopy.java', 'groovy/my/SteeringSpec.groovy') == []
    }
}
