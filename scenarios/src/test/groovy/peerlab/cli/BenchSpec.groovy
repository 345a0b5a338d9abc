package peerlab.cli

import java.nio.file.Path
import java.util.function.Consumer

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.cli.bench.Benchmark
import peerlab.cli.bench.Benchmarks
import peerlab.cli.bench.Figure

class BenchSpec extends Specification {

    @TempDir
    Path folder

    def "each benchmark is named, and its figures stand below each other"() {
        expect:
        shell().call('bench').out() == '''\
            queue: the event queue
              hold.10000    5,000,000 events/s  of 10,000 pending
              hold.1000000  13.0 x              against java.util.PriorityQueue
            start: the start
              yaml  0.450 s
            '''.stripIndent()
    }

    def "one can be chosen"() {
        expect:
        shell().call('bench start').out() == 'start: the start\n  yaml  0.450 s\n'
    }

    def "one that does not exist is answered with the nearest, or with all"() {
        expect:
        shell().call('bench qeue').err() == '''\
            peerlab: there is no benchmark 'qeue'
                     = did you mean 'queue'?
            '''.stripIndent()
        shell().call('bench xyzzy').err().contains('= there are queue, start')
        shell().call('bench xyzzy').code() == 3
    }

    def "JSON has the numbers as they are, with the machine"() {
        when:
        def json = shell().call('bench queue --json').json()

        then:
        json.processors == Runtime.runtime.availableProcessors()
        json.figures == [
                [benchmark: 'queue', name: 'hold.10000', value: 5_000_000.0d, unit: 'events/s',
                        remark: 'of 10,000 pending'],
                [benchmark: 'queue', name: 'hold.1000000', value: 13.0d, unit: 'x',
                        remark: 'against java.util.PriorityQueue']]
    }

    def "a person at a terminal is told what is being measured"() {
        expect:
        shell().tap { errIsTerminal = true }.call('bench start').err() == '  measuring a YAML scenario\n'
    }

    def "when the reader has gone nothing more is measured"() {
        given: "a pipe that is closed at its other end"
        def shell = shell()
        shell.sink = new OutputStream() {
            @Override
            void write(int b) throws IOException {
                throw new IOException('Broken pipe')
            }
        }

        when:
        def answer = shell.call('bench')

        then:
        answer.code() == 141
        answer.err() == ''
    }

    private Shell shell() {
        return new Shell(folder).tap {
            benchmarks = new Benchmarks([
                    new Canned('queue', 'the event queue', 'the hold model', [
                            new Figure('hold.10000', 5_000_000, 'events/s', 'of 10,000 pending'),
                            new Figure('hold.1000000', 13, 'x', 'against java.util.PriorityQueue')]),
                    new Canned('start', 'the start', 'a YAML scenario', [new Figure('yaml', 0.45, 's', '')])])
        }
    }

    record Canned(String name, String summary, String doing, List<Figure> figures) implements Benchmark {
        @Override
        List<Figure> measure(Consumer<String> progress) {
            progress.accept(doing)
            return figures
        }
    }
}
