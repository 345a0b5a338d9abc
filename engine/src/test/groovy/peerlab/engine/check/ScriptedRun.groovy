package peerlab.engine.check

import groovy.transform.CompileStatic
import peerlab.engine.base.Offset
import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.base.Unit
import peerlab.engine.observe.FailedOperation
import peerlab.engine.observe.Reading
import peerlab.engine.observe.Topology
import peerlab.engine.observe.View
import peerlab.engine.protocol.Request
import peerlab.engine.spec.ExpectationSpec
import peerlab.engine.spec.Expression

/**
 * A run without a simulator: metrics and peers change as a spec says, and the checks are told as a run tells
 * them. Times are in seconds.
 */
@CompileStatic
class ScriptedRun implements View {

    /** A metric that a spec sets: a number, or NaN where there is none. */
    static class Dial implements Reading {
        Unit unit = Unit.NUMBER
        String detail = ''
        double value = Double.NaN
        long version
        int reads

        void set(double next) {
            value = next
            version++
        }

        double at(long nanos) { reads++; return value }

        long version() { version }

        long nextExpiry(long nanos) { Long.MAX_VALUE }

        Unit unit() { unit }

        String detail(long nanos) { detail }
    }

    /**
     * The share of requests that succeeded, in a window that ends at the instant asked for and is open at its
     * beginning.
     */
    static class SuccessRate implements Reading {
        final List<Long> times = []
        final List<Boolean> fates = []
        final long over
        long version

        SuccessRate(Optional<Span> over) {
            this.over = over.map { it.nanos() }.orElse(Long.MAX_VALUE)
        }

        void add(long nanos, boolean isSuccess) {
            times << nanos
            fates << isSuccess
            version++
        }

        private List<Boolean> within(long nanos) {
            List<Boolean> found = []
            for (int i = 0; i < times.size(); i++) {
                if (times[i] > nanos - over) {
                    found << fates[i]
                }
            }
            return found
        }

        double at(long nanos) {
            List<Boolean> found = within(nanos)
            return found.isEmpty() ? Double.NaN : found.count(true).doubleValue() / found.size()
        }

        long version() { version }

        long nextExpiry(long nanos) {
            Long oldest = times.find { it > nanos - over }
            return oldest == null || over == Long.MAX_VALUE ? Long.MAX_VALUE : oldest + over
        }

        Unit unit() { Unit.RATIO }

        String detail(long nanos) {
            List<Boolean> found = within(nanos)
            return "${found.count(false)} of ${found.size()}".toString()
        }
    }

    /** A peer that shows what a spec gave it. */
    static class ScriptedPeer implements View.PeerView {
        PeerId id
        boolean isUp = true
        Map<String, Object> values = [:]
        int asked
        boolean isPaused
        boolean isSlow
        Offset clockOffset = Offset.NONE

        boolean isPaused() { isPaused }

        boolean isSlow() { isSlow }

        Offset clockOffset() { clockOffset }

        PeerId id() { id }

        String group() { 'p' }

        String protocol() { 'scripted' }

        boolean isUp() { isUp }

        boolean hasBegun() { true }

        SimTime since() { SimTime.ZERO }

        Map<String, Object> values() { asked++; return isUp ? values : [:] as Map<String, Object> }

        List<PeerId> neighbours() { [] }
    }

    final Map<String, Dial> dials = [:].withDefault { new Dial() } as Map<String, Dial>
    final List<SuccessRate> rates = []
    final List<ScriptedPeer> scripted
    final Map<String, Boolean> properties = [:]
    final List<FailedOperation> failed = []
    final List<View.FaultView> active = []
    Checks checks
    long now

    ScriptedRun(int peerCount = 0) {
        scripted = (0..<peerCount).collect { int i -> new ScriptedPeer(id: PeerId.of(i)) }
    }

    ScriptedRun watch(ExpectationSpec... expectations) {
        checks = new Checks(expectations.toList(), Optional.<Expression> empty(), this)
        checks.begin(0)
        return this
    }

    /** What a metric shows before anything is watched. */
    void set0(String metric, Object value) {
        dials[metric].set(value as double)
    }

    /** An event: something changes, and the checks hear of it. */
    ScriptedRun at(Object seconds, String mark = null, int touched = Checks.ALL, Runnable change) {
        long nanos = Words.nanos(seconds)
        checks.passTo(nanos)
        now = nanos
        change.run()
        if (mark != null) {
            checks.mark(mark, nanos)
        }
        checks.afterEvent(nanos, touched)
        return this
    }

    /** A metric takes a value. */
    ScriptedRun set(Object seconds, String metric, Object value) {
        return at(seconds, null, Checks.ALL, { dials[metric].set(value as double) } as Runnable)
    }

    /** A step with a mark, after which nothing else is different. */
    ScriptedRun mark(Object seconds, String name) {
        return at(seconds, name, Checks.ALL, { } as Runnable)
    }

    /** A get ends. */
    ScriptedRun get(Object seconds, boolean isSuccess, int peer = 0, String key = 'key-1',
            List<String> why = []) {
        return at(seconds, null, Checks.ALL, {
            rates.each { it.add(now, isSuccess) }
            if (!isSuccess) {
                failed << new FailedOperation(
                        new Request(failed.size(), 'get', key, null, [:]), PeerId.of(peer),
                        new SimTime(now), new SimTime(now), 'not found', why)
            }
        } as Runnable)
    }

    /** A peer shows something else. */
    ScriptedRun show(Object seconds, int peer, Map<String, Object> values) {
        return at(seconds, null, peer, { scripted[peer].values = values } as Runnable)
    }

    ExpectationVerdict end(Object seconds) {
        return ends(seconds)[0]
    }

    List<ExpectationVerdict> ends(Object seconds) {
        return checks.finish(Words.nanos(seconds))
    }

    SimTime now() { new SimTime(now) }

    List<PeerId> peers() { scripted*.id() }

    View.PeerView peer(PeerId id) { scripted[id.index()] }

    Reading reading(Expression.Metric metric, Optional<Span> over) {
        if (metric.name() == 'gets.successRate') {
            SuccessRate rate = new SuccessRate(over)
            rates << rate
            return rate
        }
        return dials[metric.name()]
    }

    boolean holds(String property) { properties[property] }

    List<View.FaultView> faults() { active }

    Topology topology() { new Topology(now(), [], [], []) }

    List<FailedOperation> failures(String plural, SimTime from) {
        return plural == 'gets' ? failed.findAll { it.failed() >= from } : [] as List<FailedOperation>
    }
}
