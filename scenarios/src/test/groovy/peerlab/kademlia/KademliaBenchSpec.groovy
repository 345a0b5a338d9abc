package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Parameters
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.workbench.Effect.Send
import peerlab.engine.protocol.workbench.Host
import spock.lang.Specification

/** One Kademlia peer, p1, on the bench, and others by name only. */
abstract class KademliaBenchSpec extends Specification {

    static final Span SECOND = Span.seconds(1)
    static final int PEERS = 40

    def deployment = deployment([k: 3L, alpha: 2L, probe: Span.ZERO])
    def host = host(0)

    static KademliaDeployment deployment(Map<String, Object> options) {
        def parameters = new Parameters(new KademliaProvider().parameters(), options)
        def members = (0..<PEERS).collect { new Member(PeerId.of(it), 'p', parameters) }
        (KademliaDeployment) new KademliaProvider().deploy(members, Hooks.REFERENCE, new RandomSource(5))
    }

    Host host(int index, List<Integer> contacts = [], Object saved = null, boolean isWatched = false) {
        def member = new Member(peer(index), 'p', new Parameters(new KademliaProvider().parameters(), [:]))
        def known = contacts.collect { peer(it) }
        def setup = new PeerSetup(member, known, Optional.ofNullable(saved), new RandomSource(1))
        new Host(peer(index), deployment.create(setup), new RandomSource(1), isWatched)
    }

    static PeerId peer(int index) { PeerId.of(index) }

    Contact contact(int index) { deployment.contact(peer(index)) }

    /** The peers but p1, the closest to a point first. */
    List<Integer> closest(Key target) {
        (1..<PEERS).toSorted { a, b -> target.compareDistances(contact(a), contact(b)) }
    }

    /** Lets p1 hear of peers, by a ping of each. */
    void knows(List<Integer> peers) { peers.each { host.receives(peer(it), new Ping(1000 + it)) } }

    List<Send> requests(Class type) { host.sent.findAll { type.isInstance(it.message()) } }

    /** A key and the peers in the order of their distance, of which three at least are closer than p1. */
    List keyFarFromSelf() {
        def key = (1..100).collect { "key-$it".toString() }.find { text ->
            def place = deployment.place(text)
            closest(place).findAll { place.compareDistances(contact(it), contact(0)) < 0 }.size() in 13..30
        }
        [key, closest(deployment.place(key))]
    }

    def table() { host.@protocol.table() }
}
