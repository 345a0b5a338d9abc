package peerlab.cli

import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper
import peerlab.cache.real.MemcachedServers
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Real memcached servers beside simulated caches; what needs them is left out without memcached. */
class MemcachedCommandSpec extends Specification {

    static final boolean IS_HERE = !MemcachedServers.version().empty

    @TempDir
    Path folder

    def "where memcached is not installed, this build says so"() {
        expect:
        IS_HERE || System.out.println('memcached is not installed: left out what compares with real servers') == null
    }

    @Requires({ MemcachedCommandSpec.IS_HERE })
    def "as long as everything fits, each server is asked and hits as often as its simulated cache"() {
        when: 'values of all sizes, in servers with much room'
        def answer = new Shell(folder).run(['memcached', workload, '--keys', '2000', '--requests', '6000',
                '--sizes', '10B..20KiB', '--servers', '3', '--memory', '64MiB', '--policy', 'lru,fifo',
                '--puts', '10%', '--port', freePorts(3) as String, '--json'])

        then: 'the library found the servers that the placement finds, and they kept what the caches kept'
        answer.code() == 0
        def rows = rows(answer)
        def real = rows.findAll { it.cache == 'memcached' }
        real.size() == 3
        real*.requests.sum() == rows.findAll { it.cache == 'lru' }*.requests.sum()
        real*.hits.sum() > 1000
        ['lru', 'fifo'].every { policy ->
            rows.findAll { it.cache == policy }.collect { [it.server, it.requests, it.hits] } ==
                    real.collect { [it.server, it.requests, it.hits] }
        }

        and: 'no server is left'
        ProcessHandle.current().children().noneMatch { it.info().command().orElse('').endsWith('memcached') }

        where:
        workload << ['zipf(0.9)', 'uniform']
    }

    @Requires({ MemcachedCommandSpec.IS_HERE })
    def "servers that have to evict are near to the policy that they approximate"() {
        when: 'values of one size, and room for a third of them'
        def answer = new Shell(folder).run(['memcached', 'zipf(0.9)', '--keys', '15000',
                '--requests', '30000',
                '--sizes', '1KiB', '--servers', '1', '--policy', 'lru', '--memory', '4MiB',
                '--port', freePorts(1) as String, '--json'])

        then: 'several queues and rare updates are not exactly LRU: 3 points at most'
        def (real, lru) = rows(answer)
        real.requests == 30_000
        lru.requests == 30_000
        Math.abs(real.hits - lru.hits) < 0.03 * 30_000
    }

    @Requires({ MemcachedCommandSpec.IS_HERE })
    def "a value that is larger than an item can be is kept by nobody"() {
        when:
        def shell = new Shell(folder)
        shell.file('large.csv', 'time,key,size\n1,1,2000000\n2,1,2000000\n3,2,100\n4,2,100\n')
        def answer = shell.run(['memcached', 'large.csv', '--servers', '1', '--port', freePorts(1) as String])

        then:
        answer.code() == 0
        answer.out().readLines().drop(2).collect { it.split(/ {2,}/).drop(1) as List } ==
                [['memcached', '4', '1', '0.2500'], ['lru', '4', '1', '0.2500']]
    }

    @Requires({ MemcachedCommandSpec.IS_HERE })
    def "a table names servers, caches and the sum, and the memory that was taken beyond the limit"() {
        when:
        def port = freePorts(2)
        def answer = new Shell(folder).run(['memcached', 'uniform', '--keys', '500', '--requests', '600',
                '--sizes', '1B..9KiB', '--memory', '2MiB', '--port', port as String])
        def lines = answer.out().readLines()

        then:
        lines[0] ==~ /memcached \S+, 2 servers of 2 MiB; keys by ketama/
        lines[1].split(/ {2,}/) as List == ['server', 'cache', 'requests', 'hits', 'hit ratio']
        lines[2..7].collect { it.split(/ {2,}/)[0..1] as List } == [
                ["127.0.0.1:$port", 'memcached'], ["127.0.0.1:$port", 'lru'],
                ["127.0.0.1:${port + 1}", 'memcached'], ["127.0.0.1:${port + 1}", 'lru'],
                ['all', 'memcached'], ['all', 'lru']]*.collect { it.toString() }
        lines[8].startsWith("127.0.0.1:$port took ")
        lines[8].endsWith(' MiB: each class of sizes has a page of its own, whatever the limit')
    }

    @Requires({ MemcachedCommandSpec.IS_HERE })
    def "a port that is taken is told, with another to take, and no server stays"() {
        given:
        def taken = new ServerSocket(0, 1, InetAddress.getByName(MemcachedServers.HOST))

        when:
        def answer = new Shell(folder).run(['memcached', 'uniform', '--requests', '10', '--servers', '1',
                '--port', taken.localPort as String])

        then:
        answer.code() == 3
        answer.err().contains("port $taken.localPort is taken")
        answer.err().contains('--port')
        ProcessHandle.current().children().noneMatch { it.info().command().orElse('').endsWith('memcached') }

        cleanup:
        taken.close()
    }

    def "'memcached #words' is answered: #message"() {
        when:
        def answer = new Shell(folder).run(['memcached'] + words)

        then:
        answer.code() == 3
        answer.out() == ''
        answer.err().contains(message as String)
        answer.err().contains("= $remedy")

        where:
        words                                 | message                                     | remedy
        []                                    | 'peerlab memcached needs a trace'           | 'write peerlab'
        ['a', 'b']                            | 'peerlab memcached takes one trace'         | 'write peerlab'
        ['uniform', '--policy', 'lruu']       | "there is no policy 'lruu'"                 | "did you mean 'lru'"
        ['uniform', '--policy', 'opt']        | "'opt' cannot stand beside a server"        | 'leave it out'
        ['uniform', '--policy', 'arc']        | "'arc' cannot stand beside a server"        | 'leave it out'
        ['uniform', '--servers', '65']        | '--servers is at most 64, found 65'         | 'write fewer'
        ['uniform', '--port', '70000']        | '--port is at most 65534, found 70000'      | 'write fewer'
        ['uniform', '--memory', '300KiB']     | "a server's memory is in whole MiB, from 2"  | 'write --memory 4MiB'
        ['uniform', '--memory', '1MiB']       | "a server's memory is in whole MiB, from 2"  | 'write --memory 4MiB'
        ['uniform', '--memory', '99999999MiB'] | "a server's memory is in whole MiB, from 2" | 'write --memory 4MiB'
        ['none.csv', '--keys', '5']           | '--keys is for workloads'                   | 'leave it out'
    }

    @Requires({ MemcachedCommandSpec.IS_HERE })
    def "a trace that is not there is told, and no server is started for it"() {
        when:
        def answer = new Shell(folder).run(['memcached', 'none.csv'])

        then:
        answer.code() == 3
        answer.err().contains('none.csv')
    }

    private static List<Map<String, Object>> rows(answer) { new ObjectMapper().readValue(answer.out(), List) }

    /** The first of some successive ports that nobody listens at. */
    private static int freePorts(int count) {
        (1..100).findResult {
            def first = new ServerSocket(0).withCloseable { it.localPort }
            def areFree = (first..<first + count).every { port ->
                try {
                    new ServerSocket(port, 1, InetAddress.getByName(MemcachedServers.HOST)).close()
                    true
                } catch (IOException taken) {
                    false
                }
            }
            areFree ? first : null
        }
    }
}
