package peerlab.cache.real

import spock.lang.Requires
import spock.lang.Specification

/** What a value takes of a memcached server's memory. */
class ItemSizeSpec extends Specification {

    @Requires({ !MemcachedServers.version().empty })
    def "the chunks are those that memcached itself names when it starts"() {
        given: 'a server that says what it does, and cannot listen, so that it ends at once'
        def process = new ProcessBuilder('memcached', '-vv', '-l', '203.0.113.1', '-u',
                System.getProperty('user.name')).redirectErrorStream(true).start()
        def said = process.inputStream.getText('UTF-8')
        def chunks = (said =~ /slab class +\d+: chunk size +(\d+)/).collect { it[1] as long }

        expect: 'the same, and in between the next larger'
        chunks.size() > 30
        chunks.every { ItemSize.chunk(it) == it }
        chunks.collate(2, 1, false).every { small, large -> ItemSize.chunk(small + 1) == large }
        ItemSize.chunk(1) == chunks.first()

        cleanup:
        process?.destroyForcibly()
    }

    def "an item of #value bytes under '#key' takes #bytes"() {
        expect: 'head 48, version 8, the key and an end, the value and a line end, rounded up to a chunk'
        ItemSize.of(key, value) == bytes

        where:
        key     | value   || bytes
        'a'     | 1       || 96
        'key-1' | 32      || 96
        'key-1' | 33      || 120
        'key-1' | 1024    || 1184
        'a'     | 600_000 || 600_060
    }
}
