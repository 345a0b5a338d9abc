package peerlab.dsl.groovy;

import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets of a script, as they open and close: which never closes, and which closes nothing. */
final class Brackets {

    /**
     * So many that close nothing are told one by one. What stands behind such a bracket goes on with the
     * statement above, and Groovy's parser takes the longer the more of it there is.
     */
    static final int UNOPENED_LIMIT = 20;

    private final ScriptText script;
    private final Complaints complaints;
    private final Ending ending;
    private final Deque<Opened> open = new ArrayDeque<>();
    private Opened suspect;
    private int unopened;

    Brackets(ScriptText script, Complaints complaints, Ending ending) {
        this.script = script;
        this.complaints = complaints;
        this.ending = ending;
    }

    private record Opened(char sign, int offset) {
        char closing() {
            return sign == '(' ? ')' : sign == '[' ? ']' : '}';
        }
    }

    /** Whether what stands here is within brackets. */
    boolean isInside() {
        return !open.isEmpty();
    }

    void open(char sign, int place) {
        open.push(new Opened(sign, place));
        if (open.size() > Nesting.DEPTH_LIMIT) {
            ending.tooDeep(place, "brackets");
        }
    }

    /** False where nothing is open that it could close: then it is to be blotted out. */
    boolean close(char sign, int place, boolean isFirst) {
        if (open.isEmpty()) {
            closesNothing(sign, place);
            return false;
        }
        Opened last = open.peek();
        if (last.closing() != sign) {
            unclosed(last);
            return true;
        }
        if (suspect == null && isFirst && indent(last) != script.indent(place)
                && open.stream().anyMatch(o -> indent(o) == script.indent(place))) {
            suspect = last;
        }
        open.pop();
        return true;
    }

    /** The script is over: what is open was never closed. */
    void end() {
        if (!open.isEmpty()) {
            unclosed(suspect != null ? suspect : open.peekLast());
        }
    }

    private void closesNothing(char sign, int place) {
        unopened++;
        if (unopened > UNOPENED_LIMIT) {
            ending.at(place, place + 1, "more than " + UNOPENED_LIMIT + " brackets close nothing;"
                    + " from here on nothing is read", "begin with the first of them");
        } else {
            complaints.error(script.mark(place, place + 1), "'" + sign + "' closes nothing", "remove it");
        }
    }

    private int indent(Opened opened) {
        return script.indent(opened.offset());
    }

    private void unclosed(Opened opened) {
        ending.at(opened.offset(), opened.offset() + 1, "'" + opened.sign() + "' is never closed",
                "add '" + opened.closing() + "' where " + (opened.sign() == '{' ? "the block" : "it")
                + " ends");
    }
}
