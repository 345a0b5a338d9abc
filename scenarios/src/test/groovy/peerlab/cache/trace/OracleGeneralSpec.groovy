package peerlab.cache.trace

import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path

import peerlab.cache.ReferenceTraces
import peerlab.cache.policy.NextUses
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Ratio
import spock.lang.Specification
import spock.lang.TempDir

class OracleGeneralSpec extends Specification {

    @TempDir
    Path folder

    def "a record is 24 bytes: time, key, size, next use, little-endian and without padding"() {
        given: 'two records by hand, the last fields of which are not of our making'
        def bytes = ('0a000000' + '0807060504030201' + '64000000' + 'ffffffffffffffff'
                + 'ffffffff' + 'ffffffffffffffff' + 'ffffffff' + '0300000000000000').decodeHex()

        expect: 'numbers without a sign, but for the key, which is one of 64 bits'
        read(bytes) == [[10_000_000_000L, 0x0102030405060708L, 100L],
                [4_294_967_295L * 1_000_000_000L, -1L, 4_294_967_295L]]
    }

    def "a request for nothing is left out, unless sizes are ignored"() {
        given: 'three records, of which two ask for nothing'
        def bytes = joined(record(1, 0), record(2, 5), record(3, 0))

        expect: 'one, or all as one byte each'
        read(bytes)*.drop(1) == [[2, 5]]
        read(bytes, Sizes.IGNORED)*.drop(1) == [[1, 1], [2, 1], [3, 1]]
    }

    def "more records than fit into the buffer are read one after another"() {
        given: 'ten thousand'
        def out = new ByteArrayOutputStream()
        10_000.times { out.write(record(it, 1)) }

        expect: 'all of them in order'
        read(out.toByteArray())*.get(1) == (0L..<10_000L).toList()
    }

    def "half a record is told, and where"() {
        when: 'a trace ends in the middle'
        read(joined(record(1, 5), record(2, 5)[0..<11] as byte[]))

        then: 'place and remedy'
        def wrong = thrown(TraceException)
        wrong.message == 't.oracleGeneral.bin: 11 bytes are left over behind record 1'
        wrong.remedy() == 'an oracleGeneral trace has 24 bytes for each request'
    }

    def "what is written is read again, as oracleGeneral and as CSV"() {
        given: 'a generated trace'
        def binary = ReferenceTraces.bytes('zipf')
        def text = new ByteArrayOutputStream()
        TraceWriter.csv(ReferenceTraces.open('zipf'), false, text)
        def file = Files.write(folder.resolve('t.csv'), text.toByteArray())

        expect: 'the same requests, but that one form has no parts of a second'
        def from = all(ReferenceTraces.open('zipf'))
        all(new TraceFile(file, 't.csv').open(Sizes.NEEDED)) == from
        read(binary)*.drop(1) == from*.drop(1)
        read(binary)[1234][0] == from[1234][0].intdiv(1_000_000_000) * 1_000_000_000
    }

    def "puts are written as what they are"() {
        given: 'a workload of which half are puts'
        def random = new RandomSource(1)
        def trace = GeneratedTrace.of(Popularity.scan(3), 4).putting(Ratio.percent(50), random)
        def out = new ByteArrayOutputStream()

        when: 'it is written'
        TraceWriter.csv(trace, true, out)

        then: 'with its operations'
        out.toString().readLines()[0] == 'time,op,key,size'
        out.toString().readLines().drop(1).every { it ==~ /\d,(get|put),\d,1/ }
    }

    def "the future is known after one pass, and is that of libCacheSim's format"() {
        given: 'the next uses as they are written'
        def buffer = ByteBuffer.wrap(ReferenceTraces.bytes('bursts')).order(ByteOrder.LITTLE_ENDIAN)
        def future = new KnownFuture(ReferenceTraces.open('bursts'))
        def keys = all(ReferenceTraces.open('bursts'))*.get(1)

        expect: 'each is the first later request for the same key'
        def next = [:]
        (keys.size() - 1..0).each {
            long expected = next.getOrDefault(keys[it], NextUses.NEVER)
            assert future.after(it) == expected
            assert buffer.getLong(24 * it + 16) == (expected == NextUses.NEVER ? -1 : expected)
            next[keys[it]] = (long) it
        }
    }

    private static byte[] joined(byte[]... parts) {
        def out = new ByteArrayOutputStream()
        parts.each { out.writeBytes(it) }
        out.toByteArray()
    }

    private static byte[] record(long key, int size) {
        ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0).putLong(key).putInt(size).putLong(-1).array()
    }

    private List<List<Long>> read(byte[] bytes, Sizes sizes = Sizes.WHERE_KNOWN) {
        def file = Files.write(folder.resolve('t.oracleGeneral.bin'), bytes)
        all(new TraceFile(file, 't.oracleGeneral.bin').open(sizes))
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
}
