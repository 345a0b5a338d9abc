package peerlab.reports.page

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification

class LineMarksSpec extends Specification {

    def "#count numbers come back in their order, and no file stays"() {
        given: 'the files of others'
        def before = files()

        when: 'they are written down'
        def marks = new LineMarks()
        count.times { marks.add(it * 7 - 3) }
        marks.rewind()

        then: 'all of them, then no more'
        (0..<count).every { marks.next() == it * 7 - 3 }

        when: 'one more is wanted'
        marks.next()

        then: 'that is a fault'
        thrown(EOFException)

        when: 'nobody needs them'
        marks.close()

        then: 'nothing is left'
        files() == before

        where: 'less than a piece, a piece exactly, several'
        count << [0, 5, 1 << 18, 700_000]
    }

    def "a conversation and whether it is of the chronicle are one number"() {
        expect: 'both come back'
        [Conversations.NONE, 0, 5, Conversations.MOST].every { c ->
            [true, false].every {
                def mark = Mark.of(c, it)
                Mark.conversation(mark) == c && Mark.isOfChronicle(mark) == it
            }
        }
    }

    def "a set of numbers takes as many as it may"() {
        given: 'room for two thousand'
        def set = new NumberSet(2_000)

        when: 'more come, each twice'
        (1..3_000).each { set.add(it * 1_000_003L); set.add(it * 1_000_003L) }

        then: 'the first ones are there'
        set.sorted().toArray().toList() == (1..2_000).collect { it * 1_000_003L }
    }

    private static Set<Path> files() {
        Files.list(Path.of(System.getProperty('java.io.tmpdir'))).withCloseable { all ->
            all.toList().findAll { it.fileName.toString().startsWith('peerlab-report') } as Set
        }
    }
}
