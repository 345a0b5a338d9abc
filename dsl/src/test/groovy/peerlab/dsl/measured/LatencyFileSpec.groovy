package peerlab.dsl.measured

import peerlab.dsl.value.Complaint
import peerlab.engine.base.LatencyMatrix
import spock.lang.Specification

/** What files of latencies look like, and what is said of those that are none. */
class LatencyFileSpec extends Specification {

    def 'it is read: #what'() {
        when: 'the file'
        def matrix = read(lines)

        then: 'from each place to each, in microseconds'
        rows(matrix) == expected

        where:
        what                                   | lines                                       || expected
        'a row for each place'                 | ['0,20', '30,0']                            || [[0, 20_000], [30_000, 0]]
        'blanks and tabs for commas'           | ['0 20', '30\t0']                           || [[0, 20_000], [30_000, 0]]
        'pairs, one way for both'              | ['a,b,20']                                  || [[0, 20_000], [20_000, 0]]
        'pairs, each way'                      | ['a,b,20', 'b,a,30']                        || [[0, 20_000], [30_000, 0]]
        'a line of names'                      | ['from,to,ms', '7,9,20']                    || [[0, 20_000], [20_000, 0]]
        'remarks, blank lines and a mark'      | ['\uFEFF# King', '', 'a,b,20', '  ']        || [[0, 20_000], [20_000, 0]]
        'units of its own'                     | ['a,b,1500us', 'b,a,0.25s']                 || [[0, 1_500], [250_000, 0]]
        'what was not measured, from behind'   | ['0,-1', '30,0']                            || [[0, 30_000], [30_000, 0]]
        'a pair that was measured twice'       | ['a,b,20', 'a,b,40']                        || [[0, 40_000], [40_000, 0]]
        'a place and itself, which is nothing' | ['a,a,9', 'a,b,20']                         || [[0, 20_000], [20_000, 0]]
        'three places as a square'             | ['0,1,2', '1,0,3', '2,3,0.0']               || [[0, 1_000, 2_000], [1_000, 0, 3_000], [2_000, 3_000, 0]]
        'three places by their three pairs'    | ['0,1,10', '0,2,20', '1,2,30']              || [[0, 10_000, 20_000], [10_000, 0, 30_000], [20_000, 30_000, 0]]
        'three pairs of named places'          | ['a,b,10', 'a,c,20', 'b,c,30']              || [[0, 10_000, 20_000], [10_000, 0, 30_000], [20_000, 30_000, 0]]
        'four places, whatever the diagonal'   | ['9,1,1,1', '1,9,1,1', '1,1,9,1', '1,1,1,9'] || (0..3).collect { i -> (0..3).collect { it == i ? 0 : 1_000 } }
    }

    def 'round trips are halved, and units are those that were said'() {
        expect: 'to the nearest microsecond, halves to the even one'
        rows(new LatencyFile('f.csv', new LatencyForm('us', true)).read(['a,b,301', 'b,a,4'])) ==
                [[0, 150], [2, 0]]
    }

    def 'it is refused: #lines'() {
        when: 'the file'
        read(lines)

        then: 'each wrong line with its place and a remedy'
        def complaint = thrown(Complaint)
        complaint.diagnostics().collect { "${it.place().line()}: ${it.message()}".toString() } == said
        complaint.diagnostics().every { it.remedy().present }

        where:
        lines                             || said
        []                                || ['1: the file holds no latencies']
        ['# nothing', 'from,to,ms']       || ['1: the file holds no latencies']
        ['0']                             || ['1: a single place, which has no latency to any other']
        ['a,a,3']                         || ['1: a single place, which has no latency to any other']
        ['0,1', '1,0', '2,2']             || ['1: 2 values, where two places and a latency are due', '2: 2 values, where two places and a latency are due', '3: 2 values, where two places and a latency are due']
        ['0,1,2,3', '1,0,2', '1,2,0,3', '1,1,1,0'] || ['2: 3 latencies in a row, of 4 rows']
        ['a,b,fast']                      || ['1: the file holds no latencies']
        ['a,b,20', 'a,c,fast']            || ['2: a latency is a number, found fast']
        ['a,b,20kg', 'b,a,1']             || ['1: a latency is a number, found 20kg']
        ['a,b,20', 'c,d,30']              || ['1: no latency between a and c, and so for 3 other pairs']
        ['a,b,20', 'b,c,30']              || ['1: no latency between a and c']
        ['a,b,90000000']                  || ['1: a latency of more than half an hour: 90000000']
        ['a,b,-5']                        || ['1: no latency between a and b']
    }

    def 'no more than twenty lines are named'() {
        when: 'thirty are wrong'
        read(['a,b,1'] + ['a,b'] * 30)

        then:
        def complaint = thrown(Complaint)
        complaint.diagnostics().size() == 20
    }

    def 'a file of more places than anybody measured is refused'() {
        when: 'a row of so many'
        read((0..LatencyMatrix.MOST_ROWS).collect { "$it,x,1".toString() })

        then: 'with both numbers'
        def complaint = thrown(Complaint)
        complaint.diagnostics()*.message() == ['4098 places in one file']
    }

    private static LatencyMatrix read(List<String> lines) {
        new LatencyFile('f.csv', new LatencyForm('ms', false)).read(lines)
    }

    private static List<List<Integer>> rows(LatencyMatrix matrix) {
        (0..<matrix.size()).collect { from -> (0..<matrix.size()).collect { matrix.micros(from, it) } }
    }
}
