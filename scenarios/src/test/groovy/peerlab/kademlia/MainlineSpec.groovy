package peerlab.kademlia

import lbms.plugins.mldht.DHTConfiguration
import lbms.plugins.mldht.kad.DHT
import lbms.plugins.mldht.kad.DHTLogger
import lbms.plugins.mldht.kad.KBucketEntry
import lbms.plugins.mldht.kad.KClosestNodesSearch
import lbms.plugins.mldht.kad.Node
import lbms.plugins.mldht.kad.RPCServerManager
import peerlab.engine.base.RandomSource
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import spock.lang.Specification

import java.util.function.Predicate

/** The tables of mldht, a mainline DHT in wide use that others wrote, are asked the same questions. */
class MainlineSpec extends Specification {

    static final int MAINLINE_K = 8

    def setupSpec() {
        DHT.setLogger([log: { Object[] message -> }] as DHTLogger)
    }

    def "#peers ids: the table names the same closest contacts as a mainline DHT's (seed #seed)"() {
        given: 'both tables with the same contacts'
        def all = IdSpaceSpec.contacts(peers + 1, 160, seed)
        def table = new KBuckets()
        table.begin(all[0], MAINLINE_K, Span.ZERO)
        all.drop(1).each { table.seen(it, SimTime.ZERO) }
        def mainline = mainline(all[0], table.contacts())
        def random = new RandomSource(seed)

        expect: 'both hold them all'
        mainline.node.table().stream().mapToInt { it.bucket.numEntries }.sum() == table.size()

        and: 'a hundred targets, near and far, have the same answers'
        100.times {
            def near = all[random.nextInt(all.size())]
            def target = it % 2
                    ? Key.inRange(near, random.nextInt(20), random)
                    : IdSpaceSpec.randomKey(random)
            def search = new KClosestNodesSearch(mainlineKey(target), MAINLINE_K, mainline)
            search.filter = { true }
            search.fill(false)
            def theirs = search.entries.collect { it.getID().toString(false).toLowerCase() } as Set
            assert table.closest(target, MAINLINE_K, null).collect { it.key().toString() } as Set == theirs
        }

        where:
        [peers, seed] << [[5, 20, 100, 500], (1..8)].combinations()
    }

    private static DHT mainline(Contact owner, List<Contact> contacts) {
        def dht = new DHT(DHT.DHTtype.IPV4_DHT)
        def node = new Node(dht)
        dht.@node = node
        dht.@config = [filterBindAddress: { -> { true } as Predicate }] as DHTConfiguration
        dht.@serverManager = new RPCServerManager(dht)
        node.@baseKey = mainlineKey(owner.key())
        node.@usedIDs.add(mainlineKey(owner.key()))
        def options = Class.forName('lbms.plugins.mldht.kad.Node$InsertOptions')
        contacts.each {
            int i = it.peer().index() + 1
            def address = InetAddress.getByAddress([11, i >> 16, i >> 8, i] as byte[])
            def entry = new KBucketEntry(new InetSocketAddress(address, 6881), mainlineKey(it.key()))
            entry.setVerified(true)
            node.insertEntry(entry, EnumSet.noneOf(options))
        }
        dht
    }

    private static lbms.plugins.mldht.kad.Key mainlineKey(Key key) {
        new lbms.plugins.mldht.kad.Key(key.toString().decodeHex())
    }
}
