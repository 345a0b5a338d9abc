package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification
import spock.lang.TempDir

import peerlab.cache.ReferenceTraces

class ReplayCommandSpec extends Specification {

    static final String TRACE = 'time,key,size\n0,a,10\n1,b,10\n2,a,10\n3,c,30\n4,b,10\n5,a,10\n'

    @TempDir
    Path folder

    def "each policy at each capacity is a row: requests, hits, misses, and the ratios of misses"() {
        given: 'six requests, that one can follow by hand'
        def shell = new Shell(folder)
        shell.file('trace.csv', TRACE)

        expect: 'lru with room for two keeps a, then c and b'
        shell.call('replay trace.csv --policy lru,fifo --entries 2,3') == new Shell.Answer(0, '''\
            policy  capacity  requests  hits  misses  miss ratio  byte miss ratio
            lru     2         6         1     5       0.8333      0.8750
            lru     3         6         3     3       0.5000      0.6250
            fifo    2         6         2     4       0.6667      0.7500
            fifo    3         6         3     3       0.5000      0.6250
            '''.stripIndent(), '')
    }

    def "JSON has the numbers as they are"() {
        given: 'the same'
        def shell = new Shell(folder)
        shell.file('trace.csv', TRACE)

        expect: 'an array of rows'
        json(shell.call('replay trace.csv --policy lru --entries 2 --json')) == [
                [policy: 'lru', capacity: 2, requests: 6, hits: 1, misses: 5, missRatio: 5 / 6.0d,
                        byteMissRatio: 70 / 80.0d]]
    }

    def "a capacity may be in bytes, and sizes may be left out of account"() {
        given: 'the same'
        def shell = new Shell(folder)
        shell.file('trace.csv', TRACE)

        expect: 'forty bytes hold c and one other, which is the wrong one each time; a kibibyte holds all'
        json(shell.call('replay trace.csv --bytes 40,1KiB --json'))*.misses == [5, 3]
        json(shell.call('replay trace.csv --bytes 1KiB --json'))*.capacity == [1024]
        json(shell.call('replay trace.csv --bytes 2B --unit-size --json'))*.misses == [5]
        json(shell.call('replay trace.csv --entries 2 --unit-size --json'))*.byteMissRatio == [5 / 6.0d]

        and: 'arc counts entries, which bytes are where each object is one'
        json(shell.call('replay trace.csv --policy arc --bytes 2B --unit-size --json'))*.misses == [5]
    }

    def "libCacheSim's traces are read as well, and misses are those that it has"() {
        given: 'a trace in its format'
        Files.write(folder.resolve('zipf.oracleGeneral.bin'), ReferenceTraces.bytes('zipf'))

        expect: 'what resources/caches/libcachesim.csv says'
        def line = 'replay zipf.oracleGeneral.bin --policy fifo,sieve,opt --entries 100 --json'
        json(new Shell(folder).call(line))
                .collectEntries { [it.policy, it.misses] } == said('fifo', 'sieve', 'opt')
    }

    def "a workload that is made up needs no file, and has theory beside it"() {
        given: 'two thousand keys'
        def answer = new Shell(folder)
                .call('replay zipf(0.9) --keys 2000 --requests 100000 --policy lru,random,lfu --entries 200')
        def rows = answer.out().readLines()*.split(/ {2,}/)

        expect: 'the expected ratio of misses where one is known, and the measured one near it'
        answer.code() == 0
        rows[0][-1] == 'in theory'
        rows[1..2].each { row ->
            assert Math.abs((row[5] as double) - (row[7] as double)) < 0.02
        }
        rows[3].length == 7
    }

    def "#workload can be asked for"() {
        expect: 'and is the same each time, but not with another seed'
        String line = "replay $workload --keys 500 --requests 3000 --policy lru,opt --entries 50 --json"
        def shell = new Shell(folder)
        shell.call(line).code() == 0
        shell.call(line).out() == shell.call(line).out()
        workload == 'scan' || shell.call(line).out() != shell.call(line + ' --seed 2').out()

        where:
        workload << ['zipf', 'zipf(1.2)', 'uniform', 'hot-spot', 'scan', 'shifting', 'shifting(0.8)']
    }

    def "a workload can be written down, and is the same when it is read"() {
        given: 'both forms'
        def shell = new Shell(folder)
        def options = '--keys 300 --requests 2000 --sizes 1KiB..4KiB'
        shell.call("replay zipf $options --save zipf.csv").code() == 0
        shell.call("replay zipf $options --save zipf.oracleGeneral.bin").code() == 0

        expect: 'the same misses'
        def direct = shell.call("replay zipf $options --policy lru,opt --bytes 64KiB --json").out()
        shell.call('replay zipf.csv --policy lru,opt --bytes 64KiB --json').out() == direct
        shell.call('replay zipf.oracleGeneral.bin --policy lru,opt --bytes 64KiB --json').out() == direct

        and: 'a file that is there is not written over'
        shell.call('replay zipf --save zipf.csv').err().contains("there is a file 'zipf.csv' already")
    }

    def "puts count as neither hits nor misses"() {
        given: 'a put, and a get of what was put'
        def shell = new Shell(folder)
        shell.file('ops.csv', 'op,key,size\nput,1,10\nget,1,10\nget,2,10\n')

        expect: 'two requests'
        json(shell.call('replay ops.csv --entries 5 --json'))[0].subMap('requests', 'hits', 'misses') ==
                [requests: 2, hits: 1, misses: 1]
        new Shell(folder).call('replay zipf --puts 50% --requests 1000 --keys 10 --save puts.csv').code() == 0
        folder.resolve('puts.csv').toFile().readLines().count { it.contains(',put,') } in 400..600
    }

    def "times to live, admission and parameters have their say"() {
        given: 'a key that is asked for every four seconds, and again after ten'
        def shell = new Shell(folder)
        shell.file('slow.csv', 'time,key,size\n0,1,1\n4,1,1\n8,1,1\n18,1,1\n')
        Files.write(folder.resolve('scans.oracleGeneral.bin'), ReferenceTraces.bytes('scans'))

        expect: 'fresh for six seconds from the fetch, or from the last use'
        hits(shell, 'slow.csv --entries 5') == 3
        hits(shell, 'slow.csv --entries 5 --ttl 6s') == 1
        hits(shell, 'slow.csv --entries 5 --ttl 6s --sliding') == 2
        hits(shell, 'slow.csv --entries 5 --ttl 6s --jitter 10%') == 1

        and: 'what is asked for once stays out'
        hits(shell, 'scans.oracleGeneral.bin --entries 100 --admission second-hit') >
                hits(shell, 'scans.oracleGeneral.bin --entries 100')

        and: 'a clock with two bits is another one'
        hits(shell, 'scans.oracleGeneral.bin --entries 100 --policy clock --set clock.bits=2') !=
                hits(shell, 'scans.oracleGeneral.bin --entries 100 --policy clock')
        hits(shell, 'scans.oracleGeneral.bin --entries 100 --policy 2q --set 2q.queue=50%') !=
                hits(shell, 'scans.oracleGeneral.bin --entries 100 --policy 2q')
    }

    def "the curve of lru has a point for each number of entries"() {
        given: 'a b a c b a'
        def shell = new Shell(folder)
        shell.file('trace.csv', TRACE)

        expect: 'from one pass'
        shell.call('replay trace.csv --curve').out() == '''\
            entries,misses,missRatio
            1,6,1.0
            2,5,0.8333333333333334
            3,3,0.5
            '''.stripIndent()
    }

    def "a policy of one's own comes along as a class, and is named by its name"() {
        given: 'the most recently used goes'
        def shell = new Shell(folder)
        shell.file('trace.csv', TRACE)
        shell.file('mine/student/Mru.java', student('Mru', 'return last;'))

        expect: 'its misses beside those of lru'
        json(shell.call('replay trace.csv --with mine --policy lru,student.Mru --entries 2 --json'))
                *.misses == [5, 4]
    }

    def "a policy of one's own that throws is told with its frames, and where"() {
        given: 'it has no victim'
        def shell = new Shell(folder)
        shell.file('trace.csv', TRACE)
        def broken = student('Broken', 'throw new IllegalStateException("no idea");')
        shell.file('mine/student/Broken.java', broken)
        shell.file('mine/student/Muddled.java', student('Muddled', 'return 77;'))

        when: 'it is asked for one'
        def answer = shell.call('replay trace.csv --with mine --policy student.Broken --entries 2')

        then: 'at the fourth request'
        answer.code() == 1
        answer.out() == ''
        answer.err() == '''\
            peerlab: student.Broken at 2 failed at request 4: java.lang.IllegalStateException: no idea
              at with//student.Broken.victim(Broken.java:8)
            '''.stripIndent()

        when: 'one names what is not there'
        answer = shell.call('replay trace.csv --with mine --policy student.Muddled --entries 2')

        then: 'that is told likewise'
        answer.code() == 1
        answer.err() == 'peerlab: student.Muddled at 2 failed at request 4: peerlab.cache.PolicyFault: ' +
                'the policy named entry 77 as a victim, which is not in the cache\n'
    }

    def "a cache whose parts are too small to hold anything is remarked on"() {
        given: 'three entries, of which a quarter is none'
        def shell = new Shell(folder)
        shell.file('trace.csv', TRACE)

        expect: 'the row, and a remark'
        shell.call('replay trace.csv --policy 2q --entries 3').err() ==
                'peerlab: 2q at 3 took nothing in: its parts are smaller than what was asked for\n'
    }

    def "'peerlab replay #line' is answered in words, with code 3"() {
        given: 'a trace, one with a mistake, one without sizes, and none'
        def shell = new Shell(folder)
        shell.file('trace.csv', TRACE)
        shell.file('broken.csv', 'time,key,size\n0,a,10\n1,b,ten\n')
        shell.file('unsized.csv', 'time,key\n0,a\n')
        shell.file('nothing.csv', 'time,key,size\n')
        shell.file('mine/student/NoPolicy.java', 'package student;\npublic class NoPolicy { }\n')

        when: 'it is called'
        def answer = shell.run(['replay'] + (line.empty ? [] : line.split(' ').toList()))

        then: 'value and remedy on the error stream, nothing on the output'
        answer.err() == "peerlab: $message\n         = $remedy\n".toString()
        answer.out() == ''
        answer.code() == 3

        where:
        line                                             || message | remedy
        ''                                               || 'peerlab replay needs a trace' | 'write peerlab replay trace.csv --policy lru,arc --entries 1000'
        'trace.csv broken.csv --entries 1'               || 'peerlab replay takes one trace, found trace.csv broken.csv' | 'write peerlab replay trace.csv --policy lru,arc --entries 1000'
        'trace.csv'                                      || 'how large are the caches?' | 'add --entries 100,1000 or --bytes 1MiB'
        'trace.csv --entries 5 --bytes 5B'               || '--entries and --bytes both say how large the caches are' | 'leave one of them out'
        'trace.csv --policy lur --entries 5'             || "there is no policy 'lur'" | "did you mean 'lru'?"
        'trace.csv --policy zzz --entries 5'             || "there is no policy 'zzz'" | 'see peerlab list policies; a class of yours comes with --with PATH'
        'trace.csv --policy lru,,arc --entries 5'        || "--policy has nothing before or behind a comma: 'lru,,arc'" | 'write --policy lru,arc'
        'trace.csv --policy arc --bytes 1KiB'            || 'arc counts entries: in bytes its target size has no meaning' | 'write --entries 1000, or --unit-size where all sizes are to be one byte'
        'trace.csv --entries 0'                          || "--entries takes whole numbers above 0, found '0'" | 'write --entries 100,1000'
        'trace.csv --entries 1.5'                        || "--entries takes whole numbers above 0, found '1.5'" | 'write --entries 100,1000'
        'trace.csv --entries many'                       || "--entries takes whole numbers above 0, found 'many'" | 'write --entries 100,1000'
        'trace.csv --bytes 0'                            || "--bytes takes sizes above 0, found '0'" | 'write --bytes 1MiB; units: B KiB MiB GiB'
        'trace.csv --bytes 5MB'                          || "--bytes takes sizes above 0, found '5MB'" | 'write --bytes 1MiB; units: B KiB MiB GiB'
        'trace.csv --entries 5 --admission scond-hit'    || "there is no admission 'scond-hit'" | "did you mean 'second-hit'?"
        'trace.csv --entries 5 --ttl 10'                 || "--ttl takes a time, found '10'" | 'write --ttl 10min; units: us ms s min h'
        'trace.csv --entries 5 --sliding'                || '--sliding needs a time to live' | 'add --ttl 10min'
        'trace.csv --entries 5 --jitter 5%'              || '--jitter needs a time to live' | 'add --ttl 10min'
        'trace.csv --entries 5 --ttl 5s --jitter 500%'   || "--jitter takes a percentage up to 100%, found '500%'" | 'write --jitter 10%'
        'trace.csv --entries 5 --set bits=2'             || "--set names a policy and its parameter, found 'bits'" | 'write --set clock.bits=2'
        'trace.csv --entries 5 --set clock.bit=2'        || "clock has no parameter 'bit'" | "did you mean 'bits'?"
        'trace.csv --entries 5 --set lru.size=2'         || "lru has no parameter 'size'" | 'it has none at all'
        'trace.csv --entries 5 --set clock.bits=0'       || "'bits' lies between 1 and 16, found 0" | 'write --set clock.bits=1'
        'trace.csv --entries 5 --set clock.bits=few'     || "'bits' needs a whole number, found 'few'" | 'write --set clock.bits=1'
        'trace.csv --entries 5 --keys 10'                || "--keys is for workloads that are made up, and 'trace.csv' is a file" | 'leave it out, or write zipf in the place of the file'
        'trace.csv --curve --entries 5'                  || '--curve is of LRU at every number of entries, as CSV' | 'leave --entries out'
        'trace.csv --curve --json'                       || '--curve is of LRU at every number of entries, as CSV' | 'leave --json out'
        'zipf --save x.csv --policy lru'                 || '--save writes requests down and replays none' | 'leave --policy out'
        'zipf(0.9) --entries 5 --keys 0'                 || "--keys takes whole numbers above 0, found '0'" | 'write --keys 10000'
        'zipf(0.9) --entries 5 --sizes 9B..5B'           || 'the range 9B..5B is reversed' | 'write --sizes 5B..9B'
        'zpf(0.9) --entries 5'                           || "there is no workload 'zpf'" | "did you mean 'zipf'?"
        'nowhere.csv --entries 5'                        || "there is no file 'nowhere.csv'" | 'name a trace: time,key,size as CSV, or oracleGeneral'
        'broken.csv --entries 5'                         || "broken.csv:3: 'size' needs a number of bytes, found 'ten'" | 'write 1500'
        'unsized.csv --bytes 5B'                         || "unsized.csv:1: there is no column 'size'" | 'count entries in the place of bytes: --entries 1000'
        'nothing.csv --entries 5'                        || "there is no request in 'nothing.csv'" | 'a trace has a line for each request: time,key,size'
        'trace.csv --with mine --policy student.NoPolicy --entries 5' || "'student.NoPolicy' is no policy" | 'write class NoPolicy implements peerlab.cache.policy.EvictionPolicy'
        'zipf --save nowhere/x.csv'                      || "'nowhere/x.csv' cannot be written" | 'check that its folder exists, and its permissions'
    }

    private static String student(String name, String victim) {
        """\
            package student;
            import peerlab.cache.policy.*;
            public class $name implements EvictionPolicy {
                private int last;
                public void onInsert(int entry) { last = entry; }
                public void onHit(int entry) { last = entry; }
                public int victim() {
                    $victim
                }
                public void onRemove(int entry, Removal why) { }
            }
            """.stripIndent()
    }

    private static int hits(Shell shell, String line) {
        json(shell.call("replay $line --json"))[0].hits
    }

    private static List<Map<String, Object>> json(Shell.Answer answer) {
        assert answer.code() == 0: answer.err()
        new ObjectMapper().readValue(answer.out(), List)
    }

    private static Map<String, Integer> said(String... policies) {
        def lines = Golden.ROOT.resolve('scenarios/src/test/resources/caches/libcachesim.csv').toFile()
                .readLines()
        policies.collectEntries { policy ->
            [policy, lines.find { it.startsWith("zipf,entries,$policy,100,") }.tokenize(',')[4] as int]
        }
    }
}
