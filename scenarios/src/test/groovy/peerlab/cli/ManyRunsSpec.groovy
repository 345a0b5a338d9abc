package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(240)
class ManyRunsSpec extends Specification {

    static final String CELLS = '''\
        scenario: Lost messages cost answers
        seeds: 1..2
        matrix: { n: [6, 9], loss: [0%, 100%] }
        peers: { count: $n, run: kademlia, k: 3, start: converged }
        network: { latency: 20ms..80ms, loss: $loss }
        timeline:
          - { at: 1s, lookup: key-1, from: p1 }
        expect:
          - { at end: lookups.succeeded == 1, points: 5 }
        stop: { at: 20s }
        '''.stripIndent()

    @TempDir
    Path folder

    def "a matrix gives a row a cell, with how many of its seeds passed, and the first failure in full"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        when:
        def answer = shell.call('run cells.yaml')
        def lines = answer.out().readLines()

        then: "the worst run says the exit code"
        answer.code() == 1
        answer.err() == ''

        and: "the title, the cells in the order of the file, the total"
        lines[0] == 'Lost messages cost answers'
        lines[2..6]*.strip()*.split(/  +/)*.toList() == [
                ['n', 'loss', 'verdict', 'passed', 'points', 'not with seed'],
                ['6', '0%', 'PASS', '2 of 2', '5 of 5'],
                ['6', '100%', 'FAIL', '0 of 2', '0 of 5', '1, 2'],
                ['9', '0%', 'PASS', '2 of 2', '5 of 5'],
                ['9', '100%', 'FAIL', '0 of 2', '0 of 5', '1, 2']]
        lines[8] == '8 runs: 4 passed, 4 failed, 0 inconclusive'

        and: "the run that failed first, with the command that repeats it alone"
        lines[10].startsWith('FAIL  cells n=6 loss=100% seed=1   seed 1')
        lines.last() == '  again  peerlab run ~/cells.yaml --seed 1 --set n=6 --set loss=100%'
    }

    def "the command that repeats one run of a table gives the same run"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)
        def again = shell.call('run cells.yaml').out().readLines().last().strip().split(' ')
                .drop(4).collect { it.replace('~', folder.toString()) }

        when:
        def table = shell.call('run cells.yaml --out all').code()
        def alone = shell.run(['run', *again])

        then: "the fingerprint is that of the summary"
        table == 1
        alone.code() == 1
        def row = folder.resolve('all/summary.csv').toFile().readLines()
                .find { it.startsWith('cells n=6 loss=100% seed=1,') }
        alone.out().contains("fingerprint ${row.split(',')[7]}")
    }

    def "with a place to keep them, each run has a sub-directory, and the summary names it"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        when:
        shell.call('run cells.yaml --out all')
        def rows = folder.resolve('all/summary.csv').toFile().readLines()*.split(',')*.toList()

        then:
        rows[0] == ['run', 'n', 'loss', 'seed', 'verdict', 'points', 'of_points', 'fingerprint', 'directory']
        rows.drop(1)*.subList(1, 7) == [
                ['6', '0%', '1', 'PASS', '5', '5'], ['6', '0%', '2', 'PASS', '5', '5'],
                ['6', '100%', '1', 'FAIL', '0', '5'], ['6', '100%', '2', 'FAIL', '0', '5'],
                ['9', '0%', '1', 'PASS', '5', '5'], ['9', '0%', '2', 'PASS', '5', '5'],
                ['9', '100%', '1', 'FAIL', '0', '5'], ['9', '100%', '2', 'FAIL', '0', '5']]
        rows.drop(1).every { row ->
            folder.resolve("all/${row.last()}/run.json").toFile().text.contains("\"${row[7]}\"")
        }
        folder.resolve('all').toFile().list().findAll { it.contains('.part') } == []
    }

    def "what metrics came to is told of each cell, with how sure it is"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        when:
        def answer = shell.call('run cells.yaml --compare ' +
                "messages.sent,lookups.hops,messages['FindNode'].sent")
        def table = answer.out().readLines()[8..12]*.strip()*.split(/  +/)*.toList()

        then: 'a row a cell, the mean of a distribution; nothing where nobody has a value'
        answer.code() == 1
        table[0] == ['n', 'loss', 'messages.sent', 'lookups.hops.mean', "messages['FindNode'].sent"]
        table.drop(1)*.take(2) == [['6', '0%'], ['6', '100%'], ['9', '0%'], ['9', '100%']]
        table[1][2] ==~ /[0-9.]+ \+- [0-9.]+/
        table[2][3] == '-'
    }

    def "comparisons are kept as a table of all metrics, as a page, and as pictures"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        when:
        ['1', '2'].each { shell.call("run cells.yaml --compare messages.sent --jobs $it --out by$it") }
        def files = ['comparison.csv', 'comparison.html', 'comparison/messages.sent.svg',
                     'comparison/lookups.succeeded.svg']
        def rows = folder.resolve('by1/comparison.csv').toFile().readLines()*.split(',', -1)*.toList()

        then: 'the same bytes whatever ran beside what'
        files.every { folder.resolve("by1/$it").toFile().bytes == folder.resolve("by2/$it").toFile().bytes }
        folder.resolve('by1/comparison').toFile().list().toList().toSorted() ==
                ['lookups.succeeded.svg', 'messages.sent.svg']

        and: 'the mean of what the runs say'
        rows[0] == ['n', 'loss', 'metric', 'runs', 'mean', 'deviation', 'low', 'high', 'min', 'max']
        def sent = (1..2).collect { seed ->
            new com.fasterxml.jackson.databind.ObjectMapper().readTree(
                    folder.resolve("by1/cells-n=6-loss=0%-seed=$seed/metrics.json").toFile())
                    .get('messages.sent').longValue()
        }
        def row = rows.find { it.take(3) == ['6', '0%', 'messages.sent'] }
        row[3] == '2'
        row[4] as double == sent.sum() / 2
        [row[8] as long, row[9] as long] == [sent.min(), sent.max()]

        and: 'a page of well-formed parts that loads nothing'
        def page = folder.resolve('by1/comparison.html').toFile().getText('UTF-8')
        !(page =~ /(?i)src=|href=|@import|url\(/)
        javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(folder.resolve('by1/comparison/messages.sent.svg').toFile())
                .getElementsByTagName('circle').length == 4
    }

    def "a metric that nobody has is answered before anything runs"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        when:
        def answer = shell.call('run cells.yaml --compare lookups.hopps --out kept')

        then:
        answer.code() == 3
        answer.err().contains("there is no metric 'lookups.hopps'")
        answer.err().contains("did you mean 'lookups.hops'")
        !folder.resolve('kept/summary.csv').toFile().exists()
    }

    def "beside each other or one after another, the runs and their order are the same"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        when:
        def all = ['1', '2', '7'].collectEntries { jobs ->
            shell.call("run cells.yaml --jobs $jobs --out by$jobs")
            [jobs, folder.resolve("by$jobs/summary.csv").toFile().text]
        }

        then: "eight different runs, byte for byte the same each time"
        all['1'].readLines().size() == 9
        all['1'].readLines().drop(1)*.split(',')*.getAt(7).toSet().size() == 8
        all['2'] == all['1']
        all['7'] == all['1']
    }

    def "seeds without a matrix give a row a seed, and --seed takes one of them alone"() {
        given:
        def shell = new Shell(folder)
        shell.file('seeds.yaml', CELLS.replace('matrix: { n: [6, 9], loss: [0%, 100%] }',
                'params: { n: 6, loss: 0% }'))

        when:
        def table = shell.call('run seeds.yaml').out().readLines()
        def alone = shell.call('run seeds.yaml --seed 2').out()

        then:
        table[2].strip().split(/  +/).toList() == ['seed', 'verdict', 'points', 'fingerprint']
        table[3..4]*.strip()*.split(/  +/)*.toList()*.subList(0, 3) ==
                [['1', 'PASS', '5 of 5'], ['2', 'PASS', '5 of 5']]
        alone.startsWith('PASS  seeds   seed 2   fingerprint ' + table[4].strip().split(/  +/).last())
    }

    def "for programs each run is a line of JSON, in order"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        when:
        def lines = shell.call('run cells.yaml --json').out().readLines()

        then:
        lines.size() == 8
        lines.collect { (it =~ /"scenario" ?: ?"([^"]*)"/)[0][1] } == [6, 9].collectMany { n ->
            ['0%', '100%'].collectMany { loss ->
                (1..2).collect { "cells n=$n loss=$loss seed=$it".toString() }
            }
        }
    }

    def "--jobs #jobs is no number of jobs"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        expect:
        with(shell.call("run cells.yaml --jobs $jobs")) {
            code() == 3
            err().contains("--jobs takes a whole number from 1 to 1000, found '$jobs'")
        }

        where:
        jobs << ['0', '-1', 'many', '1001']
    }

    def "a summary of somebody else's is not written over"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)
        def mine = shell.file('all/summary.csv', 'my own notes')

        when:
        def answer = shell.call('run cells.yaml --out all')

        then: "nothing is run"
        answer.code() == 3
        answer.err().contains('no run of Peerlab wrote it')
        mine.toFile().text == 'my own notes'
    }

    def "a trace is of one run, and says how to choose it"() {
        given:
        def shell = new Shell(folder)
        shell.file('cells.yaml', CELLS)

        expect:
        with(shell.call('trace cells.yaml')) {
            code() == 3
            err().contains('makes 8 runs, and a trace is of one')
            err().contains('--seed')
        }
        shell.call('trace cells.yaml --seed 1 --set n=6 --set loss=0%').code() == 0
    }
}
