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
    final Recorded recorded
    final long end

    NaiveJudge(Recorded recorded, Long over, long end) {
        this.recorded = recorded
        this.end = end
        this.states = over == null ? recorded.states : recorded.moving(over, end)
    }

    /** When a moment is: a time, the time of a mark, the start; never for a mark that was not reached. */
    private long timeOf(Object moment, long otherwise) {
        if (moment instanceof String) {
            Integer number = recorded.marks[moment as String]
            return number == null ? NEVER : recorded.states[number].time
        }
        return moment == null ? otherwise : moment as long
    }

    private boolean isUnreached(Object moment) {
        return moment instanceof String && timeOf(moment, 0) == NEVER
    }

    /** The states from a moment on; that in which a time falls begins there. */
    private List<State> from(Object after) {
        if (after instanceof String) {
            Integer number = recorded.marks[after as String]
            return number == null ? [] as List<State>
                    : states.drop(states.findIndexOf { State it -> it.is(recorded.states[number]) })
        }
        long begin = timeOf(after, 0)
        if (begin > end) {
            return []
        }
        List<State> later = states.findAll { State it -> it.time >= begin }
        List<State> earlier = states.findAll { State it -> it.time < begin }
        boolean isBetween = earlier && (later.isEmpty() || later[0].time > begin)
        if (isBetween) {
            later.add(0, new State(time: begin, up: earlier[-1].up, ended: earlier[-1].ended))
        }
        return later
    }

    Answer always(Closure<Boolean> p, Object after, Object until) {
        long to = timeOf(until, NEVER)
        List<State> window = from(after).findAll { State it -> it.time < to }
        State broken = window.find { State it -> p(it) == Boolean.FALSE }
        if (broken) {
            return new Answer('FAIL', broken.time)
        }
        boolean isOpen = isUnreached(until) || window.every { State it -> p(it) == null }
        return new Answer(isOpen ? 'INCONCLUSIVE' : 'PASS', null)
    }

    Answer never(Closure<Boolean> p, Object after, Object until) {
        return always({ State it -> p(it) == null ? null : !p(it) }, after, until)
    }

    Answer eventually(Closure<Boolean> p, Object after, long within) {
        long deadline = timeOf(after, 0) == NEVER ? NEVER : timeOf(after, 0) + within
        List<State> window = from(after).findAll { State it -> it.time <= deadline }
        State held = window.find { State it -> p(it) }
        if (held) {
            return held.is(window[0]) ? new Answer('INCONCLUSIVE', null) : new Answer('PASS', held.time)
        }
        boolean isOpen = deadline > end || window.every { State it -> p(it) == null }
        return isOpen ? new Answer('INCONCLUSIVE', null) : new Answer('FAIL', deadline)
    }

    Answer settles(Closure<Boolean> p, Object after, long within) {
        long deadline = timeOf(after, 0) == NEVER ? NEVER : timeOf(after, 0) + within
        List<State> window = from(after).findAll { State it -> p(it) != null }
        List<State> late = window.findAll { State it -> it.time > deadline }
        State last = window.findAll { State it -> it.time <= deadline }.with { it ? it[-1] : null }
        if (last != null && !p(last)) {
            return deadline > end ? new Answer('INCONCLUSIVE', null) : new Answer('FAIL', deadline)
        }
        Long relapse = null
        Boolean before = last == null ? null : Boolean.TRUE
        late.each { State it ->
            relapse = !p(it) && before != Boolean.FALSE ? it.time : relapse
            before = p(it)
        }
        return relapse != null ? new Answer('FAIL', relapse)
                : new Answer(last == null ? 'INCONCLUSIVE' : 'PASS', null)
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
        boolean isOpen = starts.isEmpty() || isPending || isUnjudged || isUnreached(until)
        return new Answer(isOpen ? 'INCONCLUSIVE' : 'PASS', null)
    }

    Answer atEnd(Closure<Boolean> p) {
        State last = states[-1]
        Boolean holds = p(new State(time: end, up: last.up, ended: last.ended))
        return holds == null ? new Answer('INCONCLUSIVE', null)
                : holds ? new Answer('PASS', null) : new Answer('FAIL', end)
    }
}
