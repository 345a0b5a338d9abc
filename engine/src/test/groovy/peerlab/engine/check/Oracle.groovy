package peerlab.engine.check

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/**
 * Judges a finished timeline by looking at all of its states at once, word by word as the operators are
 * defined. It shares nothing with the code it judges. Times are whole numbers; true, false and null are the
 * three truths.
 */
@CompileStatic
class Oracle {

    /** A state, from its time on; at one time there may be several, in their order. */
    @Immutable
    static class State {
        int time
        Boolean p
        Boolean a
    }

    @Immutable
    static class Answer {
        String verdict
        Integer at
    }

    final List<State> states
    /** For each mark the states that it begins with, in the order of time. */
    final Map<String, List<Integer>> marks
    final int end

    Oracle(List<State> states, Map<String, List<Integer>> marks, int end) {
        this.states = states
        this.marks = marks
        this.end = end
    }

    private Integer timeOf(Object moment, Integer otherwise) {
        if (moment == null) {
            return otherwise
        }
        if (moment instanceof Integer) {
            return (Integer) moment
        }
        List<Integer> reached = marks[moment as String]
        return reached ? states[reached.last()].time : null
    }

    /** The states from a moment on, each with the first instant of it that counts. */
    private List<State> from(Object moment) {
        Integer begin = timeOf(moment, 0)
        List<State> found = []
        states.eachWithIndex { State state, int i ->
            int over = i + 1 < states.size() ? states[i + 1].time : end + 1
            boolean isLater = moment instanceof String ? i >= marks[moment as String].last() : state.time >= begin || over > begin
            if (isLater) {
                found << new State(Math.max(state.time, begin), state.p, state.a)
            }
        }
        return found
    }

    private Answer unreachedOrLate(Object after) {
        Integer begin = timeOf(after, 0)
        if (begin == null) {
            return new Answer('INCONCLUSIVE', null)
        }
        return begin > end ? new Answer('INCONCLUSIVE', end) : null
    }

    Answer always(Object after, Object until, boolean forbidden) {
        Answer early = unreachedOrLate(after)
        if (early) {
            return early
        }
        Integer to = timeOf(until, Integer.MAX_VALUE)
        List<State> window = from(after).findAll { it.time < (to == null ? Integer.MAX_VALUE : to) }
        State broken = window.find { it.p == forbidden }
        if (broken) {
            return new Answer('FAIL', broken.time)
        }
        if (to == null || window.every { it.p == null }) {
            return new Answer('INCONCLUSIVE', null)
        }
        return new Answer('PASS', Math.min(to, end))
    }

    Answer eventually(int within, Object after) {
        Answer early = unreachedOrLate(after)
        if (early) {
            return early
        }
        int begin = timeOf(after, 0)
        List<State> window = from(after).findAll { it.time <= begin + within }
        if (window[0].p) {
            return new Answer('INCONCLUSIVE', begin)
        }
        State held = window.find { it.p }
        if (held) {
            return new Answer('PASS', held.time)
        }
        if (window.every { it.p == null }) {
            return new Answer('INCONCLUSIVE', null)
        }
        return begin + within <= end ? new Answer('FAIL', begin + within) : new Answer('INCONCLUSIVE', end)
    }

    Answer settles(int within, Object after) {
        Answer early = unreachedOrLate(after)
        if (early) {
            return early
        }
        int deadline = timeOf(after, 0) + within
        List<State> window = from(after).findAll { it.p != null }
        if (window.isEmpty()) {
            return new Answer('INCONCLUSIVE', null)
        }
        List<State> onTime = window.findAll { it.time <= deadline }
        List<State> late = window.findAll { it.time > deadline }
        if (onTime && !onTime.last().p) {
            return deadline <= end ? new Answer('FAIL', deadline) : new Answer('INCONCLUSIVE', end)
        }
        Integer relapse = null
        late.eachWithIndex { State state, int i ->
            State before = i > 0 ? late[i - 1] : onTime ? onTime.last() : null
            relapse = !state.p && (before == null || before.p) ? state.time : relapse
        }
        if (relapse != null) {
            return new Answer('FAIL', relapse)
        }
        int start = window.size() - 1
        while (start > 0 && window[start - 1].p) {
            start--
        }
        return new Answer(onTime ? 'PASS' : 'INCONCLUSIVE', window[start].time)
    }

    Answer leadsTo(int within, Object after, Object until) {
        Answer early = unreachedOrLate(after)
        if (early) {
            return early
        }
        Integer to = timeOf(until, Integer.MAX_VALUE)
        List<State> window = from(after)
        List<Integer> starts = (0..<window.size()).findAll { int i ->
            Boolean before = window.take(i)*.a.findAll { it != null }.with { it ? it.last() : null }
            window[i].a && !before && (to == null || window[i].time < to)
        }
        List<Integer> unmet = []
        List<Integer> pending = []
        boolean isUnjudged = false
        starts.each { int i ->
            int deadline = window[i].time + within
            List<State> answers = window.drop(i).findAll { it.time <= deadline }
            if (!answers.any { it.p }) {
                if (deadline > end) {
                    pending << deadline
                } else if (answers.every { it.p == null }) {
                    isUnjudged = true
                } else {
                    unmet << deadline
                }
            }
        }
        if (unmet) {
            return new Answer('FAIL', unmet[0])
        }
        if (to == null) {
            return new Answer('INCONCLUSIVE', null)
        }
        int last = Math.min(to, end)
        if (pending) {
            return new Answer('INCONCLUSIVE', end)
        }
        if (isUnjudged) {
            return new Answer('INCONCLUSIVE', null)
        }
        if (!starts) {
            return new Answer('INCONCLUSIVE',
                    window.findAll { it.time < to }.every { it.a == null } ? null : last)
        }
        return new Answer('PASS', last)
    }
}
