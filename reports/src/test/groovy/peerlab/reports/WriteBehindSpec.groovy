package peerlab.reports

import java.util.concurrent.CountDownLatch

import spock.lang.Specification
import spock.lang.Timeout

/** Bytes that are handed to a thread which waits for the disk. */
@Timeout(20)
class WriteBehindSpec extends Specification {

    def "what is written comes out, all of it and in its order, in pieces of any size"() {
        given: 'pieces of which the caller uses one array for all'
        def random = new Random(seed)
        def expected = new ByteArrayOutputStream()
        def disk = new ByteArrayOutputStream()
        def array = new byte[5000]
        def stream = new WriteBehind(disk)

        when:
        200.times {
            random.nextBytes(array)
            int from = random.nextInt(100)
            int count = random.nextInt(4900)
            stream.write(array, from, count)
            expected.write(array, from, count)
        }
        stream.write(7)
        expected.write(7)
        stream.close()

        then:
        disk.toByteArray() == expected.toByteArray()

        where:
        seed << (1..5)
    }

    def "who writes does not wait for a disk that is slow, until much is on its way"() {
        given: 'a disk that does not take anything yet'
        def opens = new CountDownLatch(1)
        def disk = new ByteArrayOutputStream() {
            @Override
            void write(byte[] bytes, int from, int count) {
                opens.await()
                super.write(bytes, from, count)
            }
        }
        def stream = new WriteBehind(disk)

        when:
        3.times { stream.write(new byte[1000]) }

        then:
        disk.size() == 0

        when: 'it takes all'
        opens.countDown()
        stream.close()

        then:
        disk.size() == 3000
    }

    def "a disk that is full is told of once it is known, at the latest at the end, and stops nobody"() {
        given: 'room for one piece'
        int pieces = 0
        boolean isClosed = false
        def disk = new OutputStream() {
            @Override
            void write(int b) {
            }

            @Override
            void write(byte[] bytes, int from, int count) {
                if (++pieces > 1) {
                    throw new IOException('no space left')
                }
            }

            @Override
            void close() {
                isClosed = true
            }
        }
        def stream = new WriteBehind(disk)

        when: 'much more comes'
        1000.times {
            stream.write(new byte[10])
        }
        stream.close()

        then:
        def refusal = thrown(IOException)
        refusal.message == 'no space left'
        pieces == 2

        when: 'it is closed all the same'
        stream.close()

        then:
        thrown(IOException)
        isClosed

        when: 'and once more'
        stream.close()

        then:
        noExceptionThrown()
    }

    def "a stream that breaks in another way is a failure of the stream as well"() {
        given:
        def stream = new WriteBehind(new OutputStream() {
            @Override
            void write(int b) {
                throw new IllegalStateException('broken')
            }
        })

        when:
        stream.write(1)
        stream.close()

        then:
        def failure = thrown(IOException)
        failure.cause.message == 'broken'
    }

    def "a thread that is told to stop loses nothing of what it has written, and stays told"() {
        given:
        def disk = new ByteArrayOutputStream()
        def stream = new WriteBehind(disk)

        when:
        Thread.currentThread().interrupt()
        20.times { stream.write(new byte[10]) }
        stream.close()

        then:
        Thread.interrupted()
        disk.size() == 200
    }

    def "nothing is written to what is closed"() {
        given:
        def stream = new WriteBehind(new ByteArrayOutputStream())
        stream.close()

        when:
        stream.write(1)

        then:
        thrown(IOException)
    }
}
