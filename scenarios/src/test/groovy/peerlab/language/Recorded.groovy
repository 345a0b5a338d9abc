package peerlab.language

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import groovy.transform.CompileStatic

/**
 * What a trace says of a run: after each event who was up and which gets had ended. Whatever a condition asks
 * is counted anew from these lines.
 */
@CompileStatic
class Recorded {

    /** A state, from its time on. At one time there may be several, in their order. */
    static class State {
        long time
        int up
        int ended
    }

    /** Kinds of lines with which an event begins; the others tell what came of it. */
    private static final Set<String> BEGIN =
            ['delivered', 'dropped', 'timer', 'timeline', 'asked', 'fault'] as Set
    private static final Set<String> RISES = ['started', 'joined', 'restarted'] as Set

    final List<State> states = []
    /** When each get ended, and whether it was answered. */
    final List<Long> times = []
    final List<Boolean> answers = []
    /** For each mark the number of the first state that counts from it. */
    final Map<String, Integer> marks = [:]
    private final Map<String, String> lasts = [:]
    private final Map<Long, String> held = [:]
    private final Map<Long, List<State>> moved = [:]

    /** The step that the last line tells of, as long as nothing else has happened. */
    private JsonNode step

    Recorded(List<String> lines) {
        ObjectMapper mapper = new ObjectMapper()
        int up = 0
        for (String text : lines) {
            JsonNode line = mapper.readTree(text)
            String kind = line.get('kind').asText()
            long time = line.get('t').asLong()
            if (states.isEmpty() || begins(line, kind, time)) {
                states << new State(time: time, up: up, ended: times.size())
            }
            if (kind == 'life') {
                up += RISES.contains(line.get('change').asText()) ? 1 : -1
                reach(lasts[line.get('peer').asText()])
            } else if (kind == 'answered' && line.get('operation').asText() == 'get') {
                times << time
                answers << line.get('success').asBoolean()
            } else if (kind == 'timeline' && !line.get('mark').isNull()) {
                announce(line)
            } else if (kind == 'fault' && line.get('change').asText() == 'ends') {
                reach(held[line.get('id').asLong()])
            }
            states[-1].up = up
            states[-1].ended = times.size()
        }
    }

    /**
     * Whether a line tells of another event than the line before. What a step asks at once belongs to the
     * step, and so does whose life it changes at once; its later turns are events of their own.
     */
    private boolean begins(JsonNode line, String kind, long time) {
        JsonNode before = step
        boolean isOfStep = before != null && (kind == 'asked' && line.get('operation') == before.get('verb')
                || kind == 'life' && line.get('cause') == before.get('id'))
        step = kind == 'timeline' ? line : isOfStep ? before : null
        boolean isTurn = kind == 'life' && line.get('change').asText() != 'started'
        return !isOfStep && (isTurn || time > states[-1].time || BEGIN.contains(kind))
    }

    /** A mark is reached when the last peer of its step has its turn, or when its fault is over. */
    private void announce(JsonNode line) {
        String mark = line.get('mark').asText()
        JsonNode who = line.get('who')
        if (line.get('verb').asText() == 'crash') {
            lasts[who.get(who.size() - 1).asText()] = mark
        } else {
            held[line.get('id').asLong()] = mark
        }
    }

    private void reach(String mark) {
        if (mark != null && !marks.containsKey(mark)) {
            marks[mark] = states.size() - 1
        }
    }

    /**
     * The states of a run that ended at a time, and those that a window of gets makes by moving on: at a time
     * at which nothing happens, but at which a get leaves the window.
     */
    List<State> moving(long over, long end) {
        List<State> known = moved[over]
        if (known == null) {
            known = []
            int leaving = 0
            states.eachWithIndex { State state, int i ->
                known << state
                long next = i + 1 < states.size() ? states[i + 1].time : end + 1
                while (leaving < times.size() && times[leaving] + over < next) {
                    long leaves = times[leaving++] + over
                    if (leaves > known[-1].time) {
                        known << new State(time: leaves, up: state.up, ended: state.ended)
                    }
                }
            }
            moved[over] = known
        }
        return known
    }

    /** How many gets ended up to a state, within a window that is open at its beginning. */
    int ended(State state, long over) {
        return state.ended - before(state.time - over)
    }

    int failed(State state, long over) {
        int from = before(state.time - over)
        int failed = 0
        for (int i = from; i < state.ended; i++) {
            failed += answers[i] ? 0 : 1
        }
        return failed
    }

    /** How many gets ended not later than a time. */
    private int before(long time) {
        int found = Collections.binarySearch(times, time + 1)
        int at = found < 0 ? -found - 1 : found
        while (at > 0 && times[at - 1] > time) {
            at--
        }
        return at
    }
}
