package peerlab.dsl

import peerlab.engine.base.Bytes
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.base.Unit
import peerlab.engine.protocol.CacheTerms
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Hook
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.MetricSpec
import peerlab.engine.protocol.Misbehaviour
import peerlab.engine.protocol.Objection
import peerlab.engine.protocol.Operation
import peerlab.engine.protocol.Parameter
import peerlab.engine.protocol.Party
import peerlab.engine.protocol.ProtocolProvider

/** A protocol by name only: what the language needs to know of it, and nothing that runs. */
class FakeKademlia implements ProtocolProvider {
    String name() { 'kademlia' }

    String summary() { 'a distributed hash table' }

    List<Parameter> parameters() {
        [Parameter.integer('k', 20, 1, 1000, 'contacts in a bucket'),
         Parameter.integer('alpha', 3, 1, 64, 'requests in flight'),
         Parameter.span('requestTimeout', Span.seconds(1), Span.millis(1), Span.minutes(1),
                 'how long to wait'),
         Parameter.flag('cacheOnLookup', true, 'keep what was found'),
         Parameter.word('eviction', 'ping', ['ping', 'never'], 'what happens to old contacts')]
    }

    List<Operation> operations() {
        [new Operation('put', 'puts', Operation.Effect.WRITES, 'store a value'),
         new Operation('get', 'gets', Operation.Effect.READS, 'find a value'),
         new Operation('lookup', 'lookups', Operation.Effect.NEITHER, 'find the closest peers')]
    }

    List<MetricSpec> metrics() {
        [new MetricSpec('buckets.largest', MetricSpec.Kind.GAUGE, Unit.NUMBER, 'the fullest bucket'),
         new MetricSpec('lookups.hops', MetricSpec.Kind.DISTRIBUTION, Unit.NUMBER, 'referrals')]
    }

    List<Class<? extends Message>> messages() { [FindNode, FindValue] }

    List<Hook> hooks() {
        [new Hook('routing-table', RoutingTable, 'whom a peer knows'),
         new Hook('closest', Proximity, 'who is close')]
    }

    List<Misbehaviour> misbehaviours() {
        [new Misbehaviour('lies', 'makes values up', ['chance', 'victim', 'target']),
         new Misbehaviour('misroutes', 'leads astray', ['towards', 'chance', 'victim', 'target']),
         new Misbehaviour('stalls', 'answers late, and asks again and again', ['by', 'every'],
                 ['by', 'every'])]
    }

    Optional<CacheTerms> cache() {
        Optional.of(new CacheTerms([
                Parameter.word('policy', 'lru', ['lru', 'lfu'], 'who goes'),
                new Parameter('capacity', Parameter.Type.BYTES, new Bytes(65536), new Bytes(1), null, [],
                        'how many bytes it holds'),
                new Parameter('entries', Parameter.Type.INTEGER, null, 1L, null, [],
                        'how many entries it holds'),
                Parameter.span('ttl', null, Span.millis(1), null, 'how long an entry is fresh'),
                Parameter.flag('sliding', false, 'whether a use makes it fresh again')],
                { given -> given.capacity && given.entries ? [new Objection('entries',
                        "'capacity' and 'entries' both say how much it holds", 'keep one of them')] : [] }))
    }

    List<Objection> objections(List<Party> parties) {
        def groups = parties*.options()
        (0..<groups.size()).findAll { groups[it].integer('alpha') > Math.max(3, groups[it].integer('k')) }
                .collect { new Objection(it, 'alpha', "'alpha' of ${groups[it].integer('alpha')} among " +
                        "${groups[it].integer('k')} contacts".toString(), 'make k larger') }
    }

    boolean canStartConverged() { true }

    boolean hasPlaces() { true }

    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        throw new UnsupportedOperationException('nothing runs here')
    }

    interface RoutingTable { }

    interface Proximity { }

    static class FindNode implements Message { }

    static class FindValue implements Message { }
}
