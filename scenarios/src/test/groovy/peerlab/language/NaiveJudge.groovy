package peerlab.language

import groovy.transform.CompileStatic
import groovy.transform.Immutable

import peerlab.language.Recorded.State

/**
 * The six operators as the language defines them, each by looking at all states of a finished run at once.
 * True, false and null, where a value is missing, are the three truths.
 */
@CompileStatic
class NaiveJudge {

    static final long NEVER = Long.MAX_VALUE

    @Immutable
    static class Answer {
        String verdict
        Long at
    }

    final List<State> states
    final Map<State, Integer> numbers = new IdentityHashMap<>()
    final Recorded recorded
    final long end

    NaiveJudge(Recorded recorded, Long over, long end) {
        this.recorded = recorded
        this.end = end
        this.states = over == null ? recorded.states : recorded.moving(over, end)
        recorded.states.eachWithIndex { State state, int i -> numbers[state] = i }
    }

    /** When a moment is: a time, the time of a mark, the start. */
    private long timeOf(Object moment, long otherwise) {
        return moment == null ? otherwise : moment instanceof String
                ? recorded.states[recorded.marks[moment as String]].time : moment as long
    }

    /** The states from a moment on; that in which a time falls begins there. */
    private List<State> from(Object after) {
        if (after instanceof String) {
            State first = recorded.states[recorded.marks[after as String]]
            return states.drop(states.findIndexOf { State it -> it.is(first) })
        }
        long begin = timeOf(after, 0)
        List<State> later = states.findAll { State it -> it.time >= begin }
        List<State> earlier = states.findAll { State it -> it.time < begin }
        boolean isBetween = earlier && (later.isEmpty() || later[0].time > begin)
        return isBetween ? [new State(time: begin, up: earlier[-1].up, ended: earlier[-1].ended)] + later : later
    }

    Answer always(Closure<Boolean> p, Object after, Object until) {
        long to = timeOf(until, NEVER)
        List<State> window = from(after).findAll { State it -> it.time < to }
        State broken = window.find { State it -> p(it) == Boolean.FALSE }
        if (broken) {
            return new Answer('FAIL', broken.time)
        }
        return new Answer(window.every { State it -> p(it) == null } ? 'INCONCLUSIVE' : 'PASS', null)
    }

    Answer never(Closure<Boolean> p, Object after, Object until) {
        return always({ State it -> p(it) == null ? null : !p(it) }, after, until)
    }

    Answer eventually(Closure<Boolean> p, Object after, long within) {
        long deadline = timeOf(after, 0) + within
        List<State> window = from(after).findAll { State it -> it.time <= deadline }
        State held = window.find { State it -> p(it) }
        if (held) {
            return held.is(window[0]) ? new Answer('INCONCLUSIVE', null) : new Answer('PASS', held.time)
        }
        return window.every { State it -> p(it) == null } ? new Answer('INCONCLUSIVE', null)
                : new Answer('FAIL', deadline)
    }

    Answer settles(Closure<Boolean> p, Object after, long within) {
        long deadline = timeOf(after, 0) + within
        List<State> window = from(after).findAll { State it -> p(it) != null }
        List<State> late = window.findAll { State it -> it.time > deadline }
        State last = window.findAll { State it -> it.time <= deadline }.with { it ? it[-1] : null }
        if (last != null && !p(last)) {
            return new Answer('FAIL', deadline)
        }
        Long relapse = null
        Boolean before = last == null ? null : Boolean.TRUE
        late.each { State it ->
            relapse = !p(it) && before != Boolean.FALSE ? it.time : relapse
            before = p(it)
        }
        return relapse != null ? new Answer('FAIL', relapse) : new Answer(last == null ? 'INCONCLUSIVE' : 'PASS', null)
    }

    Answer leadsTo(Closure<Boolean> a, Closure<Boolean> b, Object after, Object until, long within) {
        long to = timeOf(until, NEVER)
        List<State> window = from(after)
        List<Integer> starts = []
        Boolean before = null
        window.eachWithIndex { State it, int i ->
            Boolean holds = a(it)
            if (holds && !before && it.time < to) {
                starts << i
            }
            before = holds == null ? before : holds
        }
        Long unmet = null
        boolean isPending = false
        boolean isUnjudged = false
        starts.each { int i ->
            long deadline = window[i].time + within
            List<State> answers = window.drop(i).findAll { State it -> it.time <= deadline }
            if (!answers.any { State it -> b(it) }) {
                boolean isUnknown = answers.every { State it -> b(it) == null }
                isPending |= deadline > end
                isUnjudged |= isUnknown && deadline <= end
                unmet = unmet == null && deadline <= end && !isUnknown ? deadline : unmet
            }
        }
        if (unmet != null) {
            return new Answer('FAIL', unmet)
        }
        return new Answer(starts && !isPending && !isUnjudged ? 'PASS' : 'INCONCLUSIVE', null)
    }

    Answer atEnd(Closure<Boolean> p) {
        State last = states[-1]
        Boolean holds = p(new State(time: end, up: last.up, ended: last.ended))
        return holds == null ? new Answer('INCONCLUSIVE', null) : new Answer(holds ? 'PASS' : 'FAIL', holds ? null : end)
    }
}
