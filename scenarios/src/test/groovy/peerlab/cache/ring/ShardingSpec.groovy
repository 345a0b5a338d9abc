package peerlab.cache.ring

import java.nio.file.Path

import peerlab.cache.theory.CheApproximation
import peerlab.cache.trace.Popularity
import peerlab.engine.RunResult
import peerlab.kademlia.Trial
import spock.lang.Specification
import spock.lang.TempDir

/** Many small caches against one large one. */
class ShardingSpec extends Specification {

    static final int KEYS = 2000
    static final double EXPONENT = 0.8d
    static final int ROOM = 400

    @TempDir
    Path folder

    RunResult run(int peers, int replicas, int entries, String policy) {
        new Trial(folder).run("""\
            scenario: Shards
            peers:
              - { count: $peers, run: cache-ring, start: converged, replicas: $replicas, virtualNodes: 400,
                  reads: any, origin: 1us, gossip: 1h }
              - { count: 1, as: client, run: cache-ring, start: converged, role: client, reads: any,
                  origin: 1us, gossip: 1h }
            cache: { policy: $policy, entries: $entries }
            network: { latency: 1us }
            timeline:
              - { during: 0s..100s, get: "zipf($EXPONENT, of: $KEYS)", from: any client, every: 2ms }
            stop: { at: 101s }
            """)
    }

    def "sharded over #peers caches, #policy hits as often as one cache as large as all of them"() {
        when: 'the room is one, or split into equal parts'
        double whole = 1 - Trial.value(run(1, 1, ROOM, policy), 'origin.share')
        double parts = 1 - Trial.value(run(peers, 1, ROOM.intdiv(peers), policy), 'origin.share')

        then: """50,000 gets: a standard error of 0.2 %; a shard sees a part of the popularity only, which is
                 never split quite evenly: 1.5 % for all that together"""
        Math.abs(whole - parts) < 0.015

        and: 'and both what Che and its analogue for FIFO expect; the cold start costs a little'
        def popularity = Popularity.zipf(KEYS, EXPONENT)
        def theory = new CheApproximation(popularity)
        double expected = policy == 'lru' ? theory.lru(ROOM) : theory.fifo(ROOM)
        Math.abs(parts - expected) < 0.02

        where:
        peers | policy
        4     | 'lru'
        10    | 'lru'
        4     | 'fifo'
    }

    def "copies of one cache hit as often as one of them"() {
        when: 'four caches with all the keys, or one'
        double copies = 1 - Trial.value(run(4, 4, ROOM.intdiv(4), 'lru'), 'origin.share')
        double shards = 1 - Trial.value(run(4, 1, ROOM.intdiv(4), 'lru'), 'origin.share')
        double one = 1 - Trial.value(run(1, 1, ROOM.intdiv(4), 'lru'), 'origin.share')

        then: 'what is written to all is the same everywhere'
        Math.abs(copies - one) < 0.06
        copies < shards - 0.1
    }
}
