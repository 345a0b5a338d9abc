package peerlab.kademlia

import groovy.transform.CompileStatic
import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.protocol.Context
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Outcome
import peerlab.engine.protocol.Parameters
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.Population
import peerlab.engine.protocol.Protocol
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Step
import peerlab.engine.protocol.Timer

/**
 * A loop that delivers messages between Kademlia peers, without any simulator: latency, time, crashes, no
 * more.
 */
@CompileStatic
class SmallNetwork implements Population {

    final List<Member> memberList
    final KademliaDeployment deployment
    final RandomSource random
    final Map<PeerId, Kademlia> up = [:]
    final Map<PeerId, Object> saved = [:]
    final Map<Long, Object> answers = new LinkedHashMap<>()
    final Map<Long, Outcome> outcomes = new LinkedHashMap<>()
    final Map<Long, List<String>> explanations = new LinkedHashMap<>()
    final Map<String, Integer> sent = new TreeMap<>()
    Closure<Long> latency = { 50_000_000L }
    private final PriorityQueue<Event> queue = new PriorityQueue<>()
    private final Map<List, Event> timers = [:]
    private long now
    private long sequence
    private long requests

    SmallNetwork(
            int count, Map<String, Object> options = [:], long seed = 1, Hooks hooks = Hooks.REFERENCE) {
        random = new RandomSource(seed)
        def parameters = new Parameters(new KademliaProvider().parameters(), options)
        memberList = (0..<count).collect { int i -> new Member(PeerId.of(i), 'p', parameters) }
        def own = random.stream('deployment')
        deployment = (KademliaDeployment) new KademliaProvider().deploy(memberList, hooks, own)
    }

    static class Event implements Comparable<Event> {
        long at
        long sequence
        Closure<?> action
        boolean isCancelled

        int compareTo(Event other) {
            at != other.at ? Long.compare(at, other.at) : Long.compare(sequence, other.sequence)
        }
    }

    class Seat implements Context {
        PeerId self
        Kademlia protocol
        RandomSource stream

        PeerId self() { self }

        SimTime now() { new SimTime(SmallNetwork.this.now) }

        RandomSource random() { stream }

        void send(PeerId to, Message message) {
            sent.merge(message.type(), 1) { int a, int b -> a + b }
            schedule(latency.call()) {
                def target = up[to]
                if (target != null) {
                    target.onMessage(self, message, seat(to, target))
                }
            }
        }

        void startTimer(Timer timer, Span delay) {
            cancelTimer(timer)
            def me = protocol
            timers[[self, timer] as List] = schedule(delay.nanos()) {
                if (up[self].is(me)) {
                    timers.remove([self, timer] as List)
                    me.onTimer(timer, this)
                }
            }
        }

        void cancelTimer(Timer timer) {
            def before = timers.remove([self, timer] as List)
            if (before != null) {
                before.isCancelled = true
            }
        }

        void reply(Request request, Object answer) {
            answers[request.id()] = answer
            outcomes[request.id()] = deployment.judge(request, answer, SmallNetwork.this)
            explanations[request.id()] = deployment.explain(request, answer, SmallNetwork.this)
        }

        void step(Step step) { }

        boolean isWatched() { false }

        void save(Object state) { saved[self] = state }
    }

    private Seat seat(PeerId id, Kademlia protocol) {
        new Seat(self: id, protocol: protocol, stream: random.stream('peer', id.index()))
    }

    Event schedule(long delay, Closure<?> action) {
        def event = new Event(at: now + delay, sequence: sequence++, action: action)
        queue.add(event)
        event
    }

    /** Brings a peer up, without calling its start. */
    Kademlia create(int index, List<Integer> contacts = []) {
        def id = PeerId.of(index)
        def setup = new PeerSetup(memberList[index], contacts.collect { PeerId.of(it) },
                Optional.ofNullable(saved[id]), random.stream('peer', index))
        up[id] = (Kademlia) deployment.create(setup)
        up[id]
    }

    /** Brings a peer up, and lets it join through others. */
    void start(int index, List<Integer> contacts = []) {
        def protocol = create(index, contacts)
        protocol.onStart(seat(PeerId.of(index), protocol))
    }

    /** Brings all peers up with converged tables. */
    SmallNetwork converged() {
        memberList.size().times { create(it) }
        deployment.converge(this, random.stream('converge'))
        memberList.size().times { int i -> up[PeerId.of(i)].onStart(seat(PeerId.of(i), up[PeerId.of(i)])) }
        this
    }

    void crash(int index) { up.remove(PeerId.of(index)) }

    long ask(int index, String operation, String key, Object value = null) {
        def request = new Request(++requests, operation, key, value, [:])
        def protocol = up[PeerId.of(index)]
        protocol.onRequest(request, seat(PeerId.of(index), protocol))
        request.id()
    }

    /** Time passes. */
    void advance(Span span) {
        long end = now + span.nanos()
        while (!queue.isEmpty() && queue.peek().at <= end) {
            def event = queue.poll()
            if (!event.isCancelled) {
                now = event.at
                event.action.call()
            }
        }
        now = end
    }

    List<PeerId> members() { memberList*.id() }

    boolean isUp(PeerId peer) { up.containsKey(peer) }

    Optional<Protocol> protocol(PeerId peer) { Optional.ofNullable((Protocol) up[peer]) }

    Optional<String> downSince(PeerId peer) { isUp(peer) ? Optional.<String>empty() : Optional.of('50 s') }
}
