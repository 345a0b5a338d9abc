package peerlab.cache.trace

import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPOutputStream

import spock.lang.Specification
import spock.lang.TempDir

class CsvTraceSpec extends Specification {

    @TempDir
    Path folder

    def "a line is a request: its time, its key, its size"() {
        expect: 'with names of columns, in any order, and without'
        read('time,key,size\n0,7,100\n1.5,8,20\n') == [[0, 7, 100], [1_500_000_000, 8, 20]]
        read('size,key,time\n100,7,0\n20,8,1.5\n') == [[0, 7, 100], [1_500_000_000, 8, 20]]
        read('0,7,100\n1.5,8,20\n') == [[0, 7, 100], [1_500_000_000, 8, 20]]
        read('0,7\n1,8') == [[0, 7, 1], [1_000_000_000, 8, 1]]
        read('7\n8\n') == [[0, 7, 1], [0, 8, 1]]
        read('key\n7\n8\n') == [[0, 7, 1], [0, 8, 1]]
    }

    def "spaces, blank lines, carriage returns and a byte order mark are no part of it"() {
        expect: 'the same two requests'
        read('\uFEFFTime, Key ,size\r\n\r\n0 , 7, 100 \r\n\n 1,8,20') == [[0, 7, 100], [1_000_000_000, 8, 20]]
    }

    def "a key is its number where it is one, and else a hash that differs from others"() {
        given: 'keys of all kinds'
        def keys = read(['key', '7', '-7', '07', '0', '-0', 'seven', '"se,ven"', '"se""ven"', 'k' * 300,
                '123456789012345678', '1234567890123456789012', '7.0'].join('\n'))*.get(1)

        expect: 'plain numbers are themselves, no two are the same'
        keys[0] == 7
        keys[1] == -7
        keys[3] == 0
        keys[9] == 123456789012345678L
        keys.toSet().size() == 12
    }

    def "an op says what is put and what is asked for"() {
        given: 'a trace of both'
        def trace = open('time,op,key,size\n0,get,1,5\n0,PUT,1,5\n0,set,2,5\n0,read,2,5\n')
        def puts = []

        expect: 'two of each'
        while (trace.next()) {
            puts << trace.isPut()
        }
        puts == [false, true, true, false]
    }

    def "a request for nothing is left out, unless sizes are ignored"() {
        expect: 'one of three, or all of them as one byte'
        read('0,1,0\n0,2,3\n0,3,0.0\n') == [[0, 2, 3]]
        read('0,1,0\n0,2,3\n0,3,x\n', Sizes.IGNORED)*.drop(1) == [[1, 1], [2, 1], [3, 1]]
    }

    def "a file packed with gzip is read as it is"() {
        given: 'the same, packed'
        def file = folder.resolve('trace.csv.gz')
        new GZIPOutputStream(Files.newOutputStream(file)).withCloseable { it << '0,7,100\n' }

        expect: 'the request'
        all(new TraceFile(file, 'trace.csv.gz').open(Sizes.NEEDED)) == [[0, 7, 100]]
    }

    def "what is wrong is told with its line: #text"() {
        when: 'it is read'
        read(text, sizes)

        then: 'place, value and remedy'
        def wrong = thrown(TraceException)
        wrong.message == message
        wrong.remedy() == remedy

        where:
        text                             | sizes             || message                                                                 | remedy
        ''                               | Sizes.WHERE_KNOWN || 't.csv:1: the file is empty'                                            | 'a trace has a line for each request: time,key,size'
        'time,kex,size\n'                | Sizes.WHERE_KNOWN || "t.csv:1: unknown column 'kex'"                                         | 'columns: time, key, size, op, peer'
        'time,size\n'                    | Sizes.WHERE_KNOWN || "t.csv:1: there is no column 'key'"                                     | 'the first line names the columns: time,key,size'
        'time,key\n0,1\n'                | Sizes.NEEDED      || "t.csv:1: there is no column 'size'"                                    | 'count entries in the place of bytes: --entries 1000'
        '0,1,2,3\n'                      | Sizes.WHERE_KNOWN || 't.csv:1: 4 values, and no names of columns before them'                | 'begin the file with the names of its columns: time,key,size'
        'time,key,size\n0,1,2\n\n0,1\n'  | Sizes.WHERE_KNOWN || 't.csv:4: 2 values for the 3 columns time,key,size'                      | 'write one for each'
        'time,key,size\n0,1,2,3\n'       | Sizes.WHERE_KNOWN || 't.csv:2: more values than the 3 columns time,key,size'                 | 'put quotes around a key with a comma in it'
        '0,1,2\n0,1,x\n'                 | Sizes.WHERE_KNOWN || "t.csv:2: 'size' needs a number of bytes, found 'x'"                    | 'write 1500'
        '0,1,2\n0,1,-5\n'                | Sizes.WHERE_KNOWN || "t.csv:2: 'size' needs a number of bytes, found '-5'"                   | 'write 1500'
        '0,1,2\n0,1,1.5\n'               | Sizes.WHERE_KNOWN || "t.csv:2: 'size' needs a number of bytes, found '1.5'"                  | 'write 1500'
        '0,1,2\nnow,1,2\n'               | Sizes.WHERE_KNOWN || "t.csv:2: 'time' needs seconds, found 'now'"                            | 'write 1.5'
        '0,1,2\n99999999999,1,2\n'       | Sizes.WHERE_KNOWN || "t.csv:2: 'time' needs seconds, found '99999999999'"                    | 'write 1.5'
        '0,1,2\n0,,2\n'                  | Sizes.WHERE_KNOWN || "t.csv:2: 'key' needs a name or a number, found nothing"                | 'write one'
        '0,1,2\n0,"1,2\n'                | Sizes.WHERE_KNOWN || 't.csv:2: a quote that is never closed'                                 | 'close it, or leave it out'
        '0,1,2\n0,"1"x,2\n'              | Sizes.WHERE_KNOWN || 't.csv:2: something stands between a quote and the comma'               | 'put all of it in quotes'
        'op,key\nincr,1\n'               | Sizes.WHERE_KNOWN || "t.csv:2: 'op' needs get or put, found 'incr'"                          | 'write get'
        'key\n' + 'x' * 70_000           | Sizes.WHERE_KNOWN || 't.csv:2: a line of more than 65536 bytes'                              | 'is this a trace?'
    }

    def "a file that cannot be read is told so: #name"() {
        given: 'a folder, and a file that is not what its name says'
        Files.createDirectories(folder.resolve('folder.csv'))
        Files.writeString(folder.resolve('plain.csv.gz'), '0,1,2\n')
        Files.writeString(folder.resolve('packed.csv.zst'), 'x')

        when: 'it is opened'
        new TraceFile(folder.resolve(name), name).open(Sizes.NEEDED).next()

        then: 'value and remedy'
        def wrong = thrown(TraceException)
        wrong.message.startsWith(message)
        !wrong.remedy().empty

        where:
        name             || message
        'nowhere.csv'    || "there is no file 'nowhere.csv'"
        'folder.csv'     || 'folder.csv:1: it cannot be read any further'
        'plain.csv.gz'   || "'plain.csv.gz' is not packed with gzip"
        'packed.csv.zst' || "'packed.csv.zst' is packed with zstd"
    }

    def "a trace is read as it is asked for, at most one buffer ahead"() {
        given: 'a trace without an end, made as it is read'
        long made = 0
        def endless = new InputStream() {
            @Override
            int read() { throw new UnsupportedOperationException() }

            @Override
            int read(byte[] bytes, int from, int most) {
                byte[] line = '12,345,678\n'.bytes
                int count = Math.min(most, line.length)
                System.arraycopy(line, 0, bytes, from, count)
                made += count
                return count
            }
        }
        def trace = new CsvTrace(endless, 'endless', Sizes.NEEDED)

        expect: 'after a hundred thousand requests no more was taken than those, and one buffer'
        100_000.times { assert trace.next() }
        made <= 100_000 * 11 + 65_536
    }

    private List<List<Long>> read(String text, Sizes sizes = Sizes.WHERE_KNOWN) {
        all(open(text, sizes))
    }

    private static List<List<Long>> all(Trace trace) {
        def all = []
        trace.withCloseable {
            while (trace.next()) {
                all << [trace.nanos(), trace.key(), trace.size()]
            }
        }
        all
    }

    private Trace open(String text, Sizes sizes = Sizes.WHERE_KNOWN) {
        new TraceFile(Files.writeString(folder.resolve('t.csv'), text), 't.csv').open(sizes)
    }
}
