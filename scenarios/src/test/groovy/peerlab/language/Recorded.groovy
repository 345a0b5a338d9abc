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
    private static final Set<String> BEGIN = ['delivered', 'dropped', 'timer', 'timeline', 'asked', 'fault'] as Set
    private static final Set<String> RISES = ['started', 'joined', 'restarted'] as Set

    final List<State> states = []
    /** When each get ended, and whether it was answered. */
    final List<Long> times = []
    final List<Boolean> answers = []
    /** For each mark the number of the first state that counts from it. */
    final Map<String, Integer> marks = [:]
    private final Map<Long, List<State>> moved = [:]

    Recorded(List<String> lines) {
        ObjectMapper mapper = new ObjectMapper()
        int up = 0
        boolean hasBegun = false
        for (String text : lines) {
            JsonNode line = mapper.readTree(text)
            String kind = line.get('kind').asText()
            long time = line.get('t').asLong()
            boolean isSetUp = !hasBegun && kind == 'life'
            if (states.isEmpty() || !isSetUp && (BEGIN.contains(kind) || time > states[-1].time)) {
                states << new State(time: time, up: up, ended: times.size())
                hasBegun |= !isSetUp
            }
            if (kind == 'life') {
                up += RISES.contains(line.get('change').asText()) ? 1 : -1
            } else if (kind == 'answered' && line.get('operation').asText() == 'get') {
                times << time
                answers << line.get('success').asBoolean()
            } else if (kind == 'timeline' && !line.get('mark').isNull()) {
                marks[line.get('mark').asText()] = states.size() - 1
            }
            states[-1].up = up
            states[-1].ended = times.size()
        }
    }

    /** The first state at or after a time, for a mark whose moment is the end of a window. */
    void mark(String name, long time) {
        marks[name] = states.findIndexOf { State it -> it.time >= time }
    }

    /**
     * The states of a run that ended at a time, and those that a window of gets makes by moving on: at a time at
     * which nothing happens, but at which a get leaves the window.
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
