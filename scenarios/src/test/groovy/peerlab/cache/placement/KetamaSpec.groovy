package peerlab.cache.placement

import net.spy.memcached.DefaultHashAlgorithm
import net.spy.memcached.KetamaNodeLocator
import net.spy.memcached.MemcachedNode
import spock.lang.Specification

/** Ketama, held against the client library that put it to use. */
class KetamaSpec extends Specification {

    def "#count peers: each of 5,000 keys is where spymemcached's KetamaNodeLocator has it"() {
        given: 'the same peers, there and here'
        def names = (1..count).collect { "10.0.${it.intdiv(200)}.${it % 200}:11211".toString() }
        def nodes = names.collect { name ->
            def address = new InetSocketAddress(InetAddress.getByName(name.tokenize(':')[0]), 11211)
            [getSocketAddress: { address }] as MemcachedNode
        }
        def theirs = new KetamaNodeLocator(nodes, DefaultHashAlgorithm.KETAMA_HASH)
        def ours = Placements.named('ketama').orElseThrow().over(names, [:], 0)

        expect: 'the same owner, for keys of all kinds'
        5000.times {
            def key = it % 3 == 0 ? "key-$it".toString()
                    : it % 3 == 1 ? "user:${it * 7919}:profile".toString()
                    : "schl\u00fcssel \u20ac $it".toString()
            assert "/${ours.of(key)}" == theirs.getPrimary(key).socketAddress.toString()
        }

        where:
        count << [1, 2, 3, 10, 57]
    }

    def "without a peer the keys of that peer alone move, in both"() {
        given: 'four peers, and the same without one'
        def names = (1..4).collect { "192.168.1.$it:11211".toString() }
        def entry = Placements.named('ketama').orElseThrow()
        def all = entry.over(names, [:], 0)
        def fewer = entry.over(names - names[2], [:], 0)

        expect: 'all others stay'
        3000.times {
            def owner = all.of("key-$it".toString())
            assert owner == names[2] || fewer.of("key-$it".toString()) == owner
        }
    }
}
